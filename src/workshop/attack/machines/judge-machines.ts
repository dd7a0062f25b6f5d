/** What held of the answers and of the documents. */
import { withHome } from '../../../store/choose-home.ts';
import { type AttackRow, countHeld } from '../family.ts';
import type { Asked } from './ask-in-turns.ts';
import { listQueue } from './queue-annexes.ts';
import type { Outage, Stage } from './stage.ts';

/** Refusals so long after it is back are of its absence still: a server connects anew, and may have to open the index anew. */
export const graceMs = 5000;

/** Counts what became of the questions. */
export function judgeAnswers(asked: readonly Asked[], outages: readonly Outage[]): AttackRow[] {
  const answered = asked.filter(({ outcome }) => outcome === 'same' || outcome === 'other');
  const busy = asked.filter(({ outcome }) => outcome === 'busy').length;
  /** How long after an outage a question was asked that met it; undefined where it did not. */
  const late = (one: Asked, { from, to }: Outage) =>
    one.at < from || one.from > to + graceMs ? undefined : one.from - to;
  const refused = asked.filter(({ outcome }) => outcome === 'refused');
  const lateness = refused.map((one) =>
    outages.map((outage) => late(one, outage)).find((ms) => ms !== undefined),
  );
  const without = refused.filter((_, at) => lateness[at] === undefined);
  const last = Math.max(0, ...lateness.map((ms) => ms ?? 0)) / 1000;
  const away = outages.reduce((sum, { from, to }) => sum + (to - from), 0) / 1000;
  return [
    countHeld(
      'answers of two servers, by the answers before',
      'the same, letter for letter',
      answered.map(({ outcome, told }) => (outcome === 'same' ? null : told)),
    ),
    countHeld(
      'questions while the database was there',
      `answered; beside them ${refused.length - without.length} were refused in the ${away.toFixed(0)} s that it was away, the last asked ${last.toFixed(1)} s after; ${busy} times both were busy, and asked again when they said`,
      [...answered.map(() => null), ...without.map(({ told }) => told)],
    ),
  ];
}

/** Counts what became of the documents. */
export async function judgeDocuments({ config, queued, worked }: Stage): Promise<AttackRow[]> {
  const entries = await listQueue(config);
  const documents = await withHome(config, (home) => home.list());
  const findFailure = ([id, sha256]: [string, string]) => {
    const found = documents.filter((document) => document.id === id);
    if (found.length !== 1) return `${id} is there ${found.length} times`;
    return found[0]?.sha256 === sha256 ? null : `${id} is there in an earlier version`;
  };
  return [
    countHeld('documents queued, some in two versions', 'each is in the index once, in its last version', [
      ...[...queued].map(findFailure),
    ]),
    countHeld(
      'entries of the queue',
      'none was done twice, none failed',
      entries.map(({ number, id, state }) => {
        const times = worked.filter((one) => one.number === number && one.outcome === 'done').length;
        if (times > 1) return `${id} was done ${times} times`;
        return state === 'done' ? null : `${id} is ${state}`;
      }),
    ),
  ];
}
