import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import type { PassageStore } from '../../../core/passage-store.ts';
import type { Chapter, Note, Passage, ReportDocument, Sentence } from '../../../core/types.ts';
import { extractDocument } from '../../../ingest/extract.ts';
import { sampleDocument } from '../../../testing/assistant/fake-assistant.ts';
import { createFakeStore } from '../../../testing/store/fake-store.ts';
import { temporaryFolder } from '../../../testing/temporary-folder.ts';
import { evaluateStructure, type StructureScore } from './evaluate-structure.ts';
import { type DocumentText, evaluateText } from './evaluate-text.ts';
import { setAnew } from './set-anew.ts';

const folder = temporaryFolder('set-anew');
const id = 'wells';

const noteTexts = [
  'Survey of 1987, p. 31.',
  'J. Dvořák. The wells of the north. Lund: Šafařík, 2019.',
  'Register of wells. https://www.register.example/wells-of-the-north/annual-reports/2024/wells-that-were-closed-since-the-survey.html',
  'Interview with the owner of the mill, 3 March 2024.',
];
const notes = noteTexts.map(
  (text, at): Note => ({
    id: `${id}/1/n${at + 1}`,
    chapter: 'Wells',
    label: String(at + 1),
    text,
    urls: [],
    page: 1,
    pages: [1],
    boxes: [],
  }),
);

/** A sentence with markers behind the words that `{n}` stands behind. */
function sentence(marked: string): Sentence {
  const markers: Sentence['markers'] = [];
  const text = marked.replace(/\{(\d)\}/g, '');
  let cut = 0;
  for (const { 0: whole, 1: label, index } of marked.matchAll(/\{(\d)\}/g)) {
    markers.push({ noteId: `${id}/1/n${label}`, offset: index - cut });
    cut += whole.length;
  }
  return { text, pages: [1], boxes: [], noteIds: markers.map(({ noteId }) => noteId), markers };
}

const north = 'Wells of the north: What the survey counted';
const south = 'Wells of the south: What nobody counted';

const body: [path: string[], sentences: string[]][] = [
  [
    [north],
    [
      'Nobody has counted the wells of the northern district since the survey of the winter of 1987.{1}',
      'The register names 340 of them,{2} and of these the owners have closed 31 in the last two years.{3}',
    ],
  ],
  [
    [north, 'Who owns them'],
    [
      'Most wells belong to the mills that once stood beside them, as Mr Dvořák found.{2}{4}',
      'The council of Łódź has bought six wells, and {two of them} are open to everyone who lives nearby.',
    ],
  ],
  [
    [south],
    [
      'The southern district keeps no register of its wells, and the survey of 1987 left it out.{1}',
      'Its council has asked for one in each of the last four years, without an answer from the ministry.',
    ],
  ],
];
const chapters: Chapter[] = [
  { name: 'Preface', title: 'Preface', kind: 'front', page: 1, lastPage: 1 },
  { name: 'Wells of the north', title: north, kind: 'chapter', page: 2, lastPage: 2 },
  { name: 'Wells of the south', title: south, kind: 'chapter', page: 3, lastPage: 3 },
];

function passage(number: string, chapter: string, path: string[], sentences: readonly string[]): Passage {
  const read = sentences.map(sentence);
  return {
    id: `${id}/${number}`,
    documentId: id,
    chapter,
    section: path[1] ?? null,
    path,
    kind: 'body',
    text: read.map(({ text }) => text).join(' '),
    pages: [1],
    sentences: read,
  };
}

const document: ReportDocument = { ...sampleDocument, id, title: 'The wells of two districts', chapters };
const passages: Passage[] = [
  passage('0/1', 'Preface', ['Preface'], ['Here the authors thank everyone.']),
  ...body.map(([path, sentences], at) =>
    passage(`1/${at + 1}`, path[0]?.split(':')[0] ?? '', path, sentences),
  ),
  { ...passage('1/9', 'Wells of the south', [south], ['Wells | 340']), kind: 'table' },
];

