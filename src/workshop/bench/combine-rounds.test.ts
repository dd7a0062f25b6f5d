import { describe, expect, it } from 'vitest';
import { combineRounds } from './combine-rounds.ts';
import type { AskedQuestion, AskMeasurement, Measured } from './measurements.ts';

function asked(id: string, totalMs: number, selectMs: number | null = 2): AskedQuestion {
  const quality = { found: 1, foundVerbatim: 1, hasFacts: true, words: 80 };
  return { id, totalMs, encodeMs: totalMs / 2, searchMs: totalMs / 4, selectMs, ...quality };
}

function round(openMs: number, peakBytes: number, questions: AskedQuestion[]): Measured<AskMeasurement> {
  return { output: { openMs, questions }, wallMs: openMs + 10, peakBytes };
}

describe('combineRounds', () => {
  it('takes the median of each time, question by question, and the peak memory', () => {
    const combined = combineRounds([
      round(600, 1000, [asked('ger-01', 12), asked('swe-02', 80)]),
      round(900, 1200, [asked('ger-01', 48), asked('swe-02', 16)]),
      round(700, 1100, [asked('ger-01', 20), asked('swe-02', 20)]),
    ]);
    expect(combined).toEqual(round(700, 1200, [asked('ger-01', 20), asked('swe-02', 20)]));
  });

  it('keeps a stage out that the rounds do not have', () => {
    const rounds = [1, 2].map((openMs) => round(openMs, 1, [asked('ger-01', 4, null)]));
    expect(combineRounds(rounds).output.questions[0]?.selectMs).toBeNull();
  });

  it('refuses to combine nothing', () => {
    expect(() => combineRounds([])).toThrow(RangeError);
  });
});
