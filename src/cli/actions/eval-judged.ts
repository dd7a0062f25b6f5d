/** `verse eval --judged`: what readers said of answers that were drawn at random. */
import { formatJudged, judgedJson, renderJudged } from '../../workshop/evaluate/judging/judged-table.ts';
import { readJudged } from '../../workshop/evaluate/judging/judging-sheet.ts';
import { checkTableOutputs, toJson, writeTables } from '../../workshop/evaluate/report/table-outputs.ts';
import type { Session } from '../chat/session.ts';

/** @throws VerseError `bad-input`, `cannot-read`, `cannot-write`. */
export async function evalJudged(
  terminal: Session['terminal'],
  file: string,
  { outputs, json }: { outputs: readonly string[]; json: boolean },
): Promise<void> {
  checkTableOutputs(outputs, '--judged');
  const items = await readJudged(file);
  const asJson = () => toJson(judgedJson(items));
  terminal.out(json ? asJson() : formatJudged(items));
  await writeTables(outputs, { '.json': asJson, '.md': () => renderJudged(items) });
}
