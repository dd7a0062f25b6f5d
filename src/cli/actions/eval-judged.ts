/** `verse eval --judged`: what readers said of answers that were drawn at random. */
import { formatJudged, judgedJson, renderJudged } from '../../workshop/evaluate/judging/judged-table.ts';
import { readJudged } from '../../workshop/evaluate/judging/judging-sheet.ts';
import type { Tables } from '../../workshop/evaluate/report/table-outputs.ts';

/** @throws VerseError `bad-input`, `cannot-read`. */
export async function evalJudged(file: string): Promise<Tables> {
  const items = await readJudged(file);
  return { json: judgedJson(items), text: formatJudged(items), page: () => renderJudged(items) };
}
