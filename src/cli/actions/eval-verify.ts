/** `verse eval --verify`: measures the checking of written sentences against known verdicts. */
import { join } from 'node:path';
import { packageRoot } from '../../config/settings.ts';
import type { OnProgress } from '../../core/types.ts';
import { thisProcessor } from '../../networks/processor.ts';
import { type EvalSplit, evalSplits } from '../../workshop/evaluate/questions/eval-kinds.ts';
import type { Tables } from '../../workshop/evaluate/report/table-outputs.ts';
import { readTriples, verifyFiles } from '../../workshop/evaluate/sentences/verify-format.ts';
import {
  checkTriples,
  formatVerification,
  renderVerification,
  verificationJson,
} from '../../workshop/evaluate/sentences/verify-table.ts';
import type { Session } from '../chat/session.ts';
import { withAssistant } from '../with-assistant.ts';

const ownTriples = (split: EvalSplit) => verifyFiles[split].map((name) => join(packageRoot, 'evals', name));

/** @throws VerseError `bad-input`, `cannot-read`, and as the assistant's. */
export async function evalVerify(
  { terminal, config }: Pick<Session, 'terminal' | 'config'>,
  files: readonly string[],
  {
    split,
    outputs,
    onProgress,
  }: { split: EvalSplit | undefined; outputs: readonly string[]; onProgress: OnProgress },
): Promise<Tables> {
  const own = split === undefined ? evalSplits.flatMap(ownTriples) : ownTriples(split);
  const triples = (await Promise.all((files.length > 0 ? files : own).map(readTriples))).flat();
  const what = [...files, ...(split === undefined ? [] : ['--split', split])];
  const command = ['npm run eval -- --verify', ...what, ...outputs.flatMap((path) => ['--out', path])].join(
    ' ',
  );
  const checked = await withAssistant(config(), terminal, ({ verify }) =>
    checkTriples(triples, verify, onProgress),
  );
  return {
    json: verificationJson(checked),
    text: formatVerification(checked),
    page: () => renderVerification(checked, { processor: thisProcessor(), command }),
  };
}
