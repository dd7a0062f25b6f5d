/** Ends a worker, a server and the database with SIGKILL, and waits for the others to go on. */
import { setTimeout as wait } from 'node:timers/promises';
import type { Server } from '../processes/program.ts';
import { waitUntil } from '../processes/wait-until.ts';
import { askInTurn } from './ask-in-turns.ts';
import { listQueue } from './queue-annexes.ts';
import type { Stage } from './stage.ts';

/** How long the database stays away. */
const awayMs = 3000;

const isAnswering = async (server: Server, { documents }: Stage, question: string) =>
  'answer' in (await askInTurn([server], 0, question, documents));

/** Kills a worker, a server and the database, one after the other; what it gives are the faults that were not met. */
export async function killInTurn(
  stage: Stage,
  round: number,
  question: string,
): Promise<Map<string, string | null>> {
  const { config, database, servers, workers, outages, signal } = stage;
  const met = new Map<string, string | null>();
  const note = (fault: string, work: Promise<void>) =>
    work.then(
      () => met.set(fault, null),
      (error: unknown) => met.set(fault, String(error)),
    );
  const [worker, server] = [workers[round % workers.length], servers[round % servers.length]];
  if (worker === undefined || server === undefined) throw new Error('Nothing is there to kill.');
  const reading = async () => (await listQueue(config)).filter(({ state }) => state === 'working');
  await waitUntil(
    async () => (await reading()).length === workers.length,
    'every worker to have a document',
    signal,
  );
  const held = await reading();
  await worker.kill();
  await note(
    'a worker that reads a document',
    waitUntil(
      async () => {
        const now = await listQueue(config);
        return held.every(({ number }) => now.find((one) => one.number === number)?.state === 'done');
      },
      'its document to be read by another',
      signal,
    ),
  );
  await worker.start();
  await server.kill();
  const others = servers.filter((one) => one !== server);
  await note(
    'a server',
    waitUntil(
      async () => (await Promise.all(others.map((one) => isAnswering(one, stage, question)))).every(Boolean),
      'the other to answer',
      signal,
    ),
  );
  await server.start();
  const from = performance.now();
  database.kill();
  await wait(awayMs);
  await database.recover();
  outages.push({ from, to: performance.now() });
  await note(
    'the database',
    waitUntil(
      async () => (await Promise.all(servers.map((one) => isAnswering(one, stage, question)))).every(Boolean),
      'the servers to answer again',
      signal,
    ),
  );
  return met;
}
