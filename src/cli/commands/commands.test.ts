import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { serve } from '../../http/serve.ts';
import { chatServerForTest } from '../../testing/chat/scripted-chat-server.ts';
import { fakeLines, fakeSession, fakeTerminal } from '../../testing/cli/fake-session.ts';
import { italy, makeReport, poland, sweden } from '../../testing/documents/small-report.ts';
import { appWith } from '../../testing/http/test-app.ts';
import { replaceManifest } from '../../testing/store/replace-manifest.ts';
import { answerSchema } from '../../wire/answer.ts';
import { documentSchema } from '../../wire/document.ts';
import { searchResponseSchema } from '../../wire/search.ts';
import { runProgram } from '../main.ts';
import type { OpenPdf } from '../open-pdf.ts';

/** The small report, really indexed by the real encoder, and a folder for each test's own index. */
let root = '';
let environment: Record<string, string> = {};
beforeAll(async () => {
  root = realpathSync(mkdtempSync(join(tmpdir(), 'verse-cli-')));
  environment = { VERSE_CORPUS: join(root, 'corpus'), VERSE_INDEX: join(root, 'index') };
  mkdirSync(join(root, 'corpus'));
  writeFileSync(join(root, 'corpus', 'etnc.pdf'), makeReport([sweden, poland, italy]));
  expect(await run(['ingest'])).toMatchObject({ exit: 0 });
});
afterAll(() => rmSync(root, { recursive: true, force: true }));

async function run(args: string[], settings: Record<string, string> = {}) {
  const terminal = fakeTerminal();
  const exit = await runProgram(fakeSession({ ...environment, ...settings }, terminal), args);
  return { exit, out: terminal.printed(), err: terminal.complained() };
}

async function runForJson(args: string[]): Promise<unknown> {
  const { exit, out, err } = await run([...args, '--json']);
  expect({ exit, err }).toEqual({ exit: 0, err: '' });
  return JSON.parse(out);
}

const question =
  'By how much have R&D investments of Chinese-owned companies in Sweden increased since 2013?';
const investments =
  "In 2023, Chinese-owned companies' R&D investments in Sweden surpassed the equivalent of EUR 1.5 billion, " +
  'an increase of almost 300% since 2013.';

