/** `verse ingest`: reads PDFs into the index. */
import { Command } from 'commander';
import { toPlainJson } from '../../text/control-signs.ts';
import type { Session } from '../chat/session.ts';
import { ingestWithProgress } from '../ingest-with-progress.ts';
import { jsonOption } from '../options.ts';
import { showIngest } from '../show/show-ingest.ts';

export function ingestCommand({ terminal, config }: Session): Command {
  return new Command('ingest')
    .description('read PDFs into the index; without files, every PDF in the corpus folder')
    .argument('[files...]', 'PDF files')
    .addOption(jsonOption())
    .addHelpText('after', '\nCtrl-C stops it: the index stays as it was, and the exit code is 130.')
    .action(async (files: string[], options: { json?: true }) => {
      const report = await ingestWithProgress(config(), files, terminal);
      terminal.out(options.json ? `${toPlainJson(report, 2)}\n` : showIngest(report, terminal));
    });
}
