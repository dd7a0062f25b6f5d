/** `verse mcp`: the tools for language models, over standard input and output. */
import type { LiveAssistant } from '../../assistant/live-assistant.ts';
import type { Config } from '../../config/settings.ts';
import { describeFault, VerseError } from '../../core/errors.ts';
import { createMcpServer } from '../../mcp/create-server.ts';
import { serveStdio } from '../../mcp/serve-stdio.ts';
import type { Session } from '../chat/session.ts';
import { openLive } from '../open-live.ts';
import type { Terminal } from '../terminal.ts';

/** Opens the index once for all callers; after a failure the next call tries again. */
function openOnce(config: Config, terminal: Terminal) {
  let opening: Promise<LiveAssistant> | undefined;
  return {
    get: (): Promise<LiveAssistant> => {
      opening ??= openLive(config, terminal).catch((error: unknown) => {
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

export async function serveMcp({ terminal, config, version }: Session): Promise<void> {
  const settings = config();
  const live = openOnce(settings, terminal);
  // Clients give up on a slow start, so the server answers at once and tool calls wait for the index.
  live.get().catch((error: unknown) => {
    terminal.err(`${error instanceof VerseError ? error.sentence : describeFault(error)}\n`);
  });
  const server = createMcpServer({
    assistant: async () => (await live.get()).current(),
    version,
    onFailure: (error) => terminal.err(`${describeFault(error)}\n`),
  });
  await serveStdio(server, process.stdin, process.stdout);
  await live.close();
}