describe('a document that is set anew', () => {
  let texts: DocumentText[] = [];
  let structures: StructureScore[] = [];
  beforeAll(async () => {
    const store = await createFakeStore({ documents: [document], passages, notes });
    expect(await setAnew(store, join(folder, 'new'))).toEqual({
      document: id,
      files: ['foot-notes.pdf', 'two-columns-foot.pdf', 'two-columns.pdf'],
    });
    texts = await evaluateText(join(folder, 'new'));
    structures = await evaluateStructure(join(folder, 'new'));
  });

  it.each([
    'foot-notes',
    'two-columns-foot',
    'two-columns',
  ])('is read with its chapters, sentences, markers and notes in place: %s', (name) => {
    const structure = structures.filter(({ document: own }) => own === name);
    expect(structure.map(({ chapters: { f1 }, entries: { known, right } }) => [f1, known, right])).toEqual([
      [1, 3, 3],
      [1, 3, 3],
    ]);
    expect(texts.find(({ document: own }) => own === name)).toMatchObject({
      words: { lost: 0, broken: 0 },
      sentences: { known: 6, found: 6, whole: 6, stray: 0 },
      order: { pairs: 5, right: 5 },
      markers: { known: 6, found: 6, right: 6 },
      notes: { known: 6, found: 6, whole: 6 },
    });
  });

  it('has the columns of its design, and its notes at their foot or behind each chapter', async () => {
    const look = async (name: string) => {
      const bytes = new Uint8Array(readFileSync(join(folder, 'new', `${name}.pdf`)));
      const read = await extractDocument({ id, file: '', sha256: '', bytes, name, ingestedAt: '' });
      const widths = read.passages.flatMap(({ sentences }) =>
        sentences.flatMap(({ boxes }) => boxes.map(({ width }) => width)),
      );
      const titles = read.document.structure?.map(({ title }) => title) ?? [];
      return { columns: Math.max(...widths) > 0.5 ? 1 : 2, areBehind: titles.includes('Endnotes') };
    };
    expect(await look('foot-notes')).toEqual({ columns: 1, areBehind: false });
    expect(await look('two-columns-foot')).toEqual({ columns: 2, areBehind: false });
    expect(await look('two-columns')).toEqual({ columns: 2, areBehind: true });
  });

  it('has letters that the fonts have, and no preface and no tables, in the PDF as in what must be read', () => {
    const truth = readFileSync(join(folder, 'new', 'two-columns.truth.json'), 'utf8');
    expect(truth).toContain('J. Dvorák. The wells of the north. Lund: Šafarík, 2019.');
    expect(truth).toContain('The council of Lódz has bought six wells, and (two of them) are open');
    expect(truth).not.toMatch(/authors thank|\|/);
  });
});

describe('setAnew', () => {
  const second: ReportDocument = { ...document, id: 'mills' };
  const open = (documents: readonly ReportDocument[]): Promise<PassageStore> =>
    createFakeStore({ documents, passages, notes });

  it('asks which of several documents it is to set', async () => {
    const store = await open([document, second]);
    await expect(setAnew(store, folder)).rejects.toMatchObject({
      sentence: 'The index has 2 documents: mills and wells. Name the one to set anew: --set-anew ID.',
    });
    expect(await setAnew(store, join(folder, 'chosen'), id)).toMatchObject({ document: id });
    await expect(setAnew(store, folder, 'well')).rejects.toMatchObject({
      sentence: 'No document is called “well”. Did you mean wells?',
    });
  });

  it('names no more documents than are read at once', async () => {
    const many = Array.from({ length: 11 }, (_, at) => ({ ...document, id: `wells-${at}` }));
    await expect(setAnew(await open(many), folder)).rejects.toMatchObject({
      sentence:
        'The index has 11 documents. Name the one to set anew: --set-anew ID (`verse list` has them).',
    });
  });

  it('says that there is nothing to set', async () => {
    await expect(setAnew(await open([]), folder)).rejects.toMatchObject({
      sentence: 'The index has no document. Run `verse add`.',
    });
    await expect(setAnew(await open([second]), folder)).rejects.toMatchObject({
      sentence: 'mills has no text in chapters. Set another one anew.',
    });
  });

  it('names a folder that cannot be written', async () => {
    writeFileSync(join(folder, 'file'), '');
    await expect(setAnew(await open([document]), join(folder, 'file', 'below'))).rejects.toMatchObject({
      code: 'cannot-write',
      sentence: `${join(folder, 'file', 'below', 'foot-notes.pdf')}: ENOTDIR. Name a place that can be written.`,
    });
  });
});
