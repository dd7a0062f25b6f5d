/** `verse serve`: the page and the API on this machine. */
import { Command } from 'commander';
import type { ServeOptions } from '../actions/serve.ts';
import type { Session } from '../chat/session.ts';
import { showExamples, wholeNumber } from '../options.ts';

export function serveCommand(session: Session): Command {
  return new Command('serve')
    .description('serve the page and the API on this machine')
    .option(
      '--host <address>',
      'the address to listen on; only this machine can reach the default, 127.0.0.1',
    )
    .option('-p, --port <number>', 'the port; 0 takes a free one (default: 8787)', wholeNumber(0, 65_535))
    .option('--log', 'log a line for each request, without its question (as VERSE_LOG_LEVEL=info)')
    .option('--watch', 'read PDFs that are put into the corpus folder, and say which are gone')
    .addHelpText(
      'after',
      showExamples(
        'verse serve',
        'verse serve --watch --port 9000',
        'VERSE_TOKENS=… verse serve --host 0.0.0.0 --log',
      ),
    )
    .action(async (options: ServeOptions) => {
      const { startServer } = await import('../actions/serve.ts');
      await startServer(session, options);
    });
}
