/** `verse serve`: the page and the API on this machine. */
import { once } from 'node:events';
import { Command } from 'commander';
import { createApp } from '../http/app.ts';
import { isLoopback } from '../http/loopback.ts';
import { createMetrics } from '../http/metrics.ts';
import { openLog } from '../http/open-log.ts';
import { openPageRenderer } from '../http/page-images.ts';
import { serve } from '../http/serve.ts';
import { openLiveAssistant } from '../live-assistant.ts';
import { openOrIngest } from './open-or-ingest.ts';
import { wholeNumber } from './options.ts';
import type { Session } from './session.ts';

interface ServeOptions {
  host?: string;
  port?: number;
  log?: true;
}

/** Waits for the first request to stop; a second one ends the process at once, as it does by itself. */
async function untilStopped(): Promise<void> {
  const waiting = new AbortController();
  const { signal } = waiting;
  await Promise.race([once(process, 'SIGINT', { signal }), once(process, 'SIGTERM', { signal })]);
  waiting.abort();
}

export function serveCommand({ terminal, config, tokens: readTokens, version }: Session): Command {
  return new Command('serve')
    .description('serve the page and the API on this machine')
    .option(
      '--host <address>',
      'the address to listen on; only this machine can reach the default, 127.0.0.1',
    )
    .option('-p, --port <number>', 'the port; 0 takes a free one (default: 8787)', wholeNumber(0, 65_535))
    .option('--log', 'log a line for each request, without its question (as VERSE_LOG_LEVEL=info)')
    .action(async ({ log, ...flags }: ServeOptions) => {
      const settings = config({ ...flags, ...(log && { logLevel: 'info' }) });
      const tokens = readTokens();
      const first = await openOrIngest(settings, terminal);
      await first.close();
      const live = await openLiveAssistant(settings);
      try {
        const app = createApp({
          assistant: live.current,
          config: settings,
          renderPage: openPageRenderer(),
          version,
          tokens,
          log: openLog({
            level: settings.logLevel,
            readable: terminal.isInteractive,
            write: terminal.err,
          }),
          metrics: createMetrics(version, { process: true }),
        });
        const server = await serve(app, settings);
        const stopped = untilStopped();
        terminal.out(`Chapter & Verse is at ${server.url} (stop with Ctrl-C)\n`);
        if (!isLoopback(settings.host) && tokens.length === 0) {
          const remedy = 'VERSE_TOKENS makes it ask for a token.';
          terminal.err(`Anyone who can reach ${settings.host} can ask and read the documents. ${remedy}\n`);
        }
        await stopped;
        terminal.err('Finishing open requests …\n');
        await server.close();
      } finally {
        await live.close();
      }
    });
}
