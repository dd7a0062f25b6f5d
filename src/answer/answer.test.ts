import { describe, expect, it } from 'vitest';
import { createDocumentLanguages } from '../language/document-languages.ts';
import { samplePassages, sampleReport } from '../testing/answers/sample-report.ts';
import { createFakeEncoder } from '../testing/networks/fake-encoder.ts';
import { createFakeReaders } from '../testing/networks/fake-readers.ts';
import { createFakeStore } from '../testing/store/fake-store.ts';
import { answerQuestion } from './answer.ts';
import type { AnswerModel } from './choose/linear-model.ts';
import { createReadings } from './question/readings.ts';

/** Answers whatever is asked. */
const model: AnswerModel = {
  card: { about: '', fittedBy: '', data: '', scores: {} },
  sentence: { bias: 0, weights: { coverage: 1 } },
  answerable: { bias: 9, weights: {} },
  unread: {
    sentence: { bias: 0, weights: { coverage: 1 } },
    answerable: { bias: 9, weights: {} },
    thresholds: [{ answerRate: 0.95, confidence: 0.5 }],
  },
  topic: { bias: 9, weights: {}, leastConfidence: 0 },
  thresholds: [{ answerRate: 0.95, confidence: 0.5 }],
};
const encoder = createFakeEncoder();
const { document } = sampleReport;
const other = { ...document, id: 'other', chapters: document.chapters.slice(0, 1) };
const store = await createFakeStore({ passages: samplePassages, documents: [document, other], encoder });
const options = {
  encoder,
  reader: createFakeReaders().answers,
  store,
  model,
  readingOf: createReadings(store),
  languages: createDocumentLanguages([document, other]),
  maxWords: 120,
  maxWordsPerCountry: 60,
  answerRate: 0.95,
  filter: {},
  id: '1',
};

describe('answerQuestion', () => {
  it('quotes something even where no sentence of a sweep fits the words of a country', async () => {
    const question = 'Which countries adopted a ban on equipment from Huawei?';
    const answer = await answerQuestion(question, { ...options, maxWordsPerCountry: 1 });
    expect(answer.status).toBe('answered');
    expect(answer.sentences.length).toBeGreaterThan(0);
  });

  it('tells of the document itself what is known of it, as no quotation', async () => {
    const answer = await answerQuestion('How many pages does the report have?', {
      ...options,
      filter: { documents: [document.id] },
    });
    expect(answer).toMatchObject({ status: 'answered', answer: 'It has 194 pages.', citations: [] });
    expect(answer.sentences).toMatchObject([{ origin: 'known', verified: true }]);
  });

  it('answers each of the questions that are asked of a document at once', async () => {
    const told: string[] = [];
    const answer = await answerQuestion('How long is this report and what is it called?', {
      ...options,
      filter: { documents: [document.id] },
      onSentence: ({ sentence }) => void told.push(sentence.text),
    });
    expect(answer.question).toBe('How long is this report and what is it called?');
    expect(told).toEqual(['It has 194 pages.', `Its title is “${document.title}”.`]);
    expect(answer.sentences.map(({ text }) => text)).toEqual(told);
  });

  it('counts only what the filter lets it search', async () => {
    const asked = (filter: typeof options.filter & { documents?: string[]; chapters?: string[] }) =>
      answerQuestion('Who banned Huawei?', { ...options, filter });
    expect((await asked({})).searched).toMatchObject({ documents: 2, passages: 10 });
    expect((await asked({ documents: ['other'] })).searched).toEqual({
      documents: 1,
      chapters: 1,
      passages: 0,
    });
    expect((await asked({ chapters: ['Czechia'] })).searched).toMatchObject({ chapters: 1, passages: 2 });
  });
});
