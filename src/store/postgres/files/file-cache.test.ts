import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { sumOf } from '../../sum-of.ts';
import { openFileCache } from './file-cache.ts';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'verse-cache-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** A file of so many bytes, and how often it was read. */
function fileOf(id: string, bytes: number, sha256 = sumOf(Buffer.from(id.repeat(bytes)))) {
  const reads: string[] = [];
  async function* read() {
    reads.push(id);
    yield Buffer.from(id.repeat(bytes >> 1));
    yield Buffer.from(id.repeat(bytes - (bytes >> 1)));
  }
  return { place: { id, file: `/elsewhere/${id}.pdf`, sha256 }, read, reads };
}

describe('the files of a database on this machine', () => {
  it('are fetched once, also by several who ask at once', async () => {
    const cache = openFileCache(folder);
    const { place, read, reads } = fileOf('a', 1000);
    const paths = await Promise.all([cache.find(place, read), cache.find(place, read)]);
    paths.push(await cache.find(place, read), await openFileCache(folder).find(place, read));
    expect(new Set(paths).size).toBe(1);
    expect(readFileSync(paths[0] ?? '', 'utf8')).toBe('a'.repeat(1000));
    expect(reads).toEqual(['a']);
  });

  it('make room for others, the ones that were not asked for longest first', async () => {
    const cache = openFileCache(folder, 2500);
    const files = ['a', 'b', 'c'].map((id) => fileOf(id, 1000));
    for (const { place, read } of files) await cache.find(place, read);
    expect(readdirSync(folder).sort()).toEqual(
      files
        .slice(1)
        .map(({ place }) => place.sha256)
        .sort(),
    );
  });

  it('are not kept in a folder that a link of that name leads to, and nothing is removed there', async () => {
    const elsewhere = join(folder, 'elsewhere');
    mkdirSync(elsewhere);
    writeFileSync(join(elsewhere, 'letter.txt'), 'Dear Ms Novak');
    const link = join(folder, 'link');
    symlinkSync(elsewhere, link);
    const { place, read } = fileOf('a', 1000);
    await expect(openFileCache(link, 0).find(place, read)).rejects.toMatchObject({
      code: 'cannot-read',
      sentence: `${link} is a link, or belongs to another user. Remove it, or set TMPDIR to a folder of your own.`,
    });
    await openFileCache(elsewhere, 0).find(place, read);
    expect(readdirSync(elsewhere).sort()).toEqual([place.sha256, 'letter.txt'].sort());
  });

  it('are refused where they are not what was taken in, and nothing of them stays', async () => {
    const { place, read } = fileOf('a', 1000, '0'.repeat(64));
    await expect(openFileCache(folder).find(place, read)).rejects.toMatchObject({
      code: 'cannot-read',
      sentence:
        'a: its file in the database is not as it was taken in (its SHA-256 is another). Take it in again, or restore the database.',
    });
    expect(readdirSync(folder)).toEqual([]);
  });
});
