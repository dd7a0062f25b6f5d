import { describe, expect, it } from 'vitest';
import { checkPremise } from './premise.ts';
import { analyseQuestion } from './question.ts';
import type { Candidate } from './select.ts';

const gazetteer = { chapterNames: ['Romania'], chapterOf: new Map<string, string>() };
const analyse = (text: string) => analyseQuestion(text, gazetteer);
const best = (text: string) => ({ sentence: { text } }) as Candidate;
const strategy =
  'The recent Romanian National Defence Strategy does not directly mention China as a vulnerability or threat.';

describe('checkPremise', () => {
  it('warns where the report denies what the question takes for granted', () => {
    const question = analyse("Why did Romania's National Defence Strategy single out China as a threat?");
    expect(checkPremise(question, best(strategy))).toEqual([
      {
        code: 'premise',
        message:
          'The report may say otherwise: the best sentence holds a “not” or “no” that the question does not.',
      },
    ]);
  });

  it('is silent where the question denies it too, where nothing is denied, and where there is no sentence', () => {
    expect(checkPremise(analyse('Why does the strategy not mention China?'), best(strategy))).toEqual([]);
    expect(
      checkPremise(analyse('What does the strategy mention?'), best('The strategy mentions China.')),
    ).toEqual([]);
    expect(checkPremise(analyse('What does the strategy mention?'), undefined)).toEqual([]);
  });
});
