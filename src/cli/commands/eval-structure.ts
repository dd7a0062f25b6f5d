/** `verse eval --structure`: measures the chapters and sections that are found in PDFs. */
import { checkTableOutputs, toJson, writeTables } from '../../workshop/evaluate/report/table-outputs.ts';
import { evaluateStructure } from '../../workshop/evaluate/structure/evaluate-structure.ts';
import { formatStructure, renderStructure } from '../../workshop/evaluate/structure/structure-table.ts';
import type { Session } from '../chat/session.ts';
import { createProgress } from '../progress.ts';

/** @throws VerseError `bad-input`, and what a document is refused for. */
export async function evalStructure(
  terminal: Session['terminal'],
  folder: string,
  { outputs, json }: { outputs: readonly string[]; json: boolean },
): Promise<void> {
  checkTableOutputs(outputs, '--structure');
  const progress = createProgress(terminal);
  const scores = await evaluateStructure(folder, progress.onProgress).finally(progress.finish);
  const asJson = () => toJson({ documents: scores });
  terminal.out(json ? asJson() : formatStructure(scores));
  await writeTables(outputs, { '.json': asJson, '.md': () => renderStructure(scores) });
}
