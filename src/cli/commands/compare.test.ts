import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { fakeSession, fakeTerminal } from '../../testing/cli/fake-session.ts';
import { italy, makeReport, poland, sweden } from '../../testing/documents/small-report.ts';
import { editionChangesSchema } from '../../wire/compare.ts';
import { runProgram } from '../main.ts';

let root = '';
let ingested = '';
const newSweden = {
  ...sweden,
  paragraphs: sweden.paragraphs.map((text) => text.replaceAll('300%', '310%')),
};
beforeAll(async () => {
  root = realpathSync(mkdtempSync(join(tmpdir(), 'verse-compare-')));
  mkdirSync(join(root, 'corpus'));
  writeFileSync(join(root, 'corpus', 'etnc-2025.pdf'), makeReport([sweden, poland]));
  writeFileSync(join(root, 'corpus', 'medicines.pdf'), makeReport([italy], 'Medicines of Italy'));
  await run(['ingest']);
  writeFileSync(join(root, 'corpus', 'etnc-2026.pdf'), makeReport([newSweden, poland], 'Europe, once more'));
  ingested = (await run(['ingest'])).out;
});
afterAll(() => rmSync(root, { recursive: true, force: true }));

async function run(args: string[]) {
  const terminal = fakeTerminal();
  const settings = { VERSE_CORPUS: join(root, 'corpus'), VERSE_INDEX: join(root, 'index') };
  const exit = await runProgram(fakeSession(settings, terminal), args);
  return { exit, out: terminal.printed(), err: terminal.complained() };
}

describe('verse compare', () => {
  it('is what an ingest names where it notices another edition', () => {
    expect(ingested.replace(/\s+/g, ' ')).toContain(
      'etnc-2026 shares 87 % of its sentences with etnc-2025: another edition? verse compare etnc-2025 etnc-2026 says what changed.',
    );
  });

  it('prints what changed and where, and nothing else', async () => {
    expect(await run(['compare', 'etnc-2025', 'once more'])).toEqual({
      exit: 0,
      err: '',
      out: [
        'Fragmented Europe, in short, 2 pages → Europe, once more, 2 pages',
        '6 sentences the same, 1 changed.',
        'Notes: 1 note the same, none changed.',
        '',
        'Sweden',
        '  changed, p. 1',
        "    In 2023, Chinese-owned companies' R&D investments in Sweden surpassed the",
        '      equivalent of EUR 1.5 billion, an increase of almost [-300%-]{+310%+}',
        '      since 2013.',
        '',
      ].join('\n'),
    });
  });

  it('prints it as the API returns it, narrowed to a chapter or a kind of change', async () => {
    const compare = async (...args: string[]) => {
      const { out } = await run(['compare', 'etnc-2025', 'etnc-2026', '--json', ...args]);
      return editionChangesSchema.parse(JSON.parse(out));
    };
    expect((await compare()).counts.body).toMatchObject({ same: 6, changed: 1 });
    expect((await compare('-c', 'poland')).counts.body).toMatchObject({ same: 2, changed: 0 });
    expect((await compare('--only', 'added', '--only', 'moved')).groups).toEqual([]);
  });

  it('tells two reports that are hardly alike by chapters, unless all is asked for', async () => {
    const lines = (text: string) => text.split('\n').length;
    const summary = await run(['compare', 'etnc-2025', 'medicines']);
    expect(summary).toMatchObject({ exit: 0, err: '' });
    expect(summary.out).toContain('Nothing of the shorter one is in the other');
    expect(summary.out).toMatch(/\n {2}Sweden: \d+ removed\n[\s\S]+\n\n--all lists each of them\.\n$/);
    const all = await run(['compare', 'etnc-2025', 'medicines', '--all']);
    expect(lines(all.out)).toBeGreaterThan(lines(summary.out));
    for (const args of [['--only', 'removed'], ['--chapter', 'Sweden'], ['--all']]) {
      const { out } = await run(['compare', 'etnc-2025', 'medicines', ...args]);
      expect(out).toContain('removed (was p. 1)');
    }
    const { out } = await run(['compare', 'etnc-2025', 'medicines', '--json']);
    expect(editionChangesSchema.parse(JSON.parse(out)).groups.length).toBeGreaterThan(1);
  });

  it('takes the file of a document, and says of another file how to add it', async () => {
    const file = join(root, 'corpus', 'etnc-2025.pdf');
    expect((await run(['compare', file, 'etnc-2026'])).out).toContain('6 sentences the same, 1 changed.');
    const annex = join(root, 'annex.pdf');
    writeFileSync(annex, makeReport([poland]));
    expect(await run(['compare', file, annex])).toEqual({
      exit: 2,
      out: '',
      err: `${annex} is not in the index. Add it first: verse add ${annex}\n`,
    });
  });

  it.each([
    [['etnc-2025', 'lost.pdf'], 'lost.pdf is not in the index. Nor is there such a file.\n'],
    [
      ['etnc-2025', 'etnc'],
      '“etnc” is in the names of 2 documents. Name one by its id: etnc-2025, etnc-2026.\n',
    ],
    [
      ['etnc-2025', 'etnc-2026', '-c', 'Norway'],
      'No chapter is called “Norway”. There are: Sweden, Poland.\n',
    ],
  ])('%j exits with 2', async (args, err) => {
    expect(await run(['compare', ...args])).toEqual({ exit: 2, out: '', err });
  });
});
