/** `verse remove`: takes documents out of the index. */
import { removeDocuments } from '../../assistant/remove-documents.ts';
import { withHome } from '../../store/choose-home.ts';
import type { Session } from '../chat/session.ts';
import { ingestWithProgress } from '../ingest-with-progress.ts';
import { printResult } from '../print-result.ts';
import { showIngest } from '../show/show-ingest.ts';

export async function remove(
  { terminal, config }: Session,
  ids: readonly string[],
  { json }: { json?: true },
): Promise<void> {
  const settings = config();
  const known = await withHome(settings, (home) => home.list());
  const documents = ids.map((id) => known.find((one) => one.id === id) ?? { id, file: '' });
  const takeOut = async (taken: string[]) => {
    const report = await ingestWithProgress(settings, [], terminal, { remove: taken });
    printResult(terminal, report, json, showIngest);
  };
  for (const file of await removeDocuments(documents, settings.corpusDir, takeOut))
    terminal.err(`Its file is kept as ${file}.\n`);
}
