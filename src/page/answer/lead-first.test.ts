import { describe, expect, it } from 'vitest';
import { sampleAnswer } from '../../testing/assistant/fake-assistant.ts';
import type { Answer } from '../../wire/types.ts';
import { leadFirst } from './lead-first.ts';

const sentences: Answer['sentences'] = ['First.', 'Second.', 'Third.', 'Fourth.'].map((text, index) => ({
  ...{ text, citations: [index + 1], origin: 'quoted', verified: true, problems: [] },
}));

describe('leadFirst', () => {
  it('puts what leads first and keeps both in their order, with their citations', () => {
    const arranged = leadFirst({ ...sampleAnswer, sentences, lead: [1, 3] });
    expect(arranged.sentences.map(({ text, citations }) => [text, ...citations])).toEqual([
      ['Second.', 2],
      ['Fourth.', 4],
      ['First.', 1],
      ['Third.', 3],
    ]);
    expect(arranged.lead).toEqual([0, 1]);
  });

  it('leaves an answer of which all leads', () => {
    const answer = { ...sampleAnswer, sentences };
    expect(leadFirst(answer)).toBe(answer);
  });
});
