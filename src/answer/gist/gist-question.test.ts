import { describe, expect, it } from 'vitest';
import { english } from '../../language/en/english.ts';
import { makePassage } from '../../testing/answers/candidates.ts';
import { isTopic, readGistQuestion } from './gist-question.ts';

const passages = [
  'Formula is marketed to all mothers.',
  'The government restricts how formula is marketed.',
  'Few of them breastfeed.',
].map((text, at) => makePassage({ id: `a/1/${at}`, chapter: 'Milk' }, [text]));

function isGist(text: string, titles = ['Breastfeeding and GAO']): boolean {
  const question = readGistQuestion(text, english);
  return question !== undefined && isTopic(question, titles, passages, english);
}

describe('isTopic', () => {
  it('takes a question that names nothing, or what the title has', () => {
    expect(isGist('What does it recommend?')).toBe(true);
    expect(isGist('What does GAO recommend?')).toBe(true);
    expect(isGist('What does the FDA recommend?')).toBe(false);
  });

  it('takes what all passages speak of only where the document is asked', () => {
    expect(isGist('What does the report find on formula?')).toBe(true);
    expect(isGist('What did the government find?')).toBe(false);
    expect(isGist('What does the report find on Nestlé?')).toBe(false);
  });
});
