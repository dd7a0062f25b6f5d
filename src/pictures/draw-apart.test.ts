import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { packageRoot } from '../config/settings.ts';
import { type BuiltPackage, buildPackage } from '../testing/build-package.ts';
import { openPageDrawer } from './page-drawer.ts';

const file = join(packageRoot, 'corpus', 'fragmented-europe-2026.pdf');
const digest = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex');
const sha256 = digest(readFileSync(file));

let built: BuiltPackage;
beforeAll(() => {
  built = buildPackage();
});
afterAll(() => built.remove());

interface Outcome {
  /** Digest of the picture, or what it was refused for. */
  pages: string[];
  /** Whether the event loop went on while the first page was drawn. */
  turns: number;
}

/** Draws in the compiled product, in a program that must end by itself. */
function drawThere(requests: readonly object[]): Outcome {
  const script = `
    import { createHash } from 'node:crypto';
    import { openPageProcess } from ${JSON.stringify(pathToFileURL(join(built.folder, 'dist/pictures/draw-apart.js')).href)};
    const { draw } = openPageProcess({ stepMs: 60_000, fileMs: 60_000, memoryBytes: 800e6 });
    let turns = 0;
    const timer = setInterval(() => turns++, 1);
    const pages = await Promise.all(${JSON.stringify(requests)}.map((request) => draw(request).then(
      (picture) => createHash('sha256').update(picture).digest('hex'),
      (error) => error.name + ' ' + error.code + ': ' + error.sentence,
    )));
    clearInterval(timer);
    process.stdout.write(JSON.stringify({ pages, turns }));
  `;
  const output = execFileSync(process.execPath, ['--input-type=module', '-e', script], { encoding: 'utf8' });
  const outcome: Outcome = JSON.parse(output);
  return outcome;
}

describe('openPageProcess', () => {
  it('draws as the same thread would, refuses as it would, and lets other work go on', async () => {
    const page = { file, sha256, page: 84, width: 400 };
    const { pages, turns } = drawThere([page, { ...page, page: 195 }, { ...page, sha256: 'other' }]);
    expect(pages).toEqual([
      digest(await openPageDrawer()(page)),
      'VerseError unknown-page: fragmented-europe-2026.pdf has no page 195. Its pages are 1 to 194.',
      'VerseError stale-index: fragmented-europe-2026.pdf has changed since it was ingested. Run `verse ingest` again.',
    ]);
    // Drawing in the same thread leaves it a few turns, between reading the file and drawing.
    expect(turns).toBeGreaterThan(40);
  });
});
