/** The MCP server (https://modelcontextprotocol.io): tools, resources and prompts over the assistant, on any transport. */
import { Server } from '@modelcontextprotocol/sdk/server/index.js';
import {
  CallToolRequestSchema,
  CompleteRequestSchema,
  ErrorCode,
  GetPromptRequestSchema,
  ListPromptsRequestSchema,
  ListResourcesRequestSchema,
  ListResourceTemplatesRequestSchema,
  ListToolsRequestSchema,
  ReadResourceRequestSchema,
} from '@modelcontextprotocol/sdk/types.js';
import { VerseError } from '../core/errors.ts';
import { askTool } from './ask-tool.ts';
import { checkSentenceTool } from './check-sentence-tool.ts';
import { compareEditionsTool } from './compare-editions-tool.ts';
import { listChaptersTool } from './list-chapters-tool.ts';
import { getPrompt, listPrompts } from './prompts.ts';
import { readPassageTool } from './read-passage-tool.ts';
import { completeVariable, listResources, readResource, resourceTemplates } from './resources.ts';
import { RpcError } from './rpc-error.ts';
import { searchTool } from './search-tool.ts';
import type { Tool, ToolContext } from './tool.ts';

const tools: readonly Tool[] = [
  askTool,
  searchTool,
  readPassageTool,
  listChaptersTool,
  checkSentenceTool,
  compareEditionsTool,
];

const instructions =
  'Answers questions on long report PDFs with their own sentences. Quote a sentence letter for letter, with the ' +
  'chapter and page given beside it. Where `ask` says "not-found", say that the report does not answer, and do not ' +
  'fill the gap from elsewhere.';

export interface McpOptions {
  /** Called for each request. @throws VerseError while no index can be opened. */
  assistant: ToolContext['assistant'];
  version: string;
  /** Aborted when no caller waits any more. */
  signal?: AbortSignal;
  /** Called with unexpected errors; the caller learns only that something went wrong. */
  onFailure?: (error: unknown) => void;
}

/** MCP's code, which the SDK does not name. */
const resourceNotFound = -32002;

/**
 * Builds the server; `connect` gives it a transport. It uses the SDK's low-level class, since McpServer reports bad
 * arguments in Zod's words.
 */
export function createMcpServer({ assistant, version, signal, onFailure }: McpOptions): Server {
  const server = new Server(
    { name: 'chapter-and-verse', title: 'Chapter & Verse', version },
    { capabilities: { tools: {}, resources: {}, prompts: {}, completions: {} }, instructions },
  );
  /** The caller gets a sentence of ours; `code` says which kind of failure. */
  async function guard<Result>(code: number, run: () => Result | Promise<Result>): Promise<Result> {
    try {
      return await run();
    } catch (error) {
      if (error instanceof RpcError) throw error;
      if (error instanceof VerseError) throw new RpcError(code, error.sentenceAfar);
      onFailure?.(error);
      throw new RpcError(ErrorCode.InternalError, 'Something went wrong inside the server.');
    }
  }

  server.setRequestHandler(ListToolsRequestSchema, () => ({ tools: tools.map(({ listing }) => listing) }));
  server.setRequestHandler(CallToolRequestSchema, ({ params }, extra) =>
    guard(ErrorCode.InvalidParams, () => {
      const tool = tools.find(({ listing }) => listing.name === params.name);
      if (tool === undefined) {
        const names = tools.map(({ listing }) => listing.name).join(', ');
        throw new RpcError(
          ErrorCode.InvalidParams,
          `No tool is called “${params.name}”. There are: ${names}.`,
        );
      }
      const ended = signal === undefined ? extra.signal : AbortSignal.any([signal, extra.signal]);
      return tool.call(params.arguments, { assistant, signal: ended });
    }),
  );
  server.setRequestHandler(ListResourcesRequestSchema, () =>
    guard(ErrorCode.InternalError, async () => ({
      resources: listResources(await (await assistant()).documents()),
    })),
  );
  server.setRequestHandler(ListResourceTemplatesRequestSchema, () => ({ resourceTemplates }));
  server.setRequestHandler(ReadResourceRequestSchema, ({ params }) =>
    guard(resourceNotFound, async () => readResource(params.uri, await assistant())),
  );
  server.setRequestHandler(ListPromptsRequestSchema, () => ({ prompts: listPrompts() }));
  server.setRequestHandler(GetPromptRequestSchema, ({ params }) =>
    guard(ErrorCode.InvalidParams, () => getPrompt(params.name, params.arguments)),
  );
  server.setRequestHandler(CompleteRequestSchema, ({ params }) =>
    guard(ErrorCode.InvalidParams, async () => {
      const documents = await (await assistant()).documents();
      const values = completeVariable(params.argument, params.context?.arguments?.document, documents);
      return { completion: { values: values.slice(0, 100), total: values.length } };
    }),
  );
  return server;
}
