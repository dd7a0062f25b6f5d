import { describe, expect, it } from 'vitest';
import { createDocumentLanguages } from '../../language/document-languages.ts';
import { makePassage } from '../../testing/answers/candidates.ts';
import { sampleReport } from '../../testing/answers/sample-report.ts';
import { createFakeEncoder } from '../../testing/networks/fake-encoder.ts';
import { createFakeReaders } from '../../testing/networks/fake-readers.ts';
import { createFakeStore } from '../../testing/store/fake-store.ts';
import { answerQuestion } from '../answer.ts';
import { createReadings } from '../question/readings.ts';

const { document } = sampleReport;
const other = { ...document, id: 'other' };
const { id } = document;
const make = (number: string, path: string[], ...sentences: string[]) => ({
  ...makePassage({ id: `${id}/${number}`, chapter: path[0] ?? '' }, sentences),
  path,
});
const passages = [
  make(
    '1/1',
    ['Oil'],
    'The limitations of the northern wells are known.',
    'Some recommend that cars are given up.',
  ),
  make(
    '2/1',
    ['Recommendations'],
    'The world is not prepared for a peak.',
    'We recommend that agencies share their plans.',
    'We recommend that agencies share their plans.',
    'We recommend that they report on it each year.',
  ),
];
const encoder = createFakeEncoder();
const otherPassage = {
  ...makePassage({ id: 'other/1/1', chapter: 'Recommendations' }, ['We recommend that ships are built.']),
  documentId: 'other',
  path: ['Recommendations'],
};
const documents = [document, other];
const store = await createFakeStore({ passages: [...passages, otherPassage], documents, encoder });
const options = {
  encoder,
  reader: createFakeReaders().answers,
  store,
  readingOf: createReadings(store),
  languages: createDocumentLanguages(documents),
  maxWordsPerCountry: 60,
  answerRate: 0.95,
  id: '1',
};

async function ask(question: string, maxWords: number, filter = {}) {
  const answer = await answerQuestion(question, { ...options, maxWords, filter });
  return { confidence: answer.confidence, texts: answer.sentences.map(({ text }) => text) };
}

describe('answers for the gist', () => {
  it('quote what stands below the heading in the order of the document, nothing twice', async () => {
    expect(await ask('What does the report recommend?', 60, { documents: [id] })).toEqual({
      confidence: 0.9,
      texts: [
        'The world is not prepared for a peak.',
        'We recommend that agencies share their plans.',
        'We recommend that they report on it each year.',
      ],
    });
  });

  it('keep to what says so where there is no room for more', async () => {
    const { texts } = await ask('What does the report recommend?', 8, { documents: [id] });
    expect(texts).toEqual(['We recommend that agencies share their plans.']);
  });

  it('are refused where nothing says it, whatever sentence has the words', async () => {
    expect(await ask('What are the limitations?', 60, { documents: [id] })).toEqual({
      confidence: 0.1,
      texts: [],
    });
  });

  it('are given of each of several documents', async () => {
    expect((await ask('What do they recommend?', 16)).texts).toEqual([
      'We recommend that agencies share their plans.',
      'We recommend that ships are built.',
    ]);
  });

  it('are not given of a document for a part that it has not', async () => {
    const { confidence, texts } = await ask('What does chapter 12 recommend?', 60, { documents: [id] });
    expect({ confidence, texts }).not.toMatchObject({ confidence: 0.9 });
  });
});
