import { mkdirSync, mkdtempSync, readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { fakeSession, fakeTerminal } from '../../testing/cli/fake-session.ts';
import { italy, makeReport, poland, sweden } from '../../testing/documents/small-report.ts';
import { draftSchema } from '../../wire/draft.ts';
import { verificationSchema } from '../../wire/verification.ts';
import { runProgram } from '../main.ts';

/** The small report, really indexed by the real encoder, with drafts beside it. */
let root = '';
let environment: Record<string, string> = {};
beforeAll(async () => {
  root = realpathSync(mkdtempSync(join(tmpdir(), 'verse-verify-')));
  environment = { VERSE_CORPUS: join(root, 'corpus'), VERSE_INDEX: join(root, 'index') };
  mkdirSync(join(root, 'corpus'));
  writeFileSync(join(root, 'corpus', 'etnc.pdf'), makeReport([sweden, poland, italy]));
  expect(await run(['ingest'])).toMatchObject({ exit: 0 });
});
afterAll(() => rmSync(root, { recursive: true, force: true }));

async function run(args: string[], { input = '', isInteractive = false } = {}) {
  const terminal = fakeTerminal({ isInteractive });
  const exit = await runProgram(fakeSession(environment, terminal, { input }), args);
  return { exit, out: terminal.printed().replaceAll(`${root}/`, ''), err: terminal.complained() };
}

function put(name: string, content: string | Uint8Array): string {
  const path = join(root, name);
  writeFileSync(path, content);
  return path;
}

const ban = 'Sweden adopted an explicit ban on equipment from Huawei and ZTE in 5G networks in 2020.';

describe('verse verify with a sentence', () => {
  it('says what supports it, with the words of the report', async () => {
    const { exit, out, err } = await run(['verify', ...ban.split(' ')]);
    expect({ exit, err }).toEqual({ exit: 0, err: '' });
    expect(out).toMatchInlineSnapshot(`
      "supported by Sweden, p. 1
          Sweden adopted an explicit ban on equipment from Huawei and ZTE in 5G
          networks in 2020.
          Sweden, p. 1: “Sweden, as one of few EU countries, adopted an explicit ban
            on equipment from Chinese companies Huawei and ZTE in 5G networks in
            2020.”
      "
    `);
  });

  it('exits with 1 where the report does not support it, and says what it lacks', async () => {
    const { exit, out, err } = await run(['verify', ban.replace('ZTE', 'Nokia')]);
    expect({ exit, err }).toEqual({
      exit: 1,
      err: 'The report does not support the sentence as it stands.\n',
    });
    expect(out).toMatchInlineSnapshot(`
      "not supported
          Sweden adopted an explicit ban on equipment from Huawei and Nokia in 5G
          networks in 2020.
          - “Nokia”: not in the passage
          nearest: Sweden, p. 1: “Sweden, as one of few EU countries, adopted an
            explicit ban on equipment from Chinese companies Huawei and ZTE in 5G
            networks in 2020.”
          also near: Poland, p. 2: “In 2018, the Polish National Science Centre
            launched the SHENG programme to fund joint Polish-Chinese research
            projects in basic sciences, including chemistry, medicine, and energy.”
          Italy, p. 3: “The Italian biopharma sector is one of the most dynamic in the
            country's stagnating industrial landscape, accounting in 2025 for US$ 15
            billion in revenue, and employing 29,000 people in 178 companies.”
      "
    `);
  });

  it('says where it is instead', async () => {
    const { exit, out } = await run(['verify', '--page', '2', ban]);
    expect(exit).toBe(1);
    expect(out.split('\n').slice(0, 5)).toEqual([
      'misplaced',
      '    Sweden adopted an explicit ban on equipment from Huawei and ZTE in 5G',
      '    networks in 2020.',
      '    - not supported by p. 2, but by Sweden, p. 1',
      expect.stringMatching(/^ {4}Sweden, p\. 1: “Sweden, as one of/),
    ]);
  });

  it('prints the verdict as the API returns it', async () => {
    const { exit, out } = await run(['verify', '--json', '-c', 'sweden', ban]);
    expect(exit).toBe(0);
    expect(verificationSchema.parse(JSON.parse(out))).toMatchObject({
      verdict: 'supported',
      citation: { chapter: 'Sweden', page: 1 },
    });
  });

  it.each([
    [['-c', 'Swden', ban], 'No chapter is called “Swden”. Did you mean Sweden?\n'],
    [['-p', '9', ban], 'There is no page 9: etnc has pages 1 to 3. Name one of those.\n'],
    [[' '], 'The sentence is empty. Write it behind the command.\n'],
    [['x'.repeat(2001)], 'The sentence must have 1 to 2,000 characters. Check it in parts.\n'],
    [['nowhere.md'], 'nowhere.md: there is no such file. Name a draft in Markdown or plain text.\n'],
  ])('%j exits with 2', async (args, err) => {
    expect(await run(['verify', ...args])).toEqual({ exit: 2, out: '', err });
  });
});

const article = `# Networks

${ban} [Sweden, p. 1] In 2023, Chinese-owned companies' R&D investments
in Sweden surpassed EUR 2.5 billion (Sweden, p. 1). What comes next?

The Polish National Science Centre launched the SHENG programme in 2018.[^1]
It was to fund joint Polish-Chinese research projects (p. 12).

[^1]: Italy, p. 3
`;

describe('verse verify with a sentence that is more than one', () => {
  it('holds it against the place that it cites', async () => {
    const cited = await run(['verify', `${ban.replace('.', '')} [Sweden, p. 1].`]);
    expect(cited).toMatchObject({ exit: 0, err: '' });
    expect(cited.out.split('\n').slice(0, 3)).toEqual([
      'supported by Sweden, p. 1',
      '    Sweden adopted an explicit ban on equipment from Huawei and ZTE in 5G',
      '    networks in 2020. [Sweden, p. 1]',
    ]);
    // Neither lines of a file nor a sum, where there is no file.
    expect(cited.out).not.toMatch(/sentence/);
    const elsewhere = await run(['verify', `${ban.replace('.', '')} [Italy].`]);
    expect(elsewhere).toMatchObject({ exit: 1 });
  });

  it('refuses a question, a folder, and a draft among other words', async () => {
    expect(await run(['verify', 'Is Huawei banned in Sweden?'])).toMatchObject({
      exit: 2,
      err: 'This is a question: it says nothing to check. Ask it: verse ask "…".\n',
    });
    const folder = await run(['verify', root]);
    expect(folder.exit).toBe(2);
    expect(folder.err).toContain('this is a folder. Name the drafts in it.');
    const mixed = await run(['verify', ban, 'draft.md']);
    expect(mixed.exit).toBe(2);
    expect(mixed.err).toContain('draft.md: a draft among other words.');
  });
});

describe('verse verify with a draft', () => {
  it('goes through it sentence by sentence, with file and line', async () => {
    const { exit, out, err } = await run(['verify', put('article.md', article)]);
    expect({ exit, err }).toEqual({ exit: 1, err: '3 sentences are not supported as written.\n' });
    expect(out).toMatchInlineSnapshot(`
      "article.md:1:3: not checked (a heading): Networks
      article.md:3:1: supported by Sweden, p. 1: Sweden adopted an explicit ban on …
      article.md:3:104: not supported
          In 2023, Chinese-owned companies' R&D investments in Sweden surpassed EUR
          2.5 billion. (Sweden, p. 1)
          - “EUR 2.5 billion”: not in the passage
          nearest: Sweden, p. 1: “In 2023, Chinese-owned companies' R&D investments in
            Sweden surpassed the equivalent of EUR 1.5 billion, an increase of almost
            300% since 2013.”
      article.md:4:53: not checked (a question): What comes next?
      article.md:6:1: misplaced
          The Polish National Science Centre launched the SHENG programme in 2018.
          [^1]
          - not supported by p. 3, but by Poland, p. 2
          Poland, p. 2: “In 2018, the Polish National Science Centre launched the
            SHENG programme to fund joint Polish-Chinese research projects in basic
            sciences, including chemistry, medicine, and energy.”
      article.md:7:1: misplaced
          It was to fund joint Polish-Chinese research projects. (p. 12)
          - p. 12: the report has 3 pages.
          Poland, p. 2: “In 2018, the Polish National Science Centre launched the
            SHENG programme to fund joint Polish-Chinese research projects in basic
            sciences, including chemistry, medicine, and energy.”

      article.md: 6 sentences: 1 supported, 2 misplaced, 1 not supported, 2 not checked.
      "
    `);
  });

  it('exits with 0 where all is supported, also from standard input', async () => {
    const { exit, out, err } = await run(['verify', '-'], { input: `${ban} [Sweden, p. 1]\n` });
    expect({ exit, err }).toEqual({ exit: 0, err: '' });
    expect(out).toBe(
      'stdin:1:1: supported by Sweden, p. 1: Sweden adopted an explicit ban on …\n\nstdin: 1 sentence: 1 supported.\n',
    );
  });

  it('prints each finding as soon as it is there: a line of JSON with --jsonl', async () => {
    const { exit, out } = await run(['verify', put('article.md', article), '--jsonl']);
    expect(exit).toBe(1);
    const lines = out
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line));
    expect(lines.map(({ line, status }) => [line, status])).toEqual([
      [1, 'not-checked'],
      [3, 'carried'],
      [3, 'not-carried'],
      [4, 'not-checked'],
      [6, 'misplaced'],
      [7, 'misplaced'],
    ]);
    const one = await run(['verify', '--jsonl', ban]);
    expect(JSON.parse(one.out)).toMatchObject({ file: 'sentence', line: 1, status: 'carried', text: ban });
  });

  it('prints one JSON document for all of them', async () => {
    const notes = put('notes.txt', `${ban}\n`);
    const { exit, out, err } = await run(['verify', put('article.md', article), notes, '--json']);
    expect({ exit, err }).toEqual({ exit: 1, err: '3 sentences are not supported as written.\n' });
    const { drafts } = z.object({ drafts: z.array(draftSchema) }).parse(JSON.parse(out));
    expect(
      drafts.map(({ summary: { carried, misplaced, notCarried } }) => [carried, misplaced, notCarried]),
    ).toEqual([
      [1, 2, 1],
      [1, 0, 0],
    ]);
    expect(drafts[1]?.file).toBe('notes.txt');
  });

  it('keeps what it found before a draft that fails', async () => {
    const { exit, out, err } = await run(['verify', put('good.md', ban), put('empty.md', ' \n')]);
    expect(exit).toBe(2);
    expect(out).toContain('good.md:1:1: supported by Sweden, p. 1');
    expect(err).toContain('empty.md: there is no sentence in it.');
  });

  it('shows how far it is on a terminal only, where no findings show it', async () => {
    const file = put('short.md', ban);
    expect((await run(['verify', file], { isInteractive: true })).err).toBe('');
    expect((await run(['verify', '--json', file], { isInteractive: true })).err).toContain(
      'checking: 1 of 1',
    );
    expect((await run(['verify', file])).err).toBe('');
  });

  it('refuses what is no text, what holds none and what is too long', async () => {
    const long = put('long.md', 'Sweden banned Huawei. '.repeat(250_000));
    expect(await run(['verify', long])).toEqual({
      exit: 2,
      out: '',
      err: `${long}: 5.5 MB, and a draft has 5 MB at most. Check it in parts.\n`,
    });
    const word = put('article.docx', new Uint8Array([0x50, 0x4b, 3, 4, 0xff, 0xfe]));
    expect(await run(['verify', word])).toEqual({
      exit: 2,
      out: '',
      err: `${word}: not a text in UTF-8. Save the draft as Markdown or plain text.\n`,
    });
    const empty = put('empty.md', '\n');
    expect(await run(['verify', empty])).toEqual({
      exit: 2,
      out: '',
      err: `${empty}: there is no sentence in it. Name a draft with text.\n`,
    });
  });
});

