/** Attacks on an index while it is written: whatever happens, the one before opens as before, or the new one does. */
import { writeFileSync } from 'node:fs';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { withIndexLock } from '../../../store/disk/lock.ts';
import { type AttackRow, countHeld } from '../family.ts';
import type { DiskFault } from './fail-disk.ts';
import { type HelperProcess, type Outcome, startHelper } from './helper-process.ts';
import type { IndexAttack } from './index-attack.ts';
import type { CommitRequest, OpenRequest } from './worker.ts';

/** The two states that there may be, and how to come back to the first. */
interface Stage {
  indexDir: string;
  before: string;
  after: string;
  digest(): Promise<string>;
  reset(): Promise<void>;
}

type Helper = HelperProcess<OpenRequest | CommitRequest>;

/** Why the index does not stand after a write; null where it does. */
async function findFailure(
  stage: Stage,
  what: string,
  outcome: Outcome,
  mayDie = false,
): Promise<string | null> {
  const digest = await stage.digest();
  const isWritten = digest === stage.after;
  if (digest !== stage.before) await stage.reset();
  if (digest !== stage.before && !isWritten) return `${what}: the index is neither old nor new (${digest})`;
  if (outcome.kind === 'refused') return isWritten ? `${what}: refused, and yet it is written` : null;
  if (outcome.kind === 'committed') return isWritten ? null : `${what}: reported as written, and it is not`;
  return mayDie && outcome.kind === 'died' ? null : `${what}: ${JSON.stringify(outcome)}`;
}

/** Fails each step in turn, until none is left to fail. */
async function failEachStep(
  kind: DiskFault['kind'],
  every: number,
  stage: Stage,
  write: (fault: DiskFault) => Promise<Outcome>,
  { onProgress = () => {}, signal }: IndexAttack,
): Promise<(string | null)[]> {
  const failures: (string | null)[] = [];
  for (let step = 1; ; step += every) {
    signal?.throwIfAborted();
    onProgress({ stage: `${kind} at each step`, done: step, total: null });
    const outcome = await write({ step, kind });
    const isOver = outcome.kind === 'committed' && outcome.steps < step;
    const failure = await findFailure(stage, `${kind} at step ${step}`, outcome, kind === 'SIGKILL');
    if (isOver) return failures;
    failures.push(failure);
  }
}

/** Limits on the size of a file, which end also what hnswlib writes by itself in the middle. */
async function limitFiles(stage: Stage, request: CommitRequest, worker?: string): Promise<(string | null)[]> {
  const failures: (string | null)[] = [];
  for (let blocks = 0; ; blocks = Math.max(1, Math.ceil(blocks * 1.5))) {
    const helper: Helper = startHelper(worker, blocks);
    const outcome = await helper.ask(request);
    helper.end();
    const failure = await findFailure(stage, `files of at most ${blocks} blocks`, outcome);
    if (outcome.kind === 'committed') return failures;
    failures.push(failure);
  }
}

async function attackLock(stage: Stage, write: () => Promise<Outcome>): Promise<AttackRow[]> {
  const holder = { pid: process.pid, host: hostname(), startedAt: new Date().toISOString() };
  const left: (string | null)[] = [];
  for (const content of ['', '{"pid":', JSON.stringify(holder)]) {
    writeFileSync(join(stage.indexDir, 'lock'), content);
    const outcome = await write();
    const failure = await findFailure(stage, `a lock file of ${content.length} bytes`, outcome);
    left.push(outcome.kind === 'committed' ? failure : `a lock file of ${content.length} bytes blocks`);
  }
  const second = await withIndexLock(stage.indexDir, write);
  const isRefused = second.kind === 'refused' && second.code === 'index-locked';
  await stage.reset();
  return [
    countHeld(
      'a lock file left behind: empty, cut off, with the number of a running process',
      'blocks nobody',
      left,
    ),
    countHeld('a second ingest at once', 'refused, and the first is named', [
      isRefused ? null : JSON.stringify(second),
    ]),
  ];
}

/** @param sourceDir an index that stays as it is. */
export async function attackCommits(
  attack: IndexAttack,
  sourceDir: string,
  folder: string,
): Promise<AttackRow[]> {
  const { expected, worker, stepsBetween, passageCounts } = attack;
  const helper: Helper = startHelper(worker);
  const indexDir = join(folder, 'written');
  const request = { indexDir, expected, sourceDir };
  const digest = async () => {
    const outcome = await helper.ask({ indexDir, expected });
    return outcome.kind === 'opened' ? outcome.digest : JSON.stringify(outcome);
  };
  const reset = async () => {
    await helper.ask({ ...request, passageCount: passageCounts.before });
  };
  const write = (fault?: DiskFault) => helper.ask({ ...request, passageCount: passageCounts.after, fault });
  try {
    await write();
    const after = await digest();
    await reset();
    const stage: Stage = { indexDir, before: await digest(), after, digest, reset };
    const failed = (kind: DiskFault['kind'], every: number) =>
      failEachStep(kind, every, stage, write, attack);
    return [
      countHeld(
        'one step of a write fails (EIO), each in turn',
        'the index before opens',
        await failed('EIO', 1),
      ),
      countHeld(
        'the disk is full from a step on, each in turn',
        'the index before opens',
        await failed('ENOSPC', 1),
      ),
      countHeld(
        'no file may grow over a limit, from none to what is needed',
        "the index before opens; also where hnswlib's own file is cut off",
        process.platform === 'win32'
          ? []
          : await limitFiles(stage, { ...request, passageCount: passageCounts.after }, worker),
      ),
      countHeld(
        'killed (SIGKILL) at a step, each in turn',
        'the index before or the new one opens, and the next ingest is not kept waiting',
        await failed('SIGKILL', stepsBetween),
      ),
      ...(await attackLock(stage, write)),
    ];
  } finally {
    helper.end();
  }
}
