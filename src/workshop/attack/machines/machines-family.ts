/** Servers, workers and their database, ended with SIGKILL in turn while questions are asked and documents are queued. */
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { packageRoot } from '../../../config/settings.ts';
import { readEvalFile } from '../../evaluate/questions/eval-format.ts';
import { type AttackFamily, type AttackRow, type AttackSettings, countHeld } from '../family.ts';
import { waitUntil } from '../processes/wait-until.ts';
import { askInTurn, askUntil } from './ask-in-turns.ts';
import { findPostgres } from './find-postgres.ts';
import { graceMs, judgeAnswers, judgeDocuments } from './judge-machines.ts';
import { killInTurn } from './kill-in-turn.ts';
import { annexesEach, isDrained, queueAnnex, queueAnnexes } from './queue-annexes.ts';
import { withStage } from './stage.ts';

const rounds = 2;
const questionCount = 24;
const clientCount = 2;

async function attackMachines(settings: AttackSettings): Promise<AttackRow[]> {
  const { onProgress = () => {}, signal } = settings;
  if (findPostgres() === undefined) {
    return [countHeld('nothing: PostgreSQL with pgvector is not installed', '', [])];
  }
  onProgress({ stage: 'starting', done: 0, total: null });
  return withStage(settings, async (stage) => {
    const { servers, documents } = stage;
    const all = await readEvalFile(join(packageRoot, 'evals', 'fragmented-europe.jsonl'));
    const every = Math.floor(all.length / questionCount);
    const sample = all.filter((_, at) => at % every === 0).slice(0, questionCount);
    // From the second document on, answers say which one they are of.
    await queueAnnex(stage, rounds * annexesEach, 1);
    await waitUntil(() => isDrained(stage), 'the first document to be read', signal);
    const before = new Map<string, string>();
    for (const [at, { question }] of sample.entries()) {
      const told = await askInTurn(servers, at, question, documents);
      if ('refusal' in told) throw new Error(`Refused before the attack: ${told.refusal}`);
      before.set(question, told.answer);
    }
    const [first = ''] = before.keys();
    let isOver = false;
    const asking = askUntil(servers, before, documents, clientCount, () => isOver);
    const faults: Map<string, string | null>[] = [];
    try {
      for (let round = 0; round < rounds; round += 1) {
        onProgress({ stage: 'killing', done: round, total: rounds });
        const queueing = queueAnnexes(stage, round);
        faults.push(await killInTurn(stage, round, first));
        await queueing;
      }
      await waitUntil(() => isDrained(stage), 'the queue to be empty', signal);
      // A while longer, for the servers to follow.
      await wait(graceMs);
    } finally {
      isOver = true;
    }
    const asked = await asking;
    onProgress({ stage: 'killing', done: rounds, total: rounds });
    const killed = [...(faults[0]?.keys() ?? [])].map((fault) =>
      countHeld(
        `SIGKILL of ${fault}`,
        fault === 'the database'
          ? 'the servers answer again, without a restart'
          : 'the others go on, its work too',
        faults.map((met) => met.get(fault) ?? null),
      ),
    );
    return [...killed, ...judgeAnswers(asked, stage.outages), ...(await judgeDocuments(stage))];
  });
}

export const machinesFamily: AttackFamily = {
  name: 'machines',
  title: 'Servers and workers over a database that end',
  needsIndex: true,
  about:
    'Two servers and two workers run over a PostgreSQL of their own. Two clients ask the servers in turns, each question of the ' +
    'other server where one does not answer, while documents are queued; a worker, a server and the database are ended with ' +
    'SIGKILL, one after the other, in two rounds, and started again. Held: no answer is another than before, no question is ' +
    'refused while the database is there (and for five seconds after it is back), and every document is in the index once.',
  attack: attackMachines,
};
