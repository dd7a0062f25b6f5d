/** `verse eval --verify`: measures the checking of written sentences against known verdicts. */
import { extname, join } from 'node:path';
import { packageRoot } from '../config.ts';
import { VerseError } from '../errors.ts';
import { type EvalSplit, evalSplits } from '../evaluate/eval-format.ts';
import { writeText } from '../evaluate/outputs.ts';
import { readTriples, verifyFiles } from '../evaluate/verify-format.ts';
import { checkTriples, formatVerification, renderVerification } from '../evaluate/verify-table.ts';
import { openOrIngest } from './open-or-ingest.ts';
import { createProgress } from './progress.ts';
import type { Session } from './session.ts';

interface VerifyEvalOptions {
  split: EvalSplit | undefined;
  outputs: readonly string[];
}

const ownTriples = (split: EvalSplit) => verifyFiles[split].map((name) => join(packageRoot, 'evals', name));

/** @throws VerseError `bad-input`, `cannot-read`, and as the assistant's. */
export async function evalVerify(
  { terminal, config }: Pick<Session, 'terminal' | 'config'>,
  files: readonly string[],
  { split, outputs }: VerifyEvalOptions,
): Promise<void> {
  const other = outputs.find((path) => extname(path) !== '.md');
  if (other !== undefined)
    throw new VerseError('bad-input', `${other}: with --verify only .md can be written.`);
  const own = split === undefined ? evalSplits.flatMap(ownTriples) : ownTriples(split);
  const triples = (await Promise.all((files.length > 0 ? files : own).map(readTriples))).flat();
  const assistant = await openOrIngest(config(), terminal);
  const progress = createProgress(terminal);
  try {
    const checked = await checkTriples(triples, assistant.verify, progress.onProgress).finally(
      progress.finish,
    );
    terminal.out(formatVerification(checked));
    for (const path of outputs) await writeText(path, renderVerification(checked));
  } finally {
    await assistant.close();
  }
}
