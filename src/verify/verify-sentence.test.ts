import { describe, expect, it } from 'vitest';
import { createFakeEncoder } from '../testing/fake-encoder.ts';
import { compare } from './comparison.ts';
import type { Finding } from './verification.ts';
import type { VerifyModel } from './verify-model.ts';
import { type Evidence, judge, verifySentence } from './verify-sentence.ts';

const passage =
  'In Kotka, the Finnish Minerals Group partnered with Beijing Easpring to construct a plant. Finnish Minerals Group owns 30% and Beijing Easpring 70% of the joint venture. The plant has not been opened “for now”.';
const source = { text: passage, chapter: 'Finland' };

const doubt = (strength: number, text: string): Finding => ({
  kind: 'negation',
  text,
  reason: 'the passage denies it',
  rule: 'negation-dropped',
  isCertain: false,
  strength,
});
const model: VerifyModel = {
  card: { about: '', fittedBy: '', data: '', scores: {} },
  weights: { bias: 1, weights: { negation: -2 } },
  threshold: 0.5,
};
const evidence = (findings: Finding[], negation = 0): Evidence => ({
  comparison: compare('', [source]),
  findings,
  tokens: [
    { word: 'kotka', cosine: 0.9 },
    { word: 'harbour', cosine: 0.4 },
  ],
  features: { negation },
});

describe('verifySentence', () => {
  const encoder = createFakeEncoder();

  it('passes the source’s own sentences, alone and in a row', async () => {
    const own = 'Finnish Minerals Group owns 30% and Beijing Easpring 70% of the joint venture.';
    expect(await verifySentence(own, [source], encoder)).toEqual({
      verdict: 'supported',
      problems: [],
      score: 1,
    });
    expect((await verifySentence(passage, [source], encoder)).score).toBe(1);
  });

  it('does not take part of a sentence for the sentence', async () => {
    const { score } = await verifySentence('The plant has been opened “for now”.', [source], encoder);
    expect(score).toBeLessThan(1);
  });

  it('names certain problems and asks no model', async () => {
    expect(
      await verifySentence('Beijing Easpring owns 75% of the joint venture.', [source], encoder),
    ).toEqual({
      verdict: 'unsupported',
      problems: [{ kind: 'number', text: '75%', reason: 'not in the passage' }],
      score: 0,
    });
    const quoted = await verifySentence('The plant is closed “for ever”.', [source], encoder);
    expect(quoted.verdict).toBe('altered-quotation');
  });

  it('holds a sentence against all its sources together', async () => {
    const [first, second] = passage.split(/(?<=\.) /);
    const both = [{ text: first ?? '' }, { text: second ?? '' }];
    const merged = 'In Kotka, Beijing Easpring owns 70% of the joint venture.';
    expect((await verifySentence(merged, both, encoder)).problems).toEqual([]);
    expect((await verifySentence(merged, both.slice(0, 1), encoder)).problems[0]?.text).toBe('70%');
  });
});

describe('judge', () => {
  it('passes what the model passes, whatever the doubts', () => {
    const { verdict, problems } = judge(evidence([doubt(0.2, 'opened')], 0.2), model);
    expect([verdict, problems]).toEqual(['supported', []]);
  });

  it('tells the two gravest doubts where the model refuses', () => {
    const { verdict, problems } = judge(
      evidence([doubt(0.1, 'a'), doubt(0.9, 'b'), doubt(0.5, 'c')], 0.9),
      model,
    );
    expect(verdict).toBe('unsupported');
    expect(problems.map(({ text }) => text)).toEqual(['b', 'c']);
  });

  it('tells the farthest word where nothing was found', () => {
    const { problems } = judge(evidence([], 0.9), model);
    expect(problems).toEqual([
      { kind: 'content', text: 'harbour', reason: 'nothing like it in the passage' },
    ]);
  });
});
