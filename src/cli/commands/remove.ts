/** `verse remove`: takes documents out of the index. */
import { Command } from 'commander';
import { removeDocuments } from '../../assistant/remove-documents.ts';
import { withHome } from '../../store/choose-home.ts';
import type { Session } from '../chat/session.ts';
import { ingestWithProgress } from '../ingest-with-progress.ts';
import { jsonOption } from '../options.ts';
import { showIngest } from '../show/show-ingest.ts';

export function removeCommand({ terminal, config }: Session): Command {
  return new Command('remove')
    .description('take documents out of the index; files in the corpus folder go to its folder .removed')
    .argument('<ids...>', 'as verse list has them')
    .addOption(jsonOption())
    .action(async (ids: string[], { json }: { json?: true }) => {
      const settings = config();
      const known = await withHome(settings, (home) => home.list());
      const documents = ids.map((id) => known.find((one) => one.id === id) ?? { id, file: '' });
      const takeOut = async (remove: string[]) => {
        const report = await ingestWithProgress(settings, [], terminal, { remove });
        terminal.out(json ? `${JSON.stringify(report, null, 2)}\n` : showIngest(report, terminal));
      };
      for (const file of await removeDocuments(documents, settings.corpusDir, takeOut))
        terminal.err(`Its file is kept as ${file}.\n`);
    });
}
