/** The commands of a server, and who may use it. */
import { Argument, Option } from 'commander';
import { collect, jsonOption, wholeNumber } from '../options.ts';
import type { CommandDefinitions } from './command-definition.ts';

const tokenCommands: CommandDefinitions = {
  add: {
    description: 'make a token and print it, once: only digests of it are kept',
    arguments: [new Argument('<name>', 'whose it is: in the log, the audit and refusals')],
    options: [
      new Option('--rights <list>', 'what it may do: ask, add (documents), administer').default('ask'),
      new Option(
        '--collection <name>',
        'let it see the documents of this collection only (repeat for more)',
      ).argParser(collect),
      new Option(
        '--quota <count/time>',
        'how many questions: 500/day, 60/hour, 5/minute (default: no limit)',
      ),
      new Option('--expires <day>', 'the last day on which it is valid, UTC: 2027-06-30 (default: never)'),
      jsonOption,
    ],
    load: async () => (await import('../actions/token.ts')).addToken,
  },
  list: {
    description: 'list the tokens: rights, collections, quotas and days; never the tokens themselves',
    options: [jsonOption],
    load: async () => (await import('../actions/token.ts')).listTokens,
  },
  remove: {
    description: 'take a token back; a running server refuses it from then on',
    arguments: [new Argument('<name>', 'as verse token list has it')],
    load: async () => (await import('../actions/token.ts')).removeToken,
  },
};

export const serveCommands: CommandDefinitions = {
  serve: {
    description: 'serve the page and the API on this machine',
    options: [
      new Option(
        '--host <address>',
        'the address to listen on; only this machine can reach the default, 127.0.0.1',
      ),
      new Option('-p, --port <number>', 'the port; 0 takes a free one (default: 8787)').argParser(
        wholeNumber(0, 65_535),
      ),
      new Option('--log', 'log a line for each request, without its question (as VERSE_LOG_LEVEL=info)'),
      new Option('--watch', 'read PDFs that are put into the corpus folder, and say which are gone'),
    ],
    examples: [
      'verse serve',
      'verse serve --watch --port 9000',
      'VERSE_TOKENS=… verse serve --host 0.0.0.0 --log',
    ],
    load: async () => (await import('../actions/serve.ts')).startServer,
  },
  token: {
    description: 'let several people use one server: tokens with names, rights, collections and quotas',
    examples: [
      'verse token add anna --rights ask,add --quota 500/day',
      'verse token list',
      'verse token remove anna',
    ],
    commands: tokenCommands,
  },
  audit: {
    description: 'say who added, removed, renamed or moved which document; noted once there are tokens',
    options: [jsonOption],
    examples: ['verse audit', 'verse audit --json'],
    load: async () => (await import('../actions/audit.ts')).showAudit,
  },
  mcp: {
    description: 'serve the tools for language models (MCP) on standard input and output',
    examples: ['verse mcp', 'verse mcp --index ~/reports/index'],
    load: async () => (await import('../actions/mcp.ts')).serveMcp,
  },
};
