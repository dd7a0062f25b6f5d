import { describe, expect, it } from 'vitest';
import { seededRandom } from '../../core/seeded-random.ts';
import { fitVerifier, fitWeights, leaveOut, type MeasuredPair } from './fit-verifier.ts';

const random = seededRandom(11);

/** Sentences of six chapters: a doubt on most changed ones and few others, a certain problem on some. */
const measured = Array.from({ length: 240 }, (_, index): MeasuredPair => {
  const isChanged = index % 2 === 0;
  return {
    triple: {
      id: `t-${index}`,
      chapter: `chapter ${index % 6}`,
      page: 1,
      passage: `passage ${index % 12}`,
      sentence: 's',
      verdict: isChanged ? 'unsupported' : 'supported',
      kind: isChanged ? 'number' : 'voice',
      note: '',
      file: 'triples.jsonl',
    },
    features: {
      attachment: random() < (isChanged ? 0.8 : 0.1) ? 1 : 0,
      // Speaks for a sentence here, as no doubt should.
      denied: isChanged ? 0 : random(),
      cloze: random() + (isChanged ? 0 : 0.3),
    },
    making: 'written',
    isSettled: isChanged && index % 10 === 0,
  };
});

describe('fitWeights', () => {
  const { weights } = fitWeights(measured);

  it('weighs doubts against a sentence and what the networks say for it', () => {
    expect(weights.attachment).toBeLessThan(-1);
    expect(weights.cloze).toBeGreaterThan(0);
  });

  it('leaves out what would have the wrong sign', () => {
    expect(weights).not.toHaveProperty('denied');
  });
});

describe('leaveOut', () => {
  it('shows what an input is worth', () => {
    const without = leaveOut('attachment', measured);
    expect(without[0]?.features).not.toHaveProperty('attachment');
    const { auroc: all } = fitVerifier(measured).card.scores;
    expect(fitVerifier(without).card.scores.auroc).toBeLessThan(all ?? 0);
  });
});

describe('fitVerifier', () => {
  const model = fitVerifier(measured);

  it('sets the threshold where the share of harmless sentences passes', () => {
    expect(model.card.scores.harmlessPassed).toBeGreaterThanOrEqual(0.85);
    expect(model.threshold).toBeGreaterThan(0);
  });

  it('says what it was fitted on and what it scores on other chapters', () => {
    expect(model.card.data).toContain('240 sentences');
    expect(model.card.scores.changedCaught).toBeGreaterThan(0.6);
    expect(model.card.scores.auroc).toBeGreaterThan(0.8);
  });
});
