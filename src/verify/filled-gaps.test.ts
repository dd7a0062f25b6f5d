import { describe, expect, it } from 'vitest';
import { doubtFillings, type FilledGap, measureGaps, readFilling } from './filled-gaps.ts';
import type { Gap } from './gaps.ts';

const source = 'Huawei left, ZTE stayed, Huawei returned, Nokia came.';
const sentence = 'ZTE left.';
const at = (word: string, from = 0) => ({
  start: source.indexOf(word, from),
  end: source.indexOf(word, from) + word.length,
});
const gap: Gap = {
  kind: 'name',
  start: 0,
  end: 3,
  mentions: [
    { ...at('Huawei'), isOwn: false },
    { ...at('ZTE'), isOwn: true },
    { ...at('Huawei', 5), isOwn: false },
    { ...at('Nokia'), isOwn: false },
  ],
};

describe('readFilling', () => {
  it('sums the chances of the sentence’s own mentions, and names the likeliest other', () => {
    expect(readFilling(gap, source, sentence, [0.6, 0.1, 0.2, 0.1])).toEqual({
      kind: 'name',
      text: 'ZTE',
      chance: 0.1,
      rival: 'Huawei',
    });
  });

  it('says nothing where no own mention was read, or no other', () => {
    expect(readFilling(gap, source, sentence, [0.6, null, 0.3, 0.1])).toBeNull();
    expect(readFilling(gap, source, sentence, [null, 1, null, null])).toBeNull();
  });
});

describe('measureGaps', () => {
  const filled = (kind: FilledGap['kind'], chance: number): FilledGap => ({
    kind,
    text: '',
    chance,
    rival: '',
  });

  it('adds up the logarithms, which have a floor, by the root of their number', () => {
    expect(measureGaps([filled('date', 0.5)])).toBeCloseTo(Math.log(0.5));
    expect(measureGaps([filled('name', 0.5), filled('date', 1)])).toBeCloseTo(Math.log(0.5) / Math.sqrt(2));
    expect(measureGaps([filled('date', 0)])).toBeCloseTo(Math.log(0.002));
    expect(measureGaps([])).toBe(0);
  });

  it('doubts what hardly belongs there, in the sentence’s own words, and says what does', () => {
    const date: FilledGap = { kind: 'date', text: '2023', chance: 0.1, rival: '2025' };
    const doubts = doubtFillings(
      [date, { ...date, text: '40%' }, filled('name', 0.5)],
      'Two in five left in 2023.',
    );
    expect(doubts).toEqual([
      {
        kind: 'date',
        text: '2023',
        reason: 'the passage rather has 2025 there',
        strength: 0.9,
      },
    ]);
  });
});
