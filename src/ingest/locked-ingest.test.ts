/** Ingests that meet at the lock of one index. */
import { readFileSync, renameSync } from 'node:fs';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { useIngestFolder } from '../testing/documents/ingest-folder.ts';
import { italy, makeReport, sweden } from '../testing/documents/small-report.ts';
import type { FakeEncoder } from '../testing/networks/fake-encoder.ts';
import type { IngestReport } from './ingest-report.ts';

const folder = useIngestFolder();
const { run, put, listIndex } = folder;

describe('an ingest whose lock another has taken', () => {
  it('leaves the index as it was', async () => {
    put('etnc.pdf', makeReport([sweden]));
    await run();
    const before = readFileSync(join(folder.indexDir, 'current'), 'utf8');
    put('etnc.pdf', makeReport([italy]));
    const openEncoder = async () => {
      renameSync(join(folder.indexDir, 'lock'), join(folder.indexDir, 'aside'));
      return folder.encoder;
    };
    await expect(run({ openEncoder })).rejects.toMatchObject({ code: 'index-locked' });
    expect(readFileSync(join(folder.indexDir, 'current'), 'utf8')).toBe(before);
    expect(listIndex()).toEqual(['aside', 'build', 'current']);
  });
});

describe('two ingests at once', () => {
  it('exclude each other: the second learns who holds the lock, and the first succeeds', async () => {
    put('etnc.pdf', makeReport());
    let goOn: (value: FakeEncoder) => void = () => {};
    const opened = new Promise<FakeEncoder>((resolve) => {
      goOn = resolve;
    });
    let first: Promise<IngestReport> | undefined;
    await new Promise<void>((reached) => {
      first = run({
        openEncoder: () => {
          reached();
          return opened;
        },
      });
    });
    await expect(run()).rejects.toMatchObject({
      code: 'index-locked',
      message: expect.stringContaining(
        `${folder.indexDir}/: another ingest is running (process ${process.pid} on ${hostname()}, since `,
      ),
      hint: 'Wait for it to end.',
    });
    goOn(folder.encoder);
    expect(await first).toMatchObject({ changed: true });
    expect(await run()).toMatchObject({ changed: false });
  });
});
