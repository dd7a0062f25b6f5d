import { describe, expect, it } from 'vitest';
import { sampleAnswer, sampleCitation } from '../testing/assistant/fake-assistant.ts';
import type { Answer } from '../wire/types.ts';
import { joinAnswers } from './join-answers.ts';

/** An answer that quotes these sentences, each from a page of its own. */
function quoting(texts: readonly string[], more: Partial<Answer> = {}): Answer {
  const { coverage: _, groups: _groups, lead: _lead, ...plain } = sampleAnswer;
  return {
    ...plain,
    sentences: texts.map((text, at) => ({
      text,
      citations: [at + 1],
      origin: 'quoted',
      verified: true,
      problems: [],
    })),
    citations: texts.map((text, at) => ({ ...sampleCitation, number: at + 1, quote: text })),
    warnings: [],
    ...more,
  };
}

const silent: Answer = {
  ...quoting([]),
  status: 'not-found',
  reason: 'not-stated',
  answer: 'The report does not answer this.',
};

describe('joinAnswers', () => {
  const about = quoting(['It is on oil.', 'Oil will peak.'], { confidence: 0.9 });
  const recommends = quoting(['Oil will peak.', 'We recommend a plan.'], { confidence: 0.7 });

  it('has the sentences of all, each once, with citations numbered through', () => {
    const { sentences, citations, answer, confidence, lead } = joinAnswers([
      { asked: 'What is it about', answer: about },
      { asked: 'what does it recommend', answer: recommends },
    ]);
    expect(answer).toBe('It is on oil. [1] Oil will peak. [2] We recommend a plan. [3]');
    expect(sentences.map((one) => one.citations)).toEqual([[1], [2], [3]]);
    expect(citations.map(({ number, quote }) => [number, quote])).toEqual([
      [1, 'It is on oil.'],
      [2, 'Oil will peak.'],
      [3, 'We recommend a plan.'],
    ]);
    expect(confidence).toBe(0.7);
    expect(lead).toBeUndefined();
  });

  it('begins with what leads in each, and says what stands around it in a paragraph below', () => {
    const led = joinAnswers([
      { asked: 'a', answer: { ...about, lead: [0] } },
      { asked: 'b', answer: quoting(['We recommend a plan.']) },
    ]);
    expect(led.lead).toEqual([0, 1]);
    expect(led.answer).toBe('It is on oil. [1] We recommend a plan. [2]\n\nOil will peak. [3]');
  });

  it('says in a warning which of them is not answered', () => {
    const { status, warnings, sentences } = joinAnswers([
      { asked: 'What is it about', answer: about },
      { asked: 'who wrote it', answer: silent },
    ]);
    expect(status).toBe('answered');
    expect(sentences).toHaveLength(2);
    expect(warnings).toEqual([
      { code: 'part-not-found', message: '“who wrote it”: The report does not answer this.' },
    ]);
  });

  it('refuses where none is answered', () => {
    const joined = joinAnswers([
      { asked: 'a', answer: silent },
      { asked: 'b', answer: silent },
    ]);
    expect(joined.status).toBe('not-found');
  });
});
