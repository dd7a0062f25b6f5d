/** `verse eval --verify`: measures the checking of written sentences against known verdicts. */
import { join } from 'node:path';
import { packageRoot } from '../../config/settings.ts';
import { thisProcessor } from '../../networks/processor.ts';
import { type EvalSplit, evalSplits } from '../../workshop/evaluate/questions/eval-kinds.ts';
import { checkTableOutputs, toJson, writeTables } from '../../workshop/evaluate/report/table-outputs.ts';
import { readTriples, verifyFiles } from '../../workshop/evaluate/sentences/verify-format.ts';
import {
  checkTriples,
  formatVerification,
  renderVerification,
  verificationJson,
} from '../../workshop/evaluate/sentences/verify-table.ts';
import type { Session } from '../chat/session.ts';
import { openOrIngest } from '../open-or-ingest.ts';
import { createProgress } from '../progress.ts';

interface VerifyEvalOptions {
  split: EvalSplit | undefined;
  outputs: readonly string[];
  json: boolean;
}

const ownTriples = (split: EvalSplit) => verifyFiles[split].map((name) => join(packageRoot, 'evals', name));

/** @throws VerseError `bad-input`, `cannot-read`, and as the assistant's. */
export async function evalVerify(
  { terminal, config }: Pick<Session, 'terminal' | 'config'>,
  files: readonly string[],
  { split, outputs, json }: VerifyEvalOptions,
): Promise<void> {
  checkTableOutputs(outputs, '--verify');
  const own = split === undefined ? evalSplits.flatMap(ownTriples) : ownTriples(split);
  const triples = (await Promise.all((files.length > 0 ? files : own).map(readTriples))).flat();
  const what = [...files, ...(split === undefined ? [] : ['--split', split])];
  const command = ['npm run eval -- --verify', ...what, ...outputs.flatMap((path) => ['--out', path])].join(
    ' ',
  );
  const assistant = await openOrIngest(config(), terminal);
  const progress = createProgress(terminal);
  try {
    const checked = await checkTriples(triples, assistant.verify, progress.onProgress).finally(
      progress.finish,
    );
    const asJson = () => toJson(verificationJson(checked));
    terminal.out(json ? asJson() : formatVerification(checked));
    await writeTables(outputs, {
      '.json': asJson,
      '.md': () => renderVerification(checked, { processor: thisProcessor(), command }),
    });
  } finally {
    await assistant.close();
  }
}
