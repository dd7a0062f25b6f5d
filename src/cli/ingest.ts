/** `verse ingest`: reads PDFs into the index. */
import { Command } from 'commander';
import { ingestDocuments } from '../assistant.ts';
import { jsonOption } from './options.ts';
import { createProgress } from './progress.ts';
import type { Session } from './session.ts';
import { showIngest } from './show-ingest.ts';

export function ingestCommand({ terminal, config }: Session): Command {
  return new Command('ingest')
    .description('read PDFs into the index; without files, every PDF in the corpus folder')
    .argument('[files...]', 'PDF files')
    .addOption(jsonOption())
    .action(async (files: string[], options: { json?: true }) => {
      const progress = createProgress(terminal);
      const report = await ingestDocuments(config(), files, progress.onProgress).finally(progress.finish);
      terminal.out(options.json ? `${JSON.stringify(report, null, 2)}\n` : showIngest(report, terminal));
    });
}
