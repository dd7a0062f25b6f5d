import { createHash } from 'node:crypto';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { packageRoot } from '../config/settings.ts';
import { VerseError } from '../core/errors.ts';
import { makeReport } from '../testing/documents/small-report.ts';
import { openPageDrawer } from './page-drawer.ts';

const file = join(packageRoot, 'corpus', 'fragmented-europe-2026.pdf');
const digest = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex');
const sha256 = digest(readFileSync(file));
const drawPage = openPageDrawer();

let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'verse-pictures-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('openPageDrawer', () => {
  it('draws page 84 of the report as a PNG of the width asked for', async () => {
    const picture = Buffer.from(await drawPage({ file, sha256, page: 84, width: 400 }));
    expect(picture.subarray(1, 4).toString()).toBe('PNG');
    // The header chunk: width at byte 16, height at 20. The report's pages are 7 to 9.
    expect(picture.readUInt32BE(16)).toBe(400);
    expect(picture.readUInt32BE(20)).toBe(514);
    // A blank page of this size packs into about 2 kB.
    expect(picture.length).toBeGreaterThan(40_000);
  });

  it('refuses a page that the file does not have', async () => {
    const drawing = drawPage({ file, sha256, page: 195, width: 400 });
    await expect(drawing).rejects.toThrow(
      new VerseError(
        'unknown-page',
        'fragmented-europe-2026.pdf has no page 195.',
        'Its pages are 1 to 194.',
      ),
    );
  });

  it('refuses a file that changed since it was ingested', async () => {
    await expect(drawPage({ file, sha256: 'other', page: 84, width: 400 })).rejects.toMatchObject({
      code: 'stale-index',
      sentence: 'fragmented-europe-2026.pdf has changed since it was ingested. Run `verse ingest` again.',
    });
  });

  it('says when the file has gone', async () => {
    await expect(drawPage({ file: '/nowhere/x.pdf', sha256, page: 1, width: 400 })).rejects.toMatchObject({
      code: 'cannot-read',
      sentence: 'x.pdf is not where it was when it was ingested. Put it back, or run `verse ingest` again.',
    });
  });

  it('draws the same picture from a file that is open, from one just opened, and from one closed since', async () => {
    const page = { file, sha256, page: 84, width: 200 };
    const other = join(folder, 'short.pdf');
    writeFileSync(other, makeReport());
    const otherPage = { file: other, sha256: digest(readFileSync(other)), page: 2, width: 200 };
    const draw = openPageDrawer({ keptMs: 1 });
    const first = digest(await draw(page));
    expect(digest(await draw(page))).toBe(first);
    const otherFirst = digest(await draw(otherPage));
    expect(digest(await draw(page))).toBe(first);
    await new Promise((resolve) => setTimeout(resolve, 20));
    expect(digest(await draw(page))).toBe(first);
    expect(digest(await draw(otherPage))).toBe(otherFirst);
    expect(otherFirst).not.toBe(first);
  });

  it('draws concurrent requests one at a time, and continues after an unknown page', async () => {
    const draw = openPageDrawer();
    const page = { file, sha256, page: 12, width: 200 };
    const outcomes = await Promise.allSettled([draw(page), draw({ ...page, page: 999 }), draw(page)]);
    expect(outcomes.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled']);
  });

  it('sees that the file changed while it was open', async () => {
    const changing = join(folder, 'changing.pdf');
    cpSync(file, changing);
    const draw = openPageDrawer();
    await draw({ file: changing, sha256, page: 84, width: 200 });
    writeFileSync(changing, makeReport());
    await expect(draw({ file: changing, sha256, page: 84, width: 200 })).rejects.toMatchObject({
      code: 'stale-index',
    });
  });
});
