/** `verse mcp`: the tools for language models, over standard input and output. */
import { Command } from 'commander';
import { type LiveAssistant, openLiveAssistant } from '../../assistant/live-assistant.ts';
import type { Config } from '../../config/settings.ts';
import { describeFault, VerseError } from '../../core/errors.ts';
import type { Session } from '../chat/session.ts';
import { openOrIngest } from '../open-or-ingest.ts';
import type { Terminal } from '../terminal.ts';

/** Opens the index once for all callers; after a failure the next call tries again. */
function openOnce(config: Config, terminal: Terminal) {
  let opening: Promise<LiveAssistant> | undefined;
  const open = async () => {
    const assistant = await openOrIngest(config, terminal);
    await assistant.close();
    return openLiveAssistant(config);
  };
  return {
    get: (): Promise<LiveAssistant> => {
      opening ??= open().catch((error: unknown) => {
        opening = undefined;
        throw error;
      });
      return opening;
    },
    close: async (): Promise<void> => {
      const live = await opening?.catch(() => undefined);
      await live?.close();
    },
  };
}

export function mcpCommand({ terminal, config, version }: Session): Command {
  return new Command('mcp')
    .description('serve the tools for language models (MCP) on standard input and output')
    .action(async () => {
      const settings = config();
      const live = openOnce(settings, terminal);
      // Clients give up on a slow start, so the server answers at once and tool calls wait for the index.
      live.get().catch((error: unknown) => {
        terminal.err(`${error instanceof VerseError ? error.sentence : describeFault(error)}\n`);
      });
      // The SDK takes a third of a second to load, so other commands do without.
      const { createMcpServer } = await import('../../mcp/create-server.ts');
      const { serveStdio } = await import('../../mcp/serve-stdio.ts');
      const server = createMcpServer({
        assistant: async () => (await live.get()).current(),
        version,
        onFailure: (error) => terminal.err(`${describeFault(error)}\n`),
      });
      await serveStdio(server, process.stdin, process.stdout);
      await live.close();
    });
}
