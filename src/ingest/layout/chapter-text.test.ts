import { describe, expect, it } from 'vitest';
import { english } from '../../language/en/english.ts';
import { makeBlock, makeLine, makeLines, makePage } from '../../testing/documents/text-runs.ts';
import type { Block, Marker } from '../page-model.ts';
import { formBlocks } from './blocks.ts';
import { readChapterText } from './chapter-text.ts';
import { readNotes } from './notes.ts';
import { createMarkerResolvers } from './resolve-markers.ts';
import { placeTables } from './tables/place-tables.ts';
import { buildVocabulary } from './vocabulary.ts';

const context = {
  language: english,
  documentId: 'report',
  idPrefix: 'report/5',
  vocabulary: buildVocabulary(makeLines(['x\u2010', 'y\u2010', 'z\u2010'])),
  pageSize: () => ({ width: 595, height: 842 }),
};
const span = {
  chapter: { name: 'Austria', title: 'Austria', kind: 'chapter', page: 29, lastPage: 35 },
  firstBlock: 0,
  endBlock: 0,
  titleBlock: null,
} as const;

function read(...blocks: Block[]) {
  const notes = readNotes(blocks, span.chapter.name, context);
  const [resolver] = createMarkerResolvers([{ chapter: span.chapter, notes }]);
  if (resolver === undefined) throw new Error('A chapter has a resolver.');
  return readChapterText(blocks, span, { ...context, notes, resolver });
}

function body(text: string, markers: Marker[] = []): Block {
  const block = makeBlock([text]);
  block.lines[0]?.markers.push(...markers);
  return block;
}

const notes = [1, 2, 3, 4, 5].map((number) =>
  makeBlock([`${number} | Source ${number}.`], { size: 8 }, 'note'),
);
const quote = makeBlock(['Vienna has gradually shifted'], {}, 'quote');
const heading = makeBlock(['Academia: Between coopera\u2010', 'tion and caution'], {}, 'heading');