describe('verse verify --out', () => {
  const write = async (args: string[], name: string) => {
    const path = join(root, 'new', name);
    const ran = await run(['verify', ...args, '--out', path]);
    return { ...ran, written: readFileSync(path, 'utf8') };
  };

  it('writes the JSON that --json prints, of drafts and of a sentence, beside what it prints anyway', async () => {
    const file = put('article.md', article);
    const { exit, out, written } = await write([file], 'findings.json');
    expect(exit).toBe(1);
    expect(out).toContain('article.md:3:104: not supported');
    expect(written.replaceAll(`${root}/`, '')).toBe((await run(['verify', file, '--json'])).out);
    const sentence = await write([ban], 'sentence.json');
    expect(verificationSchema.parse(JSON.parse(sentence.written)).verdict).toBe('supported');
  });

  it('writes Markdown', async () => {
    const { written } = await write([put('article.md', article)], 'findings.md');
    expect(written.replaceAll(`${root}/`, '')).toMatchInlineSnapshot(`
      "# Checked against the report

      ## article.md

      6 sentences: 1 supported, 2 misplaced, 1 not supported, 2 not checked.

      - **not checked (a heading)** (line 1): Networks
      - **supported by Sweden, p. 1** (line 3): Sweden adopted an explicit ban on equipment from Huawei and ZTE in 5G networks in 2020. \\[Sweden, p. 1]
        - Sweden, p. 1: “Sweden, as one of few EU countries, adopted an explicit ban on equipment from Chinese companies Huawei and ZTE in 5G networks in 2020.”
      - **not supported** (line 3): In 2023, Chinese-owned companies' R&D investments in Sweden surpassed EUR 2.5 billion. (Sweden, p. 1)
        - “EUR 2.5 billion”: not in the passage
        - nearest: Sweden, p. 1: “In 2023, Chinese-owned companies' R&D investments in Sweden surpassed the equivalent of EUR 1.5 billion, an increase of almost 300% since 2013.”
      - **not checked (a question)** (line 4): What comes next?
      - **misplaced** (line 6): The Polish National Science Centre launched the SHENG programme in 2018. \\[^1]
        - not supported by p. 3, but by Poland, p. 2
        - Poland, p. 2: “In 2018, the Polish National Science Centre launched the SHENG programme to fund joint Polish-Chinese research projects in basic sciences, including chemistry, medicine, and energy.”
      - **misplaced** (line 7): It was to fund joint Polish-Chinese research projects. (p. 12)
        - p. 12: the report has 3 pages.
        - Poland, p. 2: “In 2018, the Polish National Science Centre launched the SHENG programme to fund joint Polish-Chinese research projects in basic sciences, including chemistry, medicine, and energy.”
      "
    `);
    const { written: one } = await write([ban.replace('ZTE', '*Nokia*')], 'sentence.md');
    // Which passages come next, far from the sentence, is decided by the last digits of their scores.
    const others = /^ {2}- also near: \S+, p\. \d: “.+”\n/gm;
    expect(one.match(others)).toHaveLength(2);
    expect(one.replace(others, '')).toMatchInlineSnapshot(`
      "# Checked against the report

      ## A sentence

      - **not supported**: Sweden adopted an explicit ban on equipment from Huawei and \\*Nokia\\* in 5G networks in 2020.
        - “Nokia”: not in the passage
        - nearest: Sweden, p. 1: “Sweden, as one of few EU countries, adopted an explicit ban on equipment from Chinese companies Huawei and ZTE in 5G networks in 2020.”
      "
    `);
  });

  it('writes a page that loads and runs nothing, and shows text as text', async () => {
    const hostile = `${ban} <script>alert("1 & 2")</script> [Sweden, p. 1]\n`;
    const { written } = await write([put('hostile.txt', hostile)], 'findings.html');
    expect(written).not.toMatch(/<script|\b(?:src|href)=|url\(|@import/);
    expect(written).toContain("default-src 'none'");
    expect(written).toContain('&lt;script&gt;alert(&quot;1 &amp; 2&quot;)&lt;/script&gt;');
    expect(written.match(/<article>/g)?.length).toBeGreaterThan(0);
  });

  it('writes several files in one run, also where all is supported', async () => {
    const paths = ['a.json', 'b.md', 'c.html'].map((name) => join(root, 'several', name));
    const { exit } = await run(['verify', ban, ...paths.flatMap((path) => ['--out', path])]);
    expect(exit).toBe(0);
    for (const path of paths) expect(readFileSync(path, 'utf8')).toContain('Huawei and ZTE');
  });

  it('refuses before it checks: an ending that no report has, and the draft itself', async () => {
    expect(await run(['verify', ban, '--out', 'findings.pdf'])).toEqual({
      exit: 2,
      out: '',
      err: 'findings.pdf: no report has this ending. Known are .json, .md and .html (to read through).\n',
    });
    const file = put('own.md', `${ban}\n`);
    expect(await run(['verify', file, '--out', file])).toEqual({
      exit: 2,
      out: '',
      err: `${file}: that is the draft itself. Name another file.\n`,
    });
    expect(readFileSync(file, 'utf8')).toBe(`${ban}\n`);
  });
});
