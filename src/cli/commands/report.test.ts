import { mkdirSync, mkdtempSync, readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { fakeSession, fakeTerminal } from '../../testing/cli/fake-session.ts';
import { makeReport, poland, sweden } from '../../testing/documents/small-report.ts';
import { readingSchema } from '../../wire/reading.ts';
import { runProgram } from '../main.ts';

let root = '';
const title = 'Europe <b>in short</b>';
beforeAll(async () => {
  root = realpathSync(mkdtempSync(join(tmpdir(), 'verse-report-')));
  mkdirSync(join(root, 'corpus'));
  writeFileSync(join(root, 'corpus', 'etnc.pdf'), makeReport([sweden, poland], title));
  await run(['ingest']);
});
afterAll(() => rmSync(root, { recursive: true, force: true }));

async function run(args: string[]) {
  const terminal = fakeTerminal();
  const settings = { VERSE_CORPUS: join(root, 'corpus'), VERSE_INDEX: join(root, 'index') };
  const exit = await runProgram(fakeSession(settings, terminal), args);
  return { exit, out: terminal.printed(), err: terminal.complained() };
}

describe('verse report', () => {
  it('says of each part how well it was read and why, the worst first', async () => {
    const { exit, out, err } = await run(['report', 'etnc']);
    expect({ exit, err }).toEqual({ exit: 0, err: '' });
    expect(out).toMatchInlineSnapshot(`
      "etnc: Europe <b>in short</b>
      Read well: nothing speaks against it.

      pages         good  2 pages. All have text.
      chapters      good  2 of 2 chapters told by two sources or more: bookmarks and
                          headings in the text.
      words         good  0 of 65 words in no dictionary, or broken (0 %).
      completeness  good  Every line is in a passage or was left out for a reason.
      order         good  The text runs down its columns on every page.
      notes         good  1 note, to which no marker leads.
      tables        good  No tables were found.
      title         good  “Europe <b>in short</b>”, the file's own title.
      language      good  Its language is known (en).
      file          good  Nothing in the file is damaged.
      "
    `);
  });

  it('prints it as the API returns it; the same pages by the same seed', async () => {
    const { out } = await run(['report', 'etnc', '--json', '--pages', '1', '--seed', '4']);
    const report = readingSchema.parse(JSON.parse(out));
    expect(report.sample).toHaveLength(1);
    expect((await run(['report', 'etnc', '--json', '--pages', '1', '--seed', '4'])).out).toBe(out);
    const kinds = report.sample.flatMap(({ marks }) => marks.map(({ kind }) => kind));
    expect(kinds).toContain('heading');
    expect(kinds).toContain('text');
  });

  it('writes one file that loads nothing, with the pages as pictures and what the document says escaped', async () => {
    const file = join(root, 'reading.html');
    expect(await run(['report', join(root, 'corpus', 'etnc.pdf'), '--html', file])).toMatchObject({
      exit: 0,
    });
    const page = readFileSync(file, 'utf8');
    expect(page.match(/<img src="data:image\/png;base64,iVBOR/g)).toHaveLength(2);
    expect(page).toContain("default-src 'none'; style-src 'unsafe-inline'; img-src data:");
    expect(page).toContain('Europe &lt;b&gt;in short&lt;/b&gt;');
    expect(page).not.toMatch(/<b>in short|<script|https?:\/\/(?!ncn\.gov)/);
  });

  it('says what is wrong with a name, a number and a file that cannot be written', async () => {
    expect(await run(['report', 'etcn'])).toMatchObject({ exit: 2, out: '' });
    expect((await run(['report', 'etnc', '--pages', '61'])).err).toContain(
      'It must be a whole number from 0 to 60.',
    );
    const refused = await run(['report', 'etnc', '--html', join(root, 'corpus', 'etnc.pdf', 'x.html')]);
    expect(refused).toMatchObject({ exit: 1, out: '' });
    expect(refused.err).toMatch(/x\.html/);
  });

  it('still reports where a page cannot be drawn because the file is gone, but writes no pictures then', async () => {
    rmSync(join(root, 'corpus', 'etnc.pdf'));
    expect(await run(['report', 'etnc'])).toMatchObject({ exit: 0 });
    const { exit, err } = await run(['report', 'etnc', '--html', join(root, 'none.html')]);
    expect(exit).toBe(1);
    expect(err).toContain('etnc.pdf is not where it was when it was ingested.');
  });
});
