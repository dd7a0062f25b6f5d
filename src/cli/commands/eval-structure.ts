/** `verse eval --structure`: measures the chapters, sections and tables that are found in PDFs. */
import { checkTableOutputs, toJson, writeTables } from '../../workshop/evaluate/report/table-outputs.ts';
import { evaluateStructure } from '../../workshop/evaluate/structure/evaluate-structure.ts';
import { evaluateTables, withKnownCells } from '../../workshop/evaluate/structure/evaluate-tables.ts';
import { formatStructure, renderStructure } from '../../workshop/evaluate/structure/structure-table.ts';
import { formatTableScores, renderTableScores } from '../../workshop/evaluate/structure/table-scores.ts';
import type { Session } from '../chat/session.ts';
import { createProgress } from '../progress.ts';

/** What a folder is measured by. */
async function measure(folder: string, { onProgress }: ReturnType<typeof createProgress>) {
  if (withKnownCells(folder).length > 0) {
    const tables = await evaluateTables(folder, onProgress);
    return { json: { tables }, text: formatTableScores(tables), page: renderTableScores(tables) };
  }
  const documents = await evaluateStructure(folder, onProgress);
  return { json: { documents }, text: formatStructure(documents), page: renderStructure(documents) };
}

/** @throws VerseError `bad-input`, and what a document is refused for. */
export async function evalStructure(
  terminal: Session['terminal'],
  folder: string,
  { outputs, json }: { outputs: readonly string[]; json: boolean },
): Promise<void> {
  checkTableOutputs(outputs, '--structure');
  const progress = createProgress(terminal);
  const measured = await measure(folder, progress).finally(progress.finish);
  const asJson = () => toJson(measured.json);
  terminal.out(json ? asJson() : measured.text);
  await writeTables(outputs, { '.json': asJson, '.md': () => measured.page });
}
