import { describe, expect, it } from 'vitest';
import type { PassageFilter } from '../core/passage-store.ts';
import { english } from '../language/en/english.ts';
import { makePassage } from '../testing/answers/candidates.ts';
import { sampleGazetteer } from '../testing/answers/sample-gazetteer.ts';
import { sampleAnswer, sampleCitation } from '../testing/assistant/fake-assistant.ts';
import { createFakeStore } from '../testing/store/fake-store.ts';
import type { Answer } from '../wire/types.ts';
import { pointElsewhere } from './elsewhere.ts';
import { analyseQuestion } from './question/question.ts';

const bosch = makePassage({ id: 'r/12/5', chapter: 'Germany', page: 84 }, [
  'Bosch alone has announced cutting more than 20,000 jobs in its automotive division.',
]);
const store = await createFakeStore({ passages: [bosch] });
const place = { passageId: bosch.id, document: 'report', chapter: 'Germany', page: 84, pages: [84] };
const answered: Answer = { ...sampleAnswer, citations: [{ ...sampleCitation, ...place }] };
const refusal: Answer = {
  ...sampleAnswer,
  status: 'not-found',
  reason: 'off-topic',
  answer: 'The report does not answer this: no passage comes near what is asked.',
  sentences: [],
  citations: [],
  explanation: { lookedFor: [], stoppedBecause: 'no passage comes near what is asked' },
};

/** What is asked of more where the question is refused, and what is made of the refusal. */
async function refuse(question: string, filter: PassageFilter, scope?: string[]) {
  const analysis = analyseQuestion(question, sampleGazetteer(['Sweden', 'Poland', 'Germany']), english);
  const asked: [string, PassageFilter][] = [];
  const told = await pointElsewhere(refusal, analysis, { filter, store }, scope, {
    find: async () => [bosch],
    ask: async (...wider) => {
      asked.push(wider);
      return answered;
    },
  });
  return { asked, told };
}

describe('pointElsewhere', () => {
  it('asks the same of all that the question was narrowed from, and names the place', async () => {
    const { asked, told } = await refuse('How many jobs will Bosch cut?', { chapters: ['Sweden'] }, [
      'Sweden',
    ]);
    expect(asked).toEqual([['How many jobs will Bosch cut?', {}]]);
    expect(told.answer).toBe('Not in Sweden. Germany, p. 84 speaks of it.');
    expect(told.elsewhere).toMatchObject(place);
    expect(told.explanation).toMatchObject({ scope: ['Sweden'] });
  });

  it('says nothing where what is found stands in what was searched', async () => {
    const { told } = await refuse('How many jobs will Bosch cut?', { chapters: ['Germany'] }, ['Germany']);
    expect(told.answer).toBe(refusal.answer);
    expect(told.elsewhere).toBeUndefined();
  });

  it('leaves out the chapter that a question names, if all other words stand in the passage found', async () => {
    const { asked, told } = await refuse('How many jobs has Bosch announced cutting in Sweden?', {});
    expect(asked).toEqual([['How many jobs has Bosch announced cutting in ?', {}]]);
    expect(told.answer).toBe('Not in Sweden. Germany, p. 84 speaks of it.');
    const other = await refuse('How many factories has Bosch announced in Sweden?', {});
    expect(other).toEqual({ asked: [], told: refusal });
  });

  it('asks nothing of others where one word is left without the chapter', async () => {
    expect((await refuse('What is the capital of Sweden?', {})).asked).toEqual([]);
  });

  it('asks nothing more of a comparison, or of all chapters', async () => {
    const compared = await refuse('How many jobs were lost in Sweden and in Poland?', {});
    const bare = await refuse('How many jobs will Bosch cut?', {});
    expect([compared, bare]).toEqual([
      { asked: [], told: refusal },
      { asked: [], told: refusal },
    ]);
  });
});
