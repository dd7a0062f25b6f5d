/** An ingest whose index folder cannot be written. */
import { chmodSync, readdirSync } from 'node:fs';
import { writeFile as writePlain } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import type { Progress } from '../core/types.ts';
import type { WriteFile } from '../store/disk/commit-build.ts';
import { statuses, useIngestFolder } from '../testing/documents/ingest-folder.ts';
import { italy, makeReport, poland } from '../testing/documents/small-report.ts';

const folder = useIngestFolder();
const { run, put, bestPassage } = folder;

describe('an index folder that cannot be written', () => {
  /** Root may write anywhere, so it steps down for the time being. */
  async function asPlainUser<T>(work: () => Promise<T>): Promise<T> {
    const isRoot = process.geteuid?.() === 0;
    if (isRoot) process.seteuid?.(65_534);
    try {
      return await work();
    } finally {
      if (isRoot) process.seteuid?.(0);
    }
  }

  const hint = 'Mend the permissions and run `verse ingest` again; the previous index is untouched.';

  it('for want of permission is named, and the index in it still answers', async () => {
    put('etnc.pdf', makeReport());
    await run();
    put('etnc.pdf', makeReport([italy]));
    chmodSync(folder.root, 0o755);
    chmodSync(folder.indexDir, 0o555);
    await asPlainUser(async () => {
      await expect(run()).rejects.toMatchObject({
        code: 'cannot-write',
        sentence: `${folder.indexDir}/: no permission to write here. ${hint}`,
      });
    });
    expect(await bestPassage('the SHENG programme')).toBe(poland.paragraphs[0]);
    chmodSync(folder.indexDir, 0o755);
  });

  it('for want of permission is named before anything is read, where there is no index yet', async () => {
    put('etnc.pdf', makeReport());
    chmodSync(folder.root, 0o555);
    const progress: Progress[] = [];
    await asPlainUser(async () => {
      await expect(run({ onProgress: (one) => progress.push(one) })).rejects.toMatchObject({
        code: 'cannot-write',
        sentence: `${folder.indexDir}/: no permission to write here. ${hint}`,
      });
    });
    expect(progress).toEqual([]);
    chmodSync(folder.root, 0o755);
  });

  it('reports a PDF without read permission', async () => {
    const path = put('etnc.pdf', makeReport());
    chmodSync(folder.root, 0o755);
    chmodSync(path, 0o000);
    await asPlainUser(async () => {
      await expect(run()).rejects.toMatchObject({
        code: 'cannot-read',
        sentence: `${path}: no permission to read it. Check the path.`,
      });
    });
  });

  it('for a full disk, at whichever file, leaves the old index answering and no part of the new one', async () => {
    put('etnc.pdf', makeReport());
    await run();
    put('etnc.pdf', makeReport([italy]));
    const before = readdirSync(folder.indexDir, { recursive: true }).sort();
    // Three files, the manifest and the pointer.
    for (let failing = 1; failing <= 5; failing += 1) {
      let written = 0;
      const writeFile: WriteFile = async (path, bytes) => {
        written += 1;
        await writePlain(path, written === failing ? bytes.subarray(0, bytes.length / 2) : bytes);
        if (written === failing) throw Object.assign(new Error('ENOSPC: write'), { code: 'ENOSPC' });
      };
      await expect(run({ writeFile })).rejects.toMatchObject({
        code: 'cannot-write',
        sentence:
          `${folder.indexDir}/: no space left on the disk (needed at least 1 MB). ` +
          'Free some space and run `verse ingest` again; the previous index is untouched.',
      });
      expect(written).toBe(failing);
      expect(readdirSync(folder.indexDir, { recursive: true }).sort()).toEqual(before);
    }
    expect(await bestPassage('the SHENG programme')).toBe(poland.paragraphs[0]);
    expect(statuses(await run())).toEqual({ etnc: 'changed' });
  });
});
