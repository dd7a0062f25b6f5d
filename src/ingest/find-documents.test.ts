import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { distinctFiles, findDocuments, hashFile, toSourceFile } from './find-documents.ts';

let folder = '';
beforeEach(() => {
  folder = realpathSync(mkdtempSync(join(tmpdir(), 'verse-find-')));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

describe('toSourceFile', () => {
  it.each([
    ['/reports/fragmented-europe-2026.pdf', 'fragmented-europe-2026'],
    ['/reports/ETNC report v1.2.PDF', 'ETNC report v1.2'],
    ['/reports/annex', 'annex'],
    ['/reports/.pdf', '.pdf'],
  ])('calls the document in %s “%s”', (path, id) => {
    expect(toSourceFile(path)).toEqual({ id, path, name: path });
  });

  it('names a file below the working folder from there, and one above it in full', () => {
    expect(toSourceFile('corpus/etnc.pdf')).toEqual({
      id: 'etnc',
      path: join(process.cwd(), 'corpus', 'etnc.pdf'),
      name: 'corpus/etnc.pdf',
    });
    const above = join(process.cwd(), '..', 'etnc.pdf');
    expect(toSourceFile('../etnc.pdf').name).toBe(above);
  });
});

describe('findDocuments', () => {
  it('finds the documents of a folder, also one without an ending, and neither hidden files nor folders', async () => {
    for (const name of ['b.pdf', 'a.PDF', '.c.pdf', 'notes.txt']) writeFileSync(join(folder, name), '');
    for (const name of ['annex', '.hidden']) writeFileSync(join(folder, name), '%PDF-1.7');
    mkdirSync(join(folder, 'd.pdf'));
    expect((await findDocuments(folder)).map(({ path }) => path)).toEqual([
      join(folder, 'a.PDF'),
      join(folder, 'annex'),
      join(folder, 'b.pdf'),
    ]);
  });
});

describe('distinctFiles', () => {
  it('drops a file named twice and refuses two that would have the same id', () => {
    const [one, same, other] = ['/a/etnc.pdf', '/b/../a/etnc.pdf', '/b/etnc.PDF'].map((path) =>
      toSourceFile(path),
    );
    if (one === undefined || same === undefined || other === undefined) throw new Error('three files');
    expect(distinctFiles([one, same])).toEqual([one]);
    expect(() => distinctFiles([one, other])).toThrow(
      '/a/etnc.pdf and /b/etnc.PDF: two files of the same name.',
    );
  });
});

describe('hashFile', () => {
  it('gives the SHA-256, up to the very limit', async () => {
    const path = join(folder, 'etnc.pdf');
    writeFileSync(path, 'abc');
    const hashed = await hashFile(toSourceFile(path), 3);
    // FIPS 180-2, appendix B.1.
    expect(hashed.sha256).toBe('ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad');
    await expect(hashFile(toSourceFile(path), 2)).rejects.toMatchObject({
      code: 'too-large',
      sentence: `${path}: 3 bytes, more than the limit of 2. Raise VERSE_MAX_FILE_BYTES if you mean it.`,
    });
  });

  it('names what keeps a file from being read', async () => {
    const nested = join(folder, 'file');
    writeFileSync(nested, '');
    await expect(hashFile(toSourceFile(join(nested, 'etnc.pdf')), 3)).rejects.toMatchObject({
      code: 'cannot-read',
      sentence: `${join(nested, 'etnc.pdf')}: it cannot be read (ENOTDIR). Check the path.`,
    });
  });
});
