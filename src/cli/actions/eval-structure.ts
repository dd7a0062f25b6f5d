/** `verse eval --structure`: measures what is read of PDFs: chapters and sections, text and notes, tables. */
import type { OnProgress } from '../../core/types.ts';
import type { Tables } from '../../workshop/evaluate/report/table-outputs.ts';
import { evaluateStructure, withContents } from '../../workshop/evaluate/structure/evaluate-structure.ts';
import { evaluateTables, withKnownCells } from '../../workshop/evaluate/structure/evaluate-tables.ts';
import { evaluateText } from '../../workshop/evaluate/structure/evaluate-text.ts';
import { formatStructure, renderStructure } from '../../workshop/evaluate/structure/structure-table.ts';
import { formatTableScores, renderTableScores } from '../../workshop/evaluate/structure/table-scores.ts';
import { formatTextScores, renderTextScores } from '../../workshop/evaluate/structure/text-scores.ts';

/** @throws VerseError `bad-input`, and what a document is refused for. */
export async function evalStructure(folder: string, onProgress: OnProgress): Promise<Tables> {
  if (withKnownCells(folder).length > 0) {
    const tables = await evaluateTables(folder, onProgress);
    return { json: { tables }, text: formatTableScores(tables), page: () => renderTableScores(tables) };
  }
  const texts = await evaluateText(folder, onProgress);
  if (texts.length > 0 && withContents(folder).length === 0)
    return { json: { texts }, text: formatTextScores(texts), page: () => renderTextScores(texts) };
  const documents = await evaluateStructure(folder, onProgress);
  const text = formatStructure(documents);
  const page = () => renderStructure(documents);
  if (texts.length === 0) return { json: { documents }, text, page };
  return {
    json: { documents, texts },
    text: `${text}\n${formatTextScores(texts)}`,
    page: () => `${page()}\n${renderTextScores(texts)}`,
  };
}
