/** `verse eval --structure`: measures what is read of PDFs: chapters and sections, text and notes, tables. */
import { checkTableOutputs, toJson, writeTables } from '../../workshop/evaluate/report/table-outputs.ts';
import { evaluateStructure, withContents } from '../../workshop/evaluate/structure/evaluate-structure.ts';
import { evaluateTables, withKnownCells } from '../../workshop/evaluate/structure/evaluate-tables.ts';
import { evaluateText } from '../../workshop/evaluate/structure/evaluate-text.ts';
import { formatStructure, renderStructure } from '../../workshop/evaluate/structure/structure-table.ts';
import { formatTableScores, renderTableScores } from '../../workshop/evaluate/structure/table-scores.ts';
import { formatTextScores, renderTextScores } from '../../workshop/evaluate/structure/text-scores.ts';
import type { Session } from '../chat/session.ts';
import { createProgress } from '../progress.ts';

/** What a folder is measured by. */
async function measure(folder: string, { onProgress }: ReturnType<typeof createProgress>) {
  if (withKnownCells(folder).length > 0) {
    const tables = await evaluateTables(folder, onProgress);
    return { json: { tables }, text: formatTableScores(tables), page: renderTableScores(tables) };
  }
  const texts = await evaluateText(folder, onProgress);
  if (texts.length > 0 && withContents(folder).length === 0)
    return { json: { texts }, text: formatTextScores(texts), page: renderTextScores(texts) };
  const documents = await evaluateStructure(folder, onProgress);
  const [text, page] = [formatStructure(documents), renderStructure(documents)];
  if (texts.length === 0) return { json: { documents }, text, page };
  return {
    json: { documents, texts },
    text: `${text}\n${formatTextScores(texts)}`,
    page: `${page}\n${renderTextScores(texts)}`,
  };
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
