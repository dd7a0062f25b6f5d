import { describe, expect, it } from 'vitest';
import type { PassageFilter } from '../../core/passage-store.ts';
import type { Passage, ReportDocument } from '../../core/types.ts';
import { english } from '../../language/en/english.ts';
import { makePassage } from '../../testing/answers/candidates.ts';
import { sampleReport } from '../../testing/answers/sample-report.ts';
import { createFakeEncoder } from '../../testing/networks/fake-encoder.ts';
import { createFakeStore } from '../../testing/store/fake-store.ts';
import { findPassages } from './find-passages.ts';
import { analyseQuestion } from './question.ts';
import { createReadings } from './readings.ts';

/** A document of one passage a chapter. */
function makeDocument(id: string, texts: Readonly<Record<string, string>>): [ReportDocument, Passage[]] {
  const names = Object.keys(texts);
  const chapters = names.map((name, index) => ({
    name,
    title: name,
    kind: 'chapter' as const,
    page: index + 1,
    lastPage: index + 1,
  }));
  const passages = names.map((chapter, index) => ({
    ...makePassage({ id: `${id}/${index}/1`, chapter, page: index + 1 }, [texts[chapter] ?? '']),
    documentId: id,
  }));
  return [{ ...sampleReport.document, id, chapters }, passages];
}

const made = [
  makeDocument('architecture', {
    'Zero trust': 'A software defined perimeter is the most common deployment model of layer 7.',
    Threats: 'Stolen credentials are the first threat to a network, in the United States and elsewhere.',
  }),
  makeDocument('science', {
    Software: 'Give functions meaningful names and make dependencies of scripts explicit.',
    Data: 'Save the raw data as it was recorded.',
  }),
  makeDocument('europe', {
    Sweden: 'China is the second destination for research of Swedish companies. Sweden banned Huawei.',
    Poland: 'China and Poland fund joint research in basic sciences.',
  }),
  makeDocument('americas', {
    Brazil: 'China buys lithium of three mines in Brazil.',
    Chile: 'China has a part of a national company of Chile.',
  }),
];
const encoder = createFakeEncoder();
const store = await createFakeStore({
  documents: made.map(([document]) => document),
  passages: made.flatMap(([, passages]) => passages),
  encoder,
});
const readingOf = createReadings(store);

async function search(text: string, filter: PassageFilter = {}) {
  const { gazetteer } = await readingOf(filter.documents);
  const asked = analyseQuestion(text, gazetteer, english);
  const { analysis, hits } = await findPassages(text, asked, {
    store,
    encoder,
    readingOf,
    filter,
    count: 3,
  });
  return { ...analysis, best: hits[0]?.passage.documentId };
}

describe('findPassages', () => {
  it('takes no word for a chapter that is one of another document', async () => {
    const question = 'Which deployment model of a software defined perimeter is the most common at layer 7?';
    const filter = { documents: ['architecture'] };
    expect(await search(question)).toMatchObject({ best: 'architecture', namedChapters: [] });
    expect(await search(question, filter)).toMatchObject({ best: 'architecture', namedChapters: [] });
    expect(analyseQuestion(question, (await readingOf()).gazetteer, english).namedChapters).toEqual([
      'Software',
    ]);
  });

  it('misses no chapter on a country where the document has none on any, and does where it has', async () => {
    const threats = 'What is the first threat to a network in the United States?';
    expect(await search(threats)).toMatchObject({ best: 'architecture', countriesWithoutChapter: [] });
    expect(await search('Which research does Norway fund with Poland?')).toMatchObject({
      best: 'europe',
      namedChapters: ['Poland'],
      countriesWithoutChapter: ['Norway'],
    });
  });

  it('knows which countries a whole document is about, among others that are not', async () => {
    expect(await search('What research does Sweden do in China?')).toMatchObject({
      namedChapters: ['Sweden'],
      countriesWithoutChapter: [],
    });
  });

  it('compares what no one document has', async () => {
    expect((await search('Compare China in Sweden and in Brazil')).compared).toEqual(['Sweden', 'Brazil']);
    expect((await search('Compare software and data')).compared).toEqual(['Software', 'Data']);
  });

  it('reads a comparison by the document that has both sides, rather than by the best passage', async () => {
    const question = 'Compare the most common deployment model of Sweden and Poland';
    const { best, compared } = await search(question);
    expect({ best, compared }).toEqual({ best: 'architecture', compared: ['Sweden', 'Poland'] });
  });

  it('reads it by all documents where chapters are picked', async () => {
    const filter = { documents: ['science', 'europe'], chapters: ['Data'] };
    expect(await search('How should Sweden save data?', filter)).toMatchObject({
      best: 'science',
      namedChapters: ['Sweden', 'Data'],
    });
  });
});

describe('a question that names the company whose report a document is', () => {
  const filings = ['Nordwind Inc.: Form 10-K for 2019', 'Solara Inc.: Form 10-K for 2019'].map(
    (title, index) => {
      const [document, passages] = makeDocument(`filing${index}`, {
        Business: `${title.replace(/ .*/, '')} builds turbines. It was founded in 1982.`,
        Statements: 'The cash flow statement has capital expenditures of 394 in 2019.',
      });
      return [{ ...document, title }, passages] as const;
    },
  );

  it('looks in its reports alone, for the rest of the question', async () => {
    const store = await createFakeStore({
      documents: filings.map(([document]) => document),
      passages: filings.flatMap(([, passages]) => passages),
      encoder,
    });
    const readingOf = createReadings(store);
    const text = 'What were the capital expenditures of Solara in 2019?';
    const asked = analyseQuestion(text, (await readingOf()).gazetteer, english);
    const options = { store, encoder, readingOf, filter: {}, count: 4 };
    const { analysis, hits } = await findPassages(text, asked, options);
    expect(analysis.text).toBe('What were the capital expenditures of in 2019?');
    expect(hits.map(({ passage }) => passage.id)).toEqual(['filing1/1/1', 'filing1/0/1']);
  });

  it('looks everywhere where the best passage tells of it in another document', async () => {
    const [document, passages] = makeDocument('survey', {
      Market: 'Of all who asked for turbines, Solara has 12 percent of the market share in Spain.',
    });
    const store = await createFakeStore({
      documents: [document, ...filings.map(([own]) => own)],
      passages: [...passages, ...filings.flatMap(([, own]) => own)],
      encoder,
    });
    const readingOf = createReadings(store);
    const text = 'Which market share in Spain has Solara?';
    const asked = analyseQuestion(text, (await readingOf()).gazetteer, english);
    const found = await findPassages(text, asked, { store, encoder, readingOf, filter: {}, count: 4 });
    expect(found.hits[0]?.passage.documentId).toBe('survey');
    expect(found.analysis.text).toBe(text);
  });
});

describe('createReadings', () => {
  it('makes the reading of each set of documents once, whatever their order', async () => {
    const calls: (readonly string[] | undefined)[] = [];
    const counted = createReadings({
      documents: (ids) => {
        calls.push(ids);
        return store.documents(ids);
      },
      summary: (ids) => store.summary(ids),
    });
    const one = await counted(['science', 'europe']);
    expect(await counted(['europe', 'science', 'europe'])).toBe(one);
    expect((await counted()).gazetteer.chapterNames).toHaveLength(8);
    await counted();
    expect(calls).toEqual([['science', 'europe'], undefined]);
  });

  it('knows the words of its documents alone', async () => {
    const { spelling } = await readingOf(['science']);
    const known = spelling?.vocabulary().known;
    expect([known?.has('functions'), known?.has('perimeter')]).toEqual([true, false]);
  });
});