describe('verse ask', () => {
  it('prints the sentence that answers, with its place, and nothing else', async () => {
    const { exit, out, err } = await run(['ask', question]);
    expect({ exit, err }).toEqual({ exit: 0, err: '' });
    expect(out.replace(/\s+/g, ' ')).toContain(`${investments} [Sweden, p. 1]`);
    expect(out).toContain(`\nSources\n`);
    expect(out).toContain('Sweden, p. 1 — Networks, green energy and pharma\n');
  });

  it('takes the words of a question without quotes', async () => {
    expect((await run(['ask', ...question.split(' ')])).out).toBe((await run(['ask', question])).out);
  });

  it('prints the answer as the API returns it', async () => {
    const answer = answerSchema.parse(await runForJson(['ask', question]));
    expect(answer).toMatchObject({ question, status: 'answered', searched: { documents: 1, chapters: 3 } });
    expect(answer.citations.map(({ quote, page }) => ({ quote, page }))).toContainEqual({
      quote: investments,
      page: 1,
    });
  });

  it('prints it as other programs take it, with a link to the page in the PDF', async () => {
    const { exit, out } = await run(['ask', '--format', 'bibtex', question]);
    expect(exit).toBe(0);
    expect(out).toMatch(/^@incollection\{etnc-sweden,\n {2}title = \{\{Sweden\}\},/);
    expect(out).toMatch(/ {2}url = \{file:\/\/\/.*\.pdf#page=1\},\n/);
    expect((await run(['ask', '--format', 'ris', question])).out).toMatch(/^TY {2}- CHAP\nTI {2}- Sweden\n/);
    const refused = await run(['ask', '--format', 'csl', 'What is the recipe for a Sachertorte?']);
    expect(refused).toMatchObject({ exit: 0, out: '[]\n' });
    expect(refused.err).toMatch(/^Nothing is cited: The report does not answer this: /);
  });

  it('says that there is no answer, as text and JSON, and exits with 0', async () => {
    const args = ['ask', 'What is the recipe for a Sachertorte?'];
    const { exit, out } = await run(args);
    expect(exit).toBe(0);
    expect(out).toMatch(/^The report does not answer this: /);
    expect(answerSchema.parse(await runForJson(args))).toMatchObject({ status: 'not-found', sentences: [] });
  });

  it('searches the chapters and documents named only', async () => {
    const args = [
      'ask',
      '--chapter',
      'poland',
      '-c',
      'ITALY',
      '--document',
      'etnc',
      'Which sectors are dynamic?',
    ];
    const answer = answerSchema.parse(await runForJson(args));
    const cited = [...answer.citations, ...(answer.nearest ?? [])].map(({ chapter }) => chapter);
    expect(cited.filter((chapter) => chapter !== 'Poland' && chapter !== 'Italy')).toEqual([]);
    expect(cited.length).toBeGreaterThan(0);
    expect(answer.searched.passages).toBe(3);
  });

  it.each([
    'Italy > Companies struggle to compete',
    'companies struggle to compete',
  ])('searches the section called %s only', async (section) => {
    const answer = answerSchema.parse(await runForJson(['ask', '-c', section, 'Which sectors are dynamic?']));
    expect(answer.searched).toEqual({ documents: 1, chapters: 1, passages: 1 });
    const found = searchResponseSchema.parse(
      await runForJson(['search', '-c', section, '-c', 'Sweden', 'R&D']),
    );
    expect(new Set(found.hits.map((hit) => hit.section))).toEqual(
      new Set(['Companies struggle to compete', 'Networks, green energy and pharma']),
    );
  });

  it('has a model write if asked to or if one is named; quotations answer if it fails', async () => {
    const server = await chatServerForTest([
      { pieces: ['Such R&D investments have increased by almost 300% since 2013.'] },
      { status: 401 },
    ]);
    const url = { VERSE_CHAT_URL: server.url };
    const written = await run(['ask', '--write', question], {
      ...url,
      VERSE_CHAT_MODEL: 'openai:scripted',
    });
    expect(written).toMatchObject({ exit: 0, err: '' });
    const [first = ''] = written.out.split('\n\n');
    expect(first.replace(/\s+/g, ' ')).toBe(
      '[1] Such R&D investments have increased by almost 300% since 2013. [Sweden, p. 1]',
    );
    expect(written.out).toContain('Written by openai:scripted; each sentence was checked');
    const failed = await run(['ask', '--chat-model', 'openai:scripted', question], url);
    expect(failed).toMatchObject({ exit: 0, err: '' });
    const warning = 'Warning: The server of openai:scripted wants a key (401). Set VERSE_CHAT_KEY. ';
    expect(failed.out.replace(/\s+/g, ' ').startsWith(warning)).toBe(true);
    expect(failed.out.replace(/\s+/g, ' ')).toContain(`${investments} [Sweden, p. 1]`);
  });

  it('says how to name a model where one is to write and none is named', async () => {
    const err =
      'No chat model is configured that could write the answer. Set VERSE_CHAT_MODEL, to openai:gpt-5-mini for example, or ask without mode “generate”.\n';
    expect(await run(['ask', '--write', question])).toEqual({ exit: 2, out: '', err });
    expect((await run(['ask', '--chat-model', 'gpt-5', question])).err).toBe(
      '--chat-model: "gpt-5" is not a provider and a model such as openai:gpt-5-mini or ollama:qwen3:4b. Set it to something else, or leave it out.\n',
    );
  });

  it('refuses an answer rate out of range', async () => {
    const { exit, out, err } = await run(['ask', '--answer-rate', '95', question]);
    expect({ exit, out }).toEqual({ exit: 2, out: '' });
    expect(err).toContain("'95' is invalid. It is not a share from 0.8 to 0.99.");
  });

  it.each([
    [['--chapter', 'Swden'], 'No chapter is called “Swden”. Did you mean Sweden?\n'],
    [['--chapter', 'Atlantis'], 'No chapter is called “Atlantis”. There are: Sweden, Poland, Italy.\n'],
    [
      ['--chapter', 'Italy > Companies struggle to compet'],
      'No section is called “Italy > Companies struggle to compet”. Did you mean “Italy > Companies struggle to compete”?\n',
    ],
    [['--document', 'etcn'], 'No document is called “etcn”. Did you mean etnc?\n'],
    [['--document', 'brochure'], 'No document is called “brochure”. There is: etnc.\n'],
  ])('%j exits with 2 and offers what there is', async (scope, err) => {
    expect(await run(['ask', ...scope, question])).toEqual({ exit: 2, out: '', err });
    expect(await run(['search', ...scope, question])).toEqual({ exit: 2, out: '', err });
  });
});

describe('verse search', () => {
  it('prints the best passage first, with its place and score', async () => {
    const { exit, out, err } = await run(['search', '--limit', '1', 'the', 'SHENG', 'programme']);
    expect({ exit, err }).toEqual({ exit: 0, err: '' });
    expect(out).toMatch(
      /^1\. Poland, p\. 2 — Wake-up calls on technology \(\d\.\d\d\)\n {3}In 2018, the Polish/,
    );
    expect(out.match(/^\d+\. /gm)).toEqual(['1. ']);
  });

  it('prints the hits as the wire has them, of the kinds and chapters asked for', async () => {
    const all = searchResponseSchema.parse(await runForJson(['search', 'SHENG programme']));
    expect(all.hits).toHaveLength(4);
    const notes = searchResponseSchema.parse(
      await runForJson(['search', '-k', 'note', '-k', 'table', 'SHENG']),
    );
    expect(notes.hits.map(({ kind, text }) => [kind, text])).toEqual([['note', poland.notes?.[0]]]);
    const chapter = searchResponseSchema.parse(
      await runForJson(['search', '-c', 'Sweden', 'SHENG programme']),
    );
    expect(chapter.hits.map((hit) => hit.chapter)).toEqual(['Sweden']);
  });
});

describe('verse chapters', () => {
  it('lists the chapters with their pages', async () => {
    expect(await run(['chapters'])).toEqual({
      exit: 0,
      err: '',
      out: [
        'Fragmented Europe, in short',
        'etnc: 3 pages, 3 chapters, 4 passages',
        '',
        '  Sweden  1  From openness to de-risking',
        '  Poland  2  Between caution and cooperation',
        '  Italy   3  A market for biopharma',
        '',
      ].join('\n'),
    });
  });

  it('lists them as the wire has them, and of the documents named only', async () => {
    const [document] = z.array(documentSchema).parse(await runForJson(['chapters', '-d', 'ETNC']));
    expect(document).toMatchObject({ id: 'etnc', pages: 3, passages: 4 });
    expect(await run(['chapters', '-d', 'etcn'])).toEqual({
      exit: 2,
      out: '',
      err: 'No document is called “etcn”. Did you mean etnc?\n',
    });
  });
});

describe('verse doctor', () => {
  it('finds everything in place', async () => {
    const { exit, out, err } = await run(['doctor']);
    expect({ exit, err }).toEqual({ exit: 0, err: '' });
    const checks = out.split('\n').filter((line) => !line.startsWith(' '));
    expect(checks.map((line) => line.split(':')[0])).toEqual([
      'ok   version',
      'ok   vector search',
      'ok   network files',
      'ok   known sentences',
      'ok   fitted numbers',
      'ok   index',
      'ok   documents',
      'ok   reading',
      'ok   scans',
      'ok   chat model',
      '',
    ]);
  });

  it('exits with 1 where something is missing, after saying what', async () => {
    const VERSE_INDEX = join(root, 'nowhere');
    const { exit, out, err } = await run(['doctor'], { VERSE_INDEX });
    expect(exit).toBe(1);
    expect(err).toBe('3 of 10 checks failed. The lines marked FAIL say what to do.\n');
    expect(out.replace(/\s+/g, ' ')).toContain(
      `FAIL index: ${VERSE_INDEX}/: no index here yet. Run \`verse ingest\`.`,
    );
    const json = await run(['doctor', '--json'], { VERSE_INDEX });
    expect(json.exit).toBe(1);
    const { checks } = JSON.parse(json.out);
    expect(checks.filter(({ ok }: { ok: boolean }) => !ok)).toHaveLength(3);
  });
});

describe('verse rename', () => {
  it('sets a title that is shown everywhere, and takes it back', async () => {
    expect(await run(['rename', 'etnc', 'Europe', 'and', 'China'])).toEqual({
      exit: 0,
      out: 'etnc: Europe and China (printed: Fragmented Europe, in short)\n',
      err: '',
    });
    expect((await run(['chapters'])).out).toMatch(/^Europe and China\n/);
    const answer = answerSchema.parse(await runForJson(['ask', question]));
    expect(answer.citations[0]?.documentTitle).toBe('Europe and China');
    expect(documentSchema.parse(await runForJson(['rename', '--printed', 'etnc']))).toMatchObject({
      title: 'Fragmented Europe, in short',
    });
  });

  it.each([
    [['etnc'], 'No title is given. Write it behind the id, or --printed for the printed one.\n'],
    [['--printed', 'etnc', 'China'], 'A title and --printed cannot be given together. Leave one out.\n'],
    [['etcn', 'China'], 'No document is called “etcn”. Did you mean etnc?\n'],
    [['etnc', ' '], 'The title is empty. Give one that can be read.\n'],
  ])('%j exits with 2', async (args, err) => {
    expect(await run(['rename', ...args])).toEqual({ exit: 2, out: '', err });
  });
});

describe('verse list', () => {
  it('prints a row for each document', async () => {
    const { exit, out, err } = await run(['list']);
    expect({ exit, err }).toEqual({ exit: 0, err: '' });
    expect(out.replace(/\d{4}-\d\d-\d\d/, '2026-06-01')).toBe(
      [
        'ID    TITLE                        YEAR  PAGES  CHAPTERS  READ  INGESTED    TAGS',
        'etnc  Fragmented Europe, in short            3         3  good  2026-06-01',
        '',
      ].join('\n'),
    );
  });

  it('lists what has a tag or a year as JSON, and says what there is where none has', async () => {
    expect(await run(['list', '--tag', 'China'])).toEqual({
      exit: 2,
      out: '',
      err: 'No document is tagged “China”. None has a tag: verse tag sets them.\n',
    });
    await run(['tag', 'etnc', 'China', 'think tanks']);
    await run(['year', 'etnc', '2026']);
    const listed = z
      .array(documentSchema)
      .parse(await runForJson(['list', '--tag', 'china', '--year', '2020-2026']));
    expect(listed).toMatchObject([{ id: 'etnc', year: 2026, tags: ['China', 'think tanks'] }]);
    expect(await run(['list', '--year', '2019'])).toMatchObject({
      exit: 2,
      err: 'No document is of 2019. They are of 2026.\n',
    });
    expect((await run(['list', '--year', '2026-2019'])).err).toContain(
      'It must be a year or a range of years: 2022, 2019-2022.',
    );
    await run(['tag', 'etnc', '--remove', 'China', '--remove', 'think tanks']);
    await run(['year', 'etnc', '--printed']);
  });
});

describe('verse tag and verse year', () => {
  it('change what a document is found by, and say what it is then', async () => {
    const title = 'etnc: Fragmented Europe, in short';
    expect((await run(['tag', 'ETNC', 'China'])).out).toBe(`${title}, tagged China\n`);
    expect((await run(['tag', 'etnc', 'ETNC', 'china'])).out).toBe(`${title}, tagged China, ETNC\n`);
    expect((await run(['year', 'etnc', '2026'])).out).toBe(`${title} (2026), tagged China, ETNC\n`);
    const answer = answerSchema.parse(await runForJson(['ask', question, '-t', 'china', '-y', '2026']));
    expect(answer.citations[0]).toMatchObject({ document: 'etnc', documentYear: 2026 });
    expect((await run(['tag', 'etnc', '-r', 'ETNC', '-r', 'CHINA'])).out).toBe(`${title} (2026)\n`);
    expect(documentSchema.parse(await runForJson(['year', '--printed', 'etnc']))).not.toHaveProperty('year');
  });

  it.each([
    [['tag', 'etnc'], 'No tag is given. Write it behind the id, or --remove one.\n'],
    [['tag', 'etnc', '-r', 'China'], 'etnc is not tagged “China”. It has no tags.\n'],
    [['tag', 'etcn', 'China'], 'No document is called “etcn”. Did you mean etnc?\n'],
    [
      ['year', 'etnc'],
      'No year is given. Write it behind the id, or --printed for the one that is read of the document.\n',
    ],
    [
      ['year', 'etnc', '2026', '--printed'],
      'A year and --printed cannot be given together. Leave one out.\n',
    ],
  ])('%j exits with 2', async (args, err) => {
    expect(await run(args)).toEqual({ exit: 2, out: '', err });
  });

  it('takes nothing for a year but four digits', async () => {
    const { exit, err } = await run(['year', 'etnc', 'soon']);
    expect(exit).toBe(2);
    expect(err).toContain("argument value 'soon' is invalid");
  });
});

describe('verse open', () => {
  async function open(args: string[], openPdf?: OpenPdf, settings: Record<string, string> = {}) {
    const terminal = fakeTerminal();
    const session = fakeSession({ ...environment, VERSE_PORT: '1', ...settings }, terminal, {
      ...(openPdf && { openPdf }),
    });
    const exit = await runProgram(session, ['open', ...args]);
    return { exit, out: terminal.printed(), err: terminal.complained() };
  }
  const file = () => join(root, 'corpus', 'etnc.pdf');

  it('opens the page, and says with what', async () => {
    const opened: unknown[] = [];
    const evince: OpenPdf = async (...call) => {
      opened.push(call);
      return { name: 'evince', isAtPage: true };
    };
    expect(await open(['etnc', '--page', '3'], evince)).toEqual({
      exit: 0,
      out: `Opened ${file()} at page 3 with evince.\n`,
      err: '',
    });
    expect(opened).toEqual([[file(), 3]]);
    const first: OpenPdf = async () => ({ name: 'xdg-open', isAtPage: false });
    expect((await open(['etnc', '-p', '3'], first)).out).toBe(
      `Opened ${file()} with xdg-open; go to page 3.\n`,
    );
    expect(JSON.parse((await open(['etnc', '--json'], evince)).out)).toEqual({
      document: 'etnc',
      file: file(),
      page: 1,
      opened: { viewer: 'evince', atPage: true },
      address: null,
    });
  });

  it('says where the page is without a viewer: at the server, else in the file', async () => {
    expect((await open(['etnc', '-p', '2'])).out).toBe(
      `There is no viewer here, and verse serve does not run. Page 2 is in ${file()}\n`,
    );
    const { app } = appWith({});
    const server = await serve(app, { host: '127.0.0.1', port: 0 });
    const port = new URL(server.url).port;
    expect((await open(['etnc', '-p', '2'], undefined, { VERSE_PORT: port })).out).toBe(
      `There is no viewer here. Page 2 is at ${server.url}/v1/documents/etnc/file#page=2\n`,
    );
    await server.close();
  });

  it.each([
    [['etcn'], 'No document is called “etcn”. Did you mean etnc?\n'],
    [['etnc', '-p', '4'], 'etnc has no page 4. Its pages are 1 to 3.\n'],
  ])('%j exits with 2', async (args, err) => {
    expect(await open(args)).toEqual({ exit: 2, out: '', err });
  });
});

describe('verse ingest', () => {
  let own: Record<string, string> = {};
  beforeEach(() => {
    const folder = mkdtempSync(join(root, 'own-'));
    own = { VERSE_CORPUS: join(folder, 'corpus'), VERSE_INDEX: join(folder, 'index') };
    mkdirSync(join(folder, 'corpus'));
  });

  function put(name: string, bytes: Uint8Array): string {
    const path = join(own.VERSE_CORPUS ?? '', name);
    writeFileSync(path, bytes);
    return path;
  }

  it('reports its stages on standard error and what it made on standard output', async () => {
    put('etnc.pdf', makeReport([sweden]));
    const { exit, out, err } = await run(['ingest', '--progress'], own);
    expect(exit).toBe(0);
    expect(err.replace(/\d+ s/g, '… s')).toBe(
      ['read etnc: 1 page in … s', 'encode: 1 passage in … s', 'write: 3 files in … s', ''].join('\n'),
    );
    expect(out.replace(/\d\.\d s/, '… s')).toBe(
      [
        'etnc (new): Fragmented Europe, in short',
        '  1 page, 1 heading, 5 sentences',
        '  1 chapter (from the outline; 1 told by a second source)',
        '  1 passage: 1 of text',
        'Now the index holds 1 passage of 1 document: 1 encoded, 0 as before (… s).',
        '',
      ].join('\n'),
    );
    const again = await run(['ingest'], own);
    expect(again).toMatchObject({ exit: 0, err: '' });
    expect(again.out).toMatch(
      /^Nothing has changed: the index holds 1 passage of 1 document \(\d\.\d s\)\.\n$/,
    );
  });

  it('prints its report as JSON', async () => {
    const file = put('etnc.pdf', makeReport([sweden]));
    const { out } = await run(['ingest', file, '--json'], own);
    expect(JSON.parse(out)).toMatchObject({
      changed: true,
      documents: [{ id: 'etnc', status: 'new', file }],
      passages: { total: 1, encoded: 1, reused: 0 },
    });
  });

  it('names a file that it refuses and exits with 1, with nothing on standard output', async () => {
    const file = put('letter.pdf', Buffer.from('Dear reader,'));
    expect(await run(['ingest'], own)).toEqual({
      exit: 1,
      out: '',
      err: `${file}: not a PDF (its first bytes are not %PDF-). Give a PDF file.\n`,
    });
  });

  it('goes on without a file that it refuses, names it and exits with 3; with --strict it refuses all', async () => {
    put('etnc.pdf', makeReport([sweden]));
    const file = put('letter.pdf', Buffer.from('Dear reader,'));
    const refusal = `${file}: not a PDF (its first bytes are not %PDF-). Give a PDF file.`;
    const strict = await run(['ingest', '--strict'], own);
    expect(strict).toMatchObject({ exit: 1, out: '' });
    expect(strict.err).toContain(`${refusal}\n`);
    const { exit, out, err } = await run(['ingest'], own);
    expect(exit).toBe(3);
    expect(out).toContain('Now the index holds 1 passage of 1 document');
    expect(err).toContain(`1 file is refused; all else is in the index:\n  ${refusal}\n`);
  });

  it('is taken back by verse remove, which keeps the file aside', async () => {
    put('etnc.pdf', makeReport([sweden]));
    put('annex.pdf', makeReport([poland]));
    await run(['ingest'], own);
    const { exit, out, err } = await run(['remove', 'annex'], own);
    expect(exit).toBe(0);
    expect(out).toContain('annex (removed)');
    const aside = join(own.VERSE_CORPUS ?? '', '.removed', 'annex.pdf');
    expect(err).toContain(`Its file is kept as ${aside}.\n`);
    expect((await run(['ingest'], own)).out).toMatch(/^Nothing has changed/);
    expect(await run(['remove', 'annex'], own)).toMatchObject({
      exit: 2,
      err: 'No document is called “annex”. There are: etnc.\n',
    });
    expect(await run(['remove', 'etnc'], own)).toMatchObject({
      exit: 2,
      err: 'etnc: no other document is there, and there is no index without one. Add another first.\n',
    });
    expect(existsSync(join(own.VERSE_CORPUS ?? '', 'etnc.pdf'))).toBe(true);
  });

  it('adds a file with tags and a year, and keeps those that are there', async () => {
    put('etnc.pdf', makeReport([sweden]));
    await run(['ingest'], own);
    const annex = join(mkdtempSync(join(root, 'elsewhere-')), 'annex.pdf');
    writeFileSync(annex, makeReport([italy], 'Biopharma in Italy'));
    const { exit, out } = await run(['add', annex, '--tag', 'annex', '-t', 'pharma', '--year', '2025'], own);
    expect(exit).toBe(0);
    expect(out).toContain('annex (new): Biopharma in Italy\n');
    expect(out).toMatch(/of 2 documents: .*\n.*annex: Biopharma in Italy \(2025\), tagged annex, pharma\n$/s);
    const again = await run(['add', annex, '--tag', 'Annex', '--tag', 'Italy', '--json'], own);
    expect(JSON.parse(again.out)).toMatchObject({
      documents: [
        { id: 'annex', status: 'unchanged', year: 2025, tags: ['annex', 'pharma', 'Italy'] },
        { id: 'etnc', status: 'unchanged' },
      ],
    });
    const asked = await run(['ask', '-t', 'pharma', 'How many people does Italian biopharma employ?'], own);
    expect(asked.out).toContain('[Biopharma in Italy (2025): Italy, p. 1]');
  });

  it('adds nothing under the name of another document, nor with a tag or year that is none', async () => {
    put('etnc.pdf', makeReport([sweden]));
    await run(['ingest'], own);
    const other = join(mkdtempSync(join(root, 'elsewhere-')), 'etnc.pdf');
    writeFileSync(other, makeReport([italy]));
    const known = join(own.VERSE_CORPUS ?? '', 'etnc.pdf');
    expect(await run(['add', other], own)).toEqual({
      exit: 2,
      out: '',
      err: `${other}: the index has another document of this name, ${known}. Give the file another name, or take that one out: verse remove etnc.\n`,
    });
    expect(await run(['add', known, '--tag', ''], own)).toMatchObject({
      exit: 2,
      err: 'The tag is empty. Give one that can be read.\n',
    });
    expect((await run(['add', known, '--year', '20xx'], own)).err).toContain(
      'It must be a year of four digits: 2022.',
    );
  });

  it('is done by the first question where there is no index yet', async () => {
    put('etnc.pdf', makeReport([sweden]));
    const { exit, out, err } = await run(['ask', question], own);
    expect(exit).toBe(0);
    expect(err).toMatch(/^\/.*\/index\/: no index here yet\. Reading the documents, once …\n$/);
    expect(out.replace(/\s+/g, ' ')).toContain(`${investments} [Sweden, p. 1]`);
  });

  it.each([
    {
      by: 'another encoder',
      from: /"id":"chapter-and-verse[^"]*"/,
      to: '"id":"Xenova/other@00000000"',
      said: /\/index\/: built with the encoder Xenova\/other@00000000; this program uses chapter-and-verse\/encoder-small@\w{8}\. Reading the documents, once …$/,
    },
    {
      by: 'an earlier version, with other passages',
      from: /"passageRules":\d+/,
      to: '"passageRules":1',
      said: /\/index\/: built with passage rules 1; this program uses \d+\. Reading the documents, once …$/,
    },
  ])('is done again where the index was made by $by, which is said', async ({ from, to, said }) => {
    put('etnc.pdf', makeReport([sweden]));
    await run(['ingest'], own);
    replaceManifest(own.VERSE_INDEX ?? '', (json) => json.replace(from, to));
    const { exit, err } = await run(['chapters'], own);
    expect(exit).toBe(0);
    expect(err.split('\n')[0]).toMatch(said);
    expect(await run(['chapters'], own)).toMatchObject({ exit: 0, err: '' });
  });

  it('is left to the user where the index is damaged', async () => {
    put('etnc.pdf', makeReport([sweden]));
    await run(['ingest'], own);
    const [build = ''] = readdirSync(own.VERSE_INDEX ?? '').filter((name) => name.startsWith('build-'));
    const folder = join(own.VERSE_INDEX ?? '', build);
    const file = join(folder, readdirSync(folder).find((name) => name.endsWith('.body.bin')) ?? '');
    rmSync(file);
    expect(await run(['ask', question], own)).toEqual({
      exit: 1,
      out: '',
      err: `${file}: missing. Run \`verse ingest\` to build it again.\n`,
    });
  });
});

describe('verse chat', () => {
  async function chat(lines: string[], args: string[] = []) {
    const terminal = fakeTerminal();
    const session = fakeSession(environment, terminal, { lines: fakeLines(lines).lines });
    const exit = await runProgram(session, ['chat', ...args]);
    return { exit, out: terminal.printed(), err: terminal.complained() };
  }

  it('understands a line from those before, and says how', async () => {
    const { exit, out, err } = await chat([question, 'and in Poland?']);
    expect({ exit, err }).toEqual({ exit: 0, err: '' });
    expect(out).toContain('> and in Poland?\n\nAsked as: By how much have R&D investments of Chinese-owned');
    expect(out.replace(/\s+/g, ' ')).toContain('companies in Poland increased since 2013?');
  });

  it('prints one JSON answer per line', async () => {
    const { out } = await chat([question, 'Which companies did Sweden ban?'], ['--json']);
    const found = out.trimEnd().split('\n');
    expect(found.map((line) => answerSchema.parse(JSON.parse(line)).status)).toEqual([
      'answered',
      'answered',
    ]);
  });

  it('exits with 2 where a line of the pipe fails, after answering the others', async () => {
    const { exit, out, err } = await chat(['/nope', question]);
    expect(exit).toBe(2);
    expect(out.replace(/\s+/g, ' ')).toContain(investments);
    expect(err).toBe(
      '/nope is no command. /help lists them.\n1 line could not be answered, as said above.\n',
    );
    expect(await chat([question], ['--chapter', 'Swden'])).toMatchObject({ exit: 2 });
  });
});

describe('verse eval', () => {
  const known = {
    id: 'sweden-1',
    question,
    answer: 'By almost 300 %.',
    chapters: ['Sweden'],
    type: 'number',
    difficulty: 'easy',
    facts: [['300%', '300 percent']],
    evidence: ['an increase of almost 300% since 2013'],
    pages: [1],
  };
  let file = '';
  beforeAll(() => {
    file = join(root, 'questions.jsonl');
    writeFileSync(file, `${JSON.stringify(known)}\n`);
  });

  it('prints the figures and exits with 0', async () => {
    const { exit, out, err } = await run(['eval', file, '--progress']);
    expect(exit).toBe(0);
    expect(err).toMatch(/^asking: 1 question in \d+ s\n$/);
    expect(out).toContain(file);
  });

  it('prints them as JSON', async () => {
    const { out } = await run(['eval', file, '--kind', 'answerable', '--kind', 'near-miss', '--json']);
    expect(JSON.parse(out)).toMatchObject({
      settings: { version: '1.2.3', kinds: ['answerable', 'near-miss'] },
      questions: [{ id: 'sweden-1' }],
    });
  });

  it('exits with 100 where a figure misses its bound, after printing all', async () => {
    const { exit, out, err } = await run(['eval', file, '--min', 'recall@5=.5', '--min', 'words=1']);
    expect(exit).toBe(100);
    expect(out).toContain('Thresholds missed');
    expect(err.split('\n')).toEqual([
      expect.stringMatching(/^words is \d+\.\d words over 1 question; at most 1\.0 words was asked for\.$/),
      '',
    ]);
  });

  it('writes reports, and a baseline that the same run is not worse than', async () => {
    const [page, baseline] = [join(root, 'reports', 'evals.html'), join(root, 'reports', 'baseline.json')];
    expect(await run(['eval', file, '--out', page, '--write-baseline', baseline])).toMatchObject({ exit: 0 });
    expect(readFileSync(page, 'utf8')).toContain('<article data-kind="answerable"');
    expect(JSON.parse(readFileSync(baseline, 'utf8')).questions).toHaveProperty('sweden-1');
    const { exit, out } = await run(['eval', file, '--baseline', baseline, '--baselines']);
    expect(exit).toBe(0);
    expect(out).toContain('Against baseline.json');
    expect(out).toContain('BM25 alone');
  });

  it('keeps a run where /evals shows it from', async () => {
    const runs = join(root, 'runs');
    const { exit, err } = await run(['eval', file, '--keep'], { VERSE_RUNS: runs });
    expect(exit).toBe(0);
    const [report, figures] = readdirSync(runs).sort();
    expect(report).toMatch(/^\d{4}-\d\d-\d\dT\d\d-\d\d-\d\dZ\.html$/);
    expect(figures).toBe(report?.replace('html', 'json'));
    expect(err).toContain(`Kept as ${join(runs, report ?? '')}\n`);
    expect(await run(['eval', '--verify', '--keep'])).toEqual({
      exit: 2,
      out: '',
      err: '--keep goes with the questions only. Leave it out, or leave out --verify and --conversations.\n',
    });
  });

  it('runs without a part of the ranking, not without all candidates', async () => {
    const { out } = await run(['eval', file, '--without', 'maxsim']);
    expect(out).toMatch(/, without maxsim, answer rate 0\.95, on .+\n/);
    expect(await run(['eval', file, '--without', 'keyword', '--without', 'vector'])).toMatchObject({
      exit: 2,
      err: 'Without both keyword and vector there is nothing to rank. Leave out one of them.\n',
    });
    expect(await run(['eval', file, '--out', 'report.pdf'])).toMatchObject({ exit: 2, out: '' });
  });

  it('measures follow-ups against the same questions in full', async () => {
    const followUps = join(root, 'follow-ups.jsonl');
    const followUp = {
      ...known,
      kind: 'follow-up',
      history: [{ question: question.replace('Sweden', 'Poland'), answer: 'The report does not say.' }],
      question: 'and in Sweden?',
      standalone: question,
    };
    writeFileSync(followUps, `${JSON.stringify(followUp)}\n`);
    const page = join(root, 'reports', 'conversations.md');
    const { exit, out } = await run(['eval', '--conversations', followUps, '--out', page]);
    expect(exit).toBe(0);
    expect(out).toMatch(/after own answers +1\.000/);
    expect(out).toMatch(/follow-ups resolved +1\.000/);
    expect(readFileSync(page, 'utf8')).toContain('# Follow-ups');
    expect(await run(['eval', '--conversations', file])).toMatchObject({ exit: 2 });
    const json = await run(['eval', '--conversations', followUps, '--json']);
    expect(JSON.parse(json.out).followUps[0].outcomes['in full'].hasFacts).toBe(true);
    expect(await run(['eval', '--conversations', followUps, '--out', 'x.html'])).toMatchObject({
      exit: 2,
      err: 'x.html: with --conversations only .md and .json can be written.\n',
    });
  });

  it('sets the document of the index anew, and measures what is read of it', async () => {
    const folder = join(root, 'anew');
    const { exit, out, err } = await run(['eval', '--structure', folder, '--set-anew']);
    const files = 'foot-notes.pdf, two-columns-foot.pdf and two-columns.pdf';
    expect({ exit, err }).toEqual({ exit: 0, err: `Set etnc anew in ${folder}: ${files}.\n` });
    expect(out).toMatch(/foot-notes +with its outline +3 of 3, 3 found +1\.000/);
    expect(out).toMatch(/two-columns +\d+ +\.0000 +\.0000 +9 +1\.0000/);
    expect(await run(['eval', '--structure', folder, '--set-anew', 'etn'])).toEqual({
      exit: 2,
      out: '',
      err: 'No document is called “etn”. Did you mean etnc?\n',
    });
  });

  it('sets nothing anew without a folder or an index', async () => {
    expect(await run(['eval', '--set-anew'])).toEqual({
      exit: 2,
      out: '',
      err: '--set-anew goes with --structure. Name the folder for its PDFs.\n',
    });
    const [folder, indexDir] = [join(root, 'nothing'), join(root, 'no-index')];
    expect(await run(['eval', '--structure', folder, '--set-anew'], { VERSE_INDEX: indexDir })).toEqual({
      exit: 1,
      out: '',
      err: `${indexDir}/: no index here yet. Run \`verse ingest\`.\n`,
    });
    expect(existsSync(folder)).toBe(false);
  });

  it('exits with 2 for an invalid bound', async () => {
    expect(await run(['eval', file, '--min', 'recall@5'])).toEqual({
      exit: 2,
      out: '',
      err: 'Threshold recall@5: not a name and a number. Write it as recall@5=.84.\n',
    });
  });
});
