/** `verse ingest`: reads PDFs into the index. */
import { Command } from 'commander';
import type { IngestOptions } from '../actions/ingest.ts';
import type { Session } from '../chat/session.ts';
import { jsonOption, ocrOptions, queueOptions, showExamples } from '../options.ts';

export function ingestCommand(session: Session): Command {
  const command = new Command('ingest')
    .description('read PDFs into the index; without files, every PDF in the corpus folder')
    .argument('[files...]', 'PDF files')
    .option('--strict', 'leave the index as it is where one file is refused')
    .addOption(jsonOption())
    .addHelpText(
      'after',
      `
Files that cannot be read are left out and named, and the exit code is 3. A
document whose file is gone stays until verse remove takes it out. Ctrl-C stops
it: the index stays as it was, and the exit code is 130. VERSE_OCR_LANGUAGES
names the languages of scans: eng+deu.`,
    )
    .addHelpText('after', showExamples('verse ingest', 'verse ingest report.pdf --no-ocr'))
    .action(async (files: string[], options: IngestOptions) => {
      const { ingest } = await import('../actions/ingest.ts');
      await ingest(session, files, options);
    });
  for (const option of [...ocrOptions(), ...queueOptions()]) command.addOption(option);
  return command;
}
