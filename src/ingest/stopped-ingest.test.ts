/** An ingest that is stopped by its signal, at every stage. */
import { readdirSync } from 'node:fs';
import { writeFile as writePlain } from 'node:fs/promises';
import { beforeEach, expect, it } from 'vitest';
import type { Progress } from '../core/types.ts';
import { useIngestFolder } from '../testing/documents/ingest-folder.ts';
import { italy, makeReport, poland, sweden } from '../testing/documents/small-report.ts';
import { readWhole } from '../testing/store/index-contents.ts';

const folder = useIngestFolder();
/** How often the encoder was opened and closed. */
let opened = 0;
let closed = 0;
beforeEach(() => {
  [opened, closed] = [0, 0];
});

function run(options: Parameters<typeof folder.run>[0] = {}) {
  return folder.run({
    openEncoder: async () => {
      opened += 1;
      return {
        ...folder.encoder,
        close: async () => {
          closed += 1;
        },
      };
    },
    ...options,
  });
}

function put(...chapters: Parameters<typeof makeReport>[0] & object): void {
  folder.put('etnc.pdf', makeReport(chapters));
}

async function chaptersNow(): Promise<string[]> {
  const { passages } = await readWhole(await folder.openIt());
  return [...new Set(passages.map(({ chapter }) => chapter))];
}

/** Runs an ingest that is stopped where `stops` says so; gives the stages that it went through. */
async function runStopped(stops: (progress: Progress) => boolean): Promise<string[]> {
  const stopping = new AbortController();
  const reason = new Error('Nobody waits for it.');
  const stages: string[] = [];
  const onProgress = (progress: Progress) => {
    stages.push(`${progress.stage} ${progress.done}`);
    if (stops(progress)) stopping.abort(reason);
  };
  await expect(run({ onProgress, signal: stopping.signal })).rejects.toBe(reason);
  return stages;
}

const moments: [string, Pick<Progress, 'stage' | 'done'>, last: string][] = [
  ['while it reads', { stage: 'read etnc', done: 1 }, 'read etnc 1'],
  ['when everything is read', { stage: 'read etnc', done: 2 }, 'read etnc 2'],
  ['while it encodes', { stage: 'encode', done: 1 }, 'encode 1'],
  ['when everything is encoded', { stage: 'encode', done: 2 }, 'encode 2'],
  ['when the first file is written', { stage: 'write', done: 1 }, 'write 1'],
  ['when all files are written', { stage: 'write', done: 3 }, 'write 3'],
];

it.each(
  moments,
)('%s it stops there: the old index answers, and nothing is left of the new one', async (_, moment, last) => {
  put(sweden, poland);
  await run();
  const before = readdirSync(folder.indexDir, { recursive: true }).sort();
  put(sweden, italy);
  const stages = await runStopped(({ stage, done }) => stage === moment.stage && done === moment.done);
  expect(stages.at(-1)).toBe(last);
  expect(readdirSync(folder.indexDir, { recursive: true }).sort()).toEqual(before);
  expect(await chaptersNow()).toEqual(['Sweden', 'Poland']);
  expect(closed).toBe(opened);
  await run();
  expect(await chaptersNow()).toEqual(['Sweden', 'Italy']);
});

it('stops at the last moment, with the pointer written and not yet in place', async () => {
  put(sweden);
  await run();
  const before = readdirSync(folder.indexDir, { recursive: true }).sort();
  put(italy);
  const stopping = new AbortController();
  const writeFile = async (path: string, bytes: Uint8Array) => {
    await writePlain(path, bytes);
    if (path.endsWith('current.new')) stopping.abort();
  };
  const running = run({ writeFile, signal: stopping.signal });
  await expect(running).rejects.toMatchObject({ name: 'AbortError' });
  expect(readdirSync(folder.indexDir, { recursive: true }).sort()).toEqual(before);
});

it('reads nothing if aborted before it begins, and leaves no index if there was none', async () => {
  put(sweden);
  const stages: string[] = [];
  const onProgress = ({ stage }: Progress) => void stages.push(stage);
  const running = run({ onProgress, signal: AbortSignal.abort() });
  await expect(running).rejects.toMatchObject({ name: 'AbortError' });
  expect(stages).toEqual([]);
  await expect(chaptersNow()).rejects.toMatchObject({ code: 'no-index' });
});

it('passes its signal to the encoder, so that opening one is aborted too', async () => {
  put(sweden);
  const { signal } = new AbortController();
  let given: AbortSignal | undefined;
  await run({
    signal,
    openEncoder: async (one) => {
      given = one;
      return folder.encoder;
    },
  });
  expect(given).toBe(signal);
});
