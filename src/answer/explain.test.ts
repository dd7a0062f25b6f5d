import { describe, expect, it } from 'vitest';
import { english } from '../language/en/english.ts';
import { makeCandidate, makePassage } from '../testing/answers/candidates.ts';
import { sampleGazetteer } from '../testing/answers/sample-gazetteer.ts';
import { createFakeStore } from '../testing/store/fake-store.ts';
import { explainNotFound, nearestPassages, tellRefusal } from './explain.ts';
import { analyseQuestion } from './question/question.ts';

const gazetteer = sampleGazetteer(['Hungary', 'Germany']);
const debrecen = makePassage({ id: 'r/13/13', chapter: 'Hungary', page: 95 }, [
  'CATL announced plans for a battery production facility near Debrecen.',
  'The project has drawn controversy over environmental impacts.',
]);
const volkswagen = makePassage({ id: 'r/12/11', chapter: 'Germany', page: 85 }, [
  'Volkswagen invested 2 billion euros in Hefei.',
]);
const store = await createFakeStore({ passages: [debrecen, volkswagen] });
const candidates = [
  makeCandidate(debrecen, 0, 1),
  makeCandidate(debrecen, 1, 0),
  makeCandidate(volkswagen, 0, -1),
];

describe('explainNotFound', () => {
  it('names what was looked for and that no amount is given', () => {
    const analysis = analyseQuestion('How much money does Hungary pay to CATL?', gazetteer, english);
    expect(
      explainNotFound(analysis, 'not-stated', { candidates: candidates.slice(0, 2) }, { documents: 1 }),
    ).toEqual({
      lookedFor: ['money', 'Hungary', 'pay', 'CATL', 'an amount'],
      stoppedBecause: 'the closest passages give no amount for Hungary for what is asked',
    });
  });

  it('says no more than what was searched does not answer', () => {
    const analysis = analyseQuestion('How much money goes to CATL?', gazetteer, english);
    const off = explainNotFound(
      analysis,
      'off-topic',
      { candidates },
      { scope: ['Hungary', 'Germany'], documents: 1 },
    );
    expect(off).toMatchObject({ scope: ['Hungary', 'Germany'] });
    expect(tellRefusal(off, 1)).toBe(
      'Hungary and Germany do not answer this: no passage there comes near what is asked.',
    );
    const { scope: _, ...everywhere } = explainNotFound(
      analysis,
      'off-topic',
      { candidates },
      { documents: 1 },
    );
    expect(tellRefusal(everywhere, 1)).toBe(
      'The report does not answer this: no passage comes near what is asked.',
    );
  });

  it('tells the year that is there instead, where nothing but the year is missing', () => {
    const exports = makePassage({ id: 'r/13/14', chapter: 'Hungary', page: 96 }, [
      'Hungarian exports of batteries reached 3.1 billion euros in 2024.',
    ]);
    const found = { candidates: [makeCandidate(exports, 0, 1)] };
    const explain = (question: string) =>
      explainNotFound(analyseQuestion(question, gazetteer, english), 'not-stated', found, { documents: 1 })
        .stoppedBecause;
    expect(explain('How high were Hungarian exports of batteries in 2023?')).not.toContain('2024');
    expect(explain('What did Hungarian exports of batteries reach in 2023?')).toBe(
      'the closest passage speaks of 2024, not of 2023',
    );
  });

  it('says that there is no chapter, or nothing on the topic', () => {
    const analysis = analyseQuestion('Does Malta host CATL?', gazetteer, english);
    expect(explainNotFound(analysis, 'no-chapter', { candidates }, { documents: 1 }).stoppedBecause).toBe(
      'the report has no chapter on Malta',
    );
    expect(explainNotFound(analysis, 'off-topic', { candidates }, { documents: 1 }).stoppedBecause).toBe(
      'no passage comes near what is asked',
    );
    const absentNames = ['Samsung', 'Hynix'];
    expect(
      explainNotFound(analysis, 'not-mentioned', { candidates, absentNames }, { documents: 1 })
        .stoppedBecause,
    ).toBe('the report does not mention Samsung or Hynix');
  });

  it('speaks of all reports where several were searched, and of what it was narrowed to as of that alone', () => {
    const analysis = analyseQuestion('Does Malta host CATL?', gazetteer, english);
    const tell = (reason: 'off-topic' | 'no-chapter' | 'not-mentioned', scope?: string[]) => {
      const searched = { scope, documents: scope?.length ?? 11 };
      return tellRefusal(
        explainNotFound(analysis, reason, { candidates, absentNames: ['Samsung'] }, searched),
        searched.documents,
      );
    };
    expect(tell('off-topic')).toBe(
      'None of the 11 reports answers this: no passage comes near what is asked.',
    );
    expect(tell('no-chapter')).toBe('None of the 11 reports answers this: no report has a chapter on Malta.');
    expect(tell('not-mentioned')).toBe('None of the 11 reports answers this: no report mentions Samsung.');
    expect(tell('no-chapter', ['“Atlas”'])).toBe('“Atlas” does not answer this: it has no chapter on Malta.');
  });
});

describe('nearestPassages', () => {
  it('gives the best sentence of each passage, its place, and why it falls short', async () => {
    const analysis = analyseQuestion('How much money does Hungary pay to CATL?', gazetteer, english);
    const nearest = await nearestPassages(analysis, candidates, store);
    expect(nearest.map(({ page, chapter, why }) => ({ page, chapter, why }))).toEqual([
      { page: 95, chapter: 'Hungary', why: 'on the topic, but gives no amount' },
      { page: 85, chapter: 'Germany', why: 'does not speak of “money”, “Hungary” or “pay”' },
    ]);
  });

  it('gives a sentence that two editions have once', async () => {
    const analysis = analyseQuestion('How much money does Hungary pay to CATL?', gazetteer, english);
    const later = makePassage(
      { ...debrecen, id: 's/13/13' },
      debrecen.sentences.map(({ text }) => text),
    );
    const both = await createFakeStore({ passages: [debrecen, later] });
    const nearest = await nearestPassages(
      analysis,
      [makeCandidate(debrecen, 0, 1), makeCandidate(later, 0, 1)],
      both,
    );
    expect(nearest.map(({ passageId }) => passageId)).toEqual(['r/13/13']);
  });

  it('says of no passage with a single word of the question that it is on the topic', async () => {
    const analysis = analyseQuestion('How high is the population of Debrecen?', gazetteer, english);
    const [first] = await nearestPassages(analysis, candidates, store);
    expect(first?.why).toBe('does not speak of “high” or “population”');
  });
});
