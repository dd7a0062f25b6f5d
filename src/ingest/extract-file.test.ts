/** Extraction in the compiled product, where each file is read in a process of its own. */
import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type BuiltPackage, buildPackage } from '../testing/build-package.ts';
import { makeReport } from '../testing/documents/small-report.ts';
import { depths } from '../workshop/attack/pdf/hostile-depths.ts';
import { loops } from '../workshop/attack/pdf/hostile-loops.ts';
import { onePage, sentence } from '../workshop/attack/pdf/simple-pdfs.ts';
import { extractDocument } from './extract.ts';

let built: BuiltPackage;
let folder = '';
beforeAll(() => {
  built = buildPackage();
  folder = mkdtempSync(join(tmpdir(), 'verse-extract-'));
});
afterAll(() => {
  built.remove();
  rmSync(folder, { recursive: true });
});

function put(name: string, bytes: Uint8Array = Buffer.alloc(0)): string {
  writeFileSync(join(folder, name), bytes);
  return join(folder, name);
}

/** A program that extracts files and prints what came of each, and the pages that were told. */
function program(files: readonly string[], stepMs: number): string {
  const module = pathToFileURL(join(built.folder, 'dist', 'ingest', 'extract-file.js')).href;
  return `
    import { createHash } from 'node:crypto';
    import { readFileSync } from 'node:fs';
    import { basename } from 'node:path';
    import { openExtraction } from ${JSON.stringify(module)};
    const { extract } = openExtraction({ stepMs: ${stepMs}, fileMs: 1e6, memoryBytes: 800 * 1024 * 1024 });
    const outcomes = [];
    for (const file of ${JSON.stringify(files)}) {
      const sha256 = createHash('sha256').update(readFileSync(file)).digest('hex');
      const source = { id: 'etnc', file, sha256, name: basename(file), ingestedAt: '' };
      const told = [];
      const onPage = (number, total) => {
        told.push([number, total]);
        process.stderr.write('page');
      };
      const extracted = await extract(source, { onPage }).catch((error) => error.message);
      outcomes.push({ extracted, told });
    }
    process.stdout.write(JSON.stringify(outcomes));
  `;
}

function extractThere(files: readonly string[], stepMs = 60_000): { extracted: unknown; told: number[][] }[] {
  const args = ['--input-type=module', '-e', program(files, stepMs)];
  // It must end by itself, with the process that it started.
  const output = execFileSync(process.execPath, args, {
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  return JSON.parse(output);
}

describe('a file that is extracted in a process of its own', () => {
  it('gives what it gives in this one, and tells its pages', async () => {
    const bytes = makeReport();
    const file = put('etnc.pdf', bytes);
    const [outcome] = extractThere([file]);
    const here = await extractDocument({
      id: 'etnc',
      file,
      sha256: '',
      bytes,
      name: 'etnc.pdf',
      ingestedAt: '',
    });
    expect(outcome?.extracted).toMatchObject({
      ...here,
      document: { ...here.document, sha256: expect.any(String) },
    });
    expect(outcome?.told).toEqual([
      [1, 2],
      [2, 2],
    ]);
  });

  it('is reported where it is damaged and read all the same', () => {
    const broken = onePage({ content: `${sentence} BT /F1 9 Tf [(a) ` });
    const [outcome] = extractThere([put('broken.pdf', broken)]);
    const damage = [expect.stringMatching(/^text may be missing \(.*\), page 1$/)];
    expect(outcome?.extracted).toMatchObject({ document: { report: { damage } } });
  });

  it('is refused by a sentence where it crashes the process or hangs, and the next one is read', () => {
    const deep = put('deep.pdf', depths['an outline 1,500 deep']?.());
    const endless = put('endless.pdf', loops['a pattern that paints itself']?.());
    const outcomes = extractThere([deep, endless, put('etnc.pdf', makeReport())], 8000);
    expect(outcomes.map(({ extracted }) => extracted)).toEqual([
      'deep.pdf: its outline made the program that reads it fail (RangeError: Maximum call stack size exceeded).',
      // On a fast machine it fills the memory first.
      expect.stringMatching(
        /^endless\.pdf: page 1 (?:took more than 8 seconds|takes more memory than the limit of 800 MB), so its reading was stopped\.$/,
      ),
      expect.objectContaining({ passages: expect.any(Array) }),
    ]);
  });

  it('ends with the program that wanted it, however busy it is', async () => {
    const endless = put('endless.pdf', loops['a pattern that paints itself']?.());
    const args = ['--input-type=module', '-e', program([endless], 600_000)];
    const parent = spawn(process.execPath, args, { stdio: ['ignore', 'ignore', 'pipe'] });
    await once(parent.stderr, 'data');
    const children = execFileSync('ps', ['-o', 'pid=', '--ppid', String(parent.pid)], { encoding: 'utf8' });
    const child = Number(children.trim());
    expect(child).toBeGreaterThan(0);
    parent.kill('SIGKILL');
    const isThere = () => {
      try {
        // A process that has ended and was not waited for by anyone is none.
        return !execFileSync('ps', ['-o', 'stat=', '-p', String(child)], { encoding: 'utf8' }).startsWith(
          'Z',
        );
      } catch {
        return false;
      }
    };
    await expect.poll(isThere).toBe(false);
  });
});
