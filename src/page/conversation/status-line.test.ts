import { describe, expect, it } from 'vitest';
import { comparison, notFound, writtenAnswer } from '../../testing/answers/sample-answers.ts';
import { sampleAnswer } from '../../testing/assistant/fake-assistant.ts';
import { statusLine, turnSummary } from './status-line.ts';

describe('statusLine', () => {
  const answered = (answer: typeof sampleAnswer) => statusLine({ state: 'answered', answer }, 'extract');

  it('says what came of it', () => {
    expect(answered(sampleAnswer)).toEqual({
      verdict: 'Answered from 1 passage in 1 chapter',
      details: ['14\u00a0ms', 'quoted\u00a0verbatim'],
    });
    expect(answered(writtenAnswer)).toEqual({
      verdict: 'Written from 2 passages in 1 chapter',
      details: ['2.4\u00a0s', '2 of 3 sentences passed the check'],
    });
    expect(answered(comparison)?.verdict).toBe('Answered for 1 of 2 chapters');
    expect(answered(notFound)).toEqual({
      verdict: 'Not stated',
      details: ['14\u00a0ms', 'nothing quoted as an answer'],
    });
  });

  it('takes for quoted only what is', () => {
    const [quoted] = sampleAnswer.sentences;
    const own = (origin: 'known' | 'computed' | 'said') => ({ ...(quoted ?? { text: '' }), origin }) as never;
    const turn = { key: '', question: '', scope: {}, mode: 'extract', history: [] } as const;
    const summary = (answer: typeof sampleAnswer) =>
      turnSummary({ ...turn, outcome: { state: 'answered', answer } });
    const reckoned = { ...sampleAnswer, sentences: [...sampleAnswer.sentences, own('computed')] };
    expect(answered(reckoned)?.details[1]).toBe('quoted\u00a0verbatim, 1 reckoned');
    expect(summary(reckoned)).toBe('1 sentence quoted');
    const known = { ...sampleAnswer, sentences: [own('known')] };
    expect(answered(known)?.details[1]).toBe('known of the document');
    expect(summary(known)).toBe('Known of the document');
    expect(answered({ ...known, citations: [] })).toEqual({
      verdict: 'Known of the document',
      details: ['14\u00a0ms'],
    });
    const greeting = { ...sampleAnswer, sentences: [own('said')], citations: [] };
    expect(answered(greeting)).toBeNull();
    expect(summary(greeting)).toBe('No question');
  });

  it('says how far it is', () => {
    const partial = { sentences: [], citations: [] };
    expect(statusLine({ state: 'asking', partial, passages: null }, 'generate')?.verdict).toBe(
      'Searching the report',
    );
    expect(statusLine({ state: 'asking', partial, passages: 12 }, 'generate')).toEqual({
      verdict: 'Writing',
      details: ['12 passages found'],
    });
  });
});

describe('turnSummary', () => {
  it('says in a few words what a turn holds', () => {
    const turn = { key: '', question: '', scope: {}, mode: 'extract', history: [] } as const;
    const summaries = [sampleAnswer, writtenAnswer, comparison, notFound].map((answer) =>
      turnSummary({ ...turn, outcome: { state: 'answered', answer } }),
    );
    expect(summaries).toEqual([
      '1 sentence quoted',
      'Written, 2 of 3 checked',
      'Table, 1 of 2 stated',
      'Not stated',
    ]);
  });
});
