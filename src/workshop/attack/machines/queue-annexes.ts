/** Documents that are queued during the attack. */
import { mkdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { enqueueDocuments, withQueue } from '../../../assistant/document-queue.ts';
import type { Config } from '../../../config/settings.ts';
import type { QueueEntry } from '../../../store/document-queue.ts';
import { waitUntil } from '../processes/wait-until.ts';
import { makeAnnex } from './make-annexes.ts';
import type { Stage } from './stage.ts';

/** Documents that are queued in a round; every fourth is there in a second version right after. */
export const annexesEach = 12;

/** Queues an annex, also while the database is away. */
export async function queueAnnex(
  { config, root, passages, queued, signal }: Stage,
  number: number,
  version: number,
): Promise<void> {
  const { id, bytes } = makeAnnex(passages, number, version);
  const folder = join(root, `version-${version}`);
  await mkdir(folder, { recursive: true });
  const path = join(folder, `${id}.pdf`);
  await writeFile(path, bytes);
  await waitUntil(
    async () => {
      const put = await enqueueDocuments(config, [path]).catch(() => undefined);
      const [entry] = put?.queued ?? [];
      if (entry !== undefined) queued.set(id, entry.sha256);
      return entry !== undefined;
    },
    `${id} to be queued`,
    signal,
  );
  // So that the next version is no stranger of the same name. Workers have the file from the database.
  await rm(path);
}

/** Queues the annexes of a round, second versions right after the first. */
export async function queueAnnexes(stage: Stage, round: number): Promise<void> {
  for (let at = 0; at < annexesEach; at += 1) {
    const number = round * annexesEach + at;
    for (const version of at % 4 === 0 ? [1, 2] : [1]) await queueAnnex(stage, number, version);
    await wait(300);
  }
}

export const listQueue = (config: Config): Promise<QueueEntry[]> =>
  withQueue(config, (queue) => queue.list()).catch(() => []);

export const isDrained = async ({ config, queued }: Stage) => {
  const entries = await listQueue(config);
  return (
    entries.length >= queued.size && entries.every(({ state }) => state === 'done' || state === 'failed')
  );
};
