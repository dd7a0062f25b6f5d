import { describe, expect, it } from 'vitest';
import type { Summary } from '../score/summarize.ts';
import { checkThresholds, parseThreshold } from './thresholds.ts';

const metric = (name: string, value: number | null, count = 464) => ({ name, value, count, interval: null });
const summary: Summary = {
  count: 806,
  metrics: [
    metric('recall@5', 0.8386),
    metric('words', 96.4, 450),
    metric('latency.p95', 39.6, 806),
    metric('verbatim', 1, 1),
    metric('facts', null, 0),
  ],
  groups: [],
};
const check = (...texts: string[]) => checkThresholds(summary, texts.map(parseThreshold));

describe('checkThresholds', () => {
  it('says nothing where all are reached, a limit met exactly among them', () => {
    expect(check('recall@5=.83', 'verbatim=1', 'words=120', 'latency.p95=40')).toEqual([]);
  });

  it('says by how much each is missed', () => {
    expect(check('recall@5=.84', 'words=80', 'latency.p95=20', 'facts=.66')).toEqual([
      'recall@5 is 0.839 over 464 questions; at least 0.840 was asked for.',
      'words is 96.4 words over 450 questions; at most 80.0 words was asked for.',
      'latency.p95 is 39.6 ms over 806 questions; at most 20.0 ms was asked for.',
      'facts: no question to measure it on; at least 0.660 was asked for.',
    ]);
  });
});

describe('parseThreshold', () => {
  it('refuses what is not a name and a number', () => {
    for (const text of ['recall@5', 'recall@5=', 'recall@5=high', 'recall@5=84%']) {
      expect(() => parseThreshold(text)).toThrow(
        expect.objectContaining({
          code: 'bad-input',
          sentence: `Threshold ${text}: not a name and a number. Write it as recall@5=.84.`,
        }),
      );
    }
  });

  it('refuses a figure that does not exist and names those that do', () => {
    expect(() => parseThreshold('recall=.84')).toThrow(
      expect.objectContaining({
        code: 'bad-input',
        message: 'Threshold recall=.84: no figure is called recall.',
        hint: expect.stringMatching(
          /^Known figures: recall@1, .*, nDCG@10, .*, latency\.p95, .*, coverage@95\.$/,
        ),
      }),
    );
  });
});