describe('readChapterText', () => {
  it('puts text under the heading before it, and under none before the first', () => {
    const { passages, headings } = read(
      body('Steady continuity.'),
      heading,
      body('University ties date back.'),
    );
    expect(headings.map(({ title }) => title)).toEqual(['Academia: Between cooperation and caution']);
    expect(passages.map(({ id, section, text }) => ({ id, section, text }))).toEqual([
      { id: 'report/5/1', section: null, text: 'Steady continuity.' },
      {
        id: 'report/5/2',
        section: 'Academia: Between cooperation and caution',
        text: 'University ties date back.',
      },
    ]);
  });

  it('keeps a list of references without numbers as text', () => {
    const references = makeBlock(['References'], {}, 'heading');
    const entry = makeBlock(
      ['Alon Jacovi and Yoav Goldberg. 2020. Aligning faithful interpretations.'],
      {},
      'note',
    );
    const { passages } = read(body('Steady continuity.'), references, entry);
    expect(passages.at(-1)).toMatchObject({
      kind: 'body',
      section: 'References',
      text: entry.lines[0]?.text,
    });
  });

  it('joins a paragraph that a caption set like text parts, and keeps the caption', () => {
    const { passages } = read(
      body('The raters found that in such cases the models were often'),
      body('Figure 5: Three example items from the study.'),
      body('wrong, and that explanations helped.'),
      body('Figure 6 shows the same.'),
    );
    expect(passages.flatMap(({ sentences }) => sentences.map(({ text }) => text))).toEqual([
      'The raters found that in such cases the models were often wrong, and that explanations helped.',
      'Figure 5: Three example items from the study.',
      'Figure 6 shows the same.',
    ]);
  });

  it('joins a paragraph that a pull quote parts, and leaves the quote out', () => {
    const { passages, pullQuotes } = read(
      body('In fields such as “clean energy” and'),
      quote,
      body('“high-end manufacturing” too.'),
    );
    expect(passages.map((passage) => passage.text)).toEqual([
      'In fields such as “clean energy” and “high-end manufacturing” too.',
    ]);
    expect(pullQuotes).toBe(1);
  });

  it('lets text set as a float part no paragraph, and joins it with its own end on the next page', () => {
    const look = { font: 'Lato-Bold-Italic', size: 12, x: 400, float: true } as const;
    const { passages } = read(
      makeBlock(
        ['Macron witnessed the opening of', 'a gigafactory, with funding from the European Investment'],
        { ...look, page: 1 },
      ),
      body('In fields such as “clean energy” and'),
      makeBlock(['Bank. The factory is expected to', 'produce 24 GWh by 2030'], { ...look, page: 2 }),
      body('“high-end manufacturing” too.'),
    );
    expect(passages.flatMap((passage) => passage.sentences.map((sentence) => sentence.text))).toEqual([
      'Macron witnessed the opening of a gigafactory, with funding from the European Investment Bank.',
      'The factory is expected to produce 24 GWh by 2030',
      'In fields such as “clean energy” and “high-end manufacturing” too.',
    ]);
  });

  it('goes on with a paragraph over the notes at the foot of its page', () => {
    const foot = {
      ...makeBlock(['Gov.ie.'], { size: 8 }, 'note'),
      note: { label: '1', place: 'foot' as const },
    };
    const { passages } = read(
      body('In fields such as “clean energy” and'),
      foot,
      body('“high-end manufacturing” too.', [{ offset: 29, labels: ['1'] }]),
    );
    expect(passages.map(({ kind, section, text }) => ({ kind, section, text }))).toEqual([
      {
        kind: 'body',
        section: null,
        text: 'In fields such as “clean energy” and “high-end manufacturing” too.',
      },
      { kind: 'note', section: 'Footnotes', text: 'Gov.ie.' },
    ]);
    expect(passages[0]?.sentences[0]?.noteIds).toEqual(['report/5/n1']);
  });

  it('never joins a paragraph over a heading', () => {
    const { passages } = read(body('In fields such as'), heading, body('clean energy.'));
    expect(passages.map((passage) => passage.text)).toEqual(['In fields such as', 'clean energy.']);
  });

  it('assigns a marker to the sentence that it is in or directly after', () => {
    const text = 'Vienna never signed. Since then, in 2023, it kept out.';
    const markers = [
      { offset: text.indexOf(' Since'), labels: ['1'] },
      { offset: text.indexOf(', it'), labels: ['2', '3'] },
    ];
    const { passages } = read(body(text, markers), ...notes);
    expect(passages[0]?.sentences.map((sentence) => sentence.noteIds)).toEqual([
      ['report/5/n1'],
      ['report/5/n2', 'report/5/n3'],
    ]);
    expect(passages[0]?.sentences.map((sentence) => sentence.markers)).toEqual([
      [{ noteId: 'report/5/n1', offset: 'Vienna never signed.'.length }],
      [
        { noteId: 'report/5/n2', offset: 'Since then, in 2023'.length },
        { noteId: 'report/5/n3', offset: 'Since then, in 2023'.length },
      ],
    ]);
  });

  it('puts a marker separated by a line break after its word', () => {
    const block = makeBlock(['Vienna has gradually', 'shifted its policy.', 'Since then it kept out.']);
    block.lines[1]?.markers.push({ offset: 0, labels: ['1'] });
    block.lines[2]?.markers.push({ offset: 0, labels: ['2'] });
    const { passages } = read(block, ...notes);
    expect(passages[0]?.sentences.map(({ text, markers }) => ({ text, markers }))).toEqual([
      {
        text: 'Vienna has gradually shifted its policy.',
        markers: [
          { noteId: 'report/5/n1', offset: 'Vienna has gradually'.length },
          { noteId: 'report/5/n2', offset: 'Vienna has gradually shifted its policy.'.length },
        ],
      },
      { text: 'Since then it kept out.', markers: [] },
    ]);
  });

  it('places both of two markers of one note, and names the note once', () => {
    const text = 'such as quantum, and so on.';
    const markers = [
      { offset: text.indexOf(', and'), labels: ['3'] },
      { offset: text.length, labels: ['3'] },
    ];
    const { passages } = read(body(text, markers), ...notes);
    expect(passages[0]?.sentences[0]).toMatchObject({
      noteIds: ['report/5/n3'],
      markers: [
        { noteId: 'report/5/n3', offset: 15 },
        { noteId: 'report/5/n3', offset: 27 },
      ],
    });
  });

  it('reads "45" as 4 and 5 if the chapter has no note 45, and counts what it cannot resolve', () => {
    const text = 'such as quantum technologies.';
    const { passages, markers } = read(
      body(text, [
        { offset: text.length, labels: ['45'] },
        { offset: text.length, labels: ['53'] },
      ]),
      ...notes,
    );
    expect(passages[0]?.sentences[0]?.noteIds).toEqual(['report/5/n4', 'report/5/n5']);
    expect(markers.count).toEqual({ found: 3, resolved: 2 });
  });

  it('makes a passage of each note, and of the rows of a table', () => {
    const lines = [
      makeLine('2019', { y: 500 }),
      makeLine('The Netherlands bans the export.', { x: 120, y: 500 }),
      makeLine('2022', { y: 480 }),
      makeLine('Washington extends its rule.', { x: 120, y: 480 }),
      makeLine('2025', { y: 460 }),
      makeLine('China controls its export of chips.', { x: 120, y: 460 }),
    ];
    lines[1]?.markers.push({ offset: 15, labels: ['1'] });
    const [placed = []] = placeTables([makePage([])], [lines]);
    const { passages, tables } = read(...formBlocks(placed, new Map()), ...notes.slice(0, 1));
    expect(passages.map(({ kind, section, text }) => ({ kind, section, text }))).toEqual([
      {
        kind: 'table',
        section: null,
        text: '2019 | The Netherlands bans the export.\n2022 | Washington extends its rule.\n2025 | China controls its export of chips.',
      },
      { kind: 'note', section: 'Endnotes', text: 'Source 1.' },
    ]);
    expect(tables).toHaveLength(1);
    expect(passages[0]?.sentences[0]?.row?.cells.map(({ text }) => text)).toEqual([
      '2019',
      'The Netherlands bans the export.',
    ]);
    expect(passages[0]?.sentences[0]?.markers).toEqual([
      { noteId: 'report/5/n1', offset: '2019 | The Netherlands'.length },
    ]);
    expect(passages[1]?.sentences[0]).toMatchObject({ noteIds: ['report/5/n1'], markers: [] });
  });

  it('marks the sentences that announce a list and open its items', () => {
    const { passages } = read(
      body('Much is said of it. These are its tenets:'),
      makeBlock(['1. All is a resource. A network is one.'], { y: 660 }),
      makeBlock(['2. All is secured.'], { y: 620 }),
    );
    const sentences = passages.flatMap((passage) => passage.sentences);
    expect(sentences.map(({ text, item, announces }) => [text, item, announces])).toEqual([
      ['Much is said of it.', undefined, undefined],
      ['These are its tenets:', undefined, 1],
      ['1. All is a resource.', 1, undefined],
      ['A network is one.', undefined, undefined],
      ['2. All is secured.', 1, undefined],
    ]);
  });
});
