import { diffArrays } from 'diff';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { alignSequences } from './align-sequences.ts';

/** How many texts two lists have in common in one order, at most. */
function longestCommon(before: readonly string[], after: readonly string[]): number {
  return diffArrays([...before], [...after]).reduce(
    (sum, { added, removed, count }) => sum + (added || removed ? 0 : count),
    0,
  );
}

const texts = fc.array(fc.constantFrom(...'abcdefghij'), { maxLength: 30 });
const distinct = fc.uniqueArray(fc.constantFrom(...'abcdefghijklmnopqrstuvwxyz'));

describe('aligned lists', () => {
  it('have the same texts at each pair of places, which ascend in both', () => {
    fc.assert(
      fc.property(texts, texts, (before, after) => {
        const matches = alignSequences(before, after);
        for (const [one, other] of matches) expect(before[one]).toBe(after[other]);
        for (const [index, [one, other]] of matches.slice(1).entries()) {
          expect(one).toBeGreaterThan(matches[index]?.[0] ?? -1);
          expect(other).toBeGreaterThan(matches[index]?.[1] ?? -1);
        }
      }),
    );
  });

  it('have as many in common as any diff finds, where no text is repeated', () => {
    fc.assert(
      fc.property(distinct, distinct, (before, after) => {
        expect(alignSequences(before, after)).toHaveLength(longestCommon(before, after));
      }),
    );
  });

  it('lose none of a list to which texts were added', () => {
    fc.assert(
      fc.property(distinct, fc.array(fc.tuple(fc.nat(26), fc.constantFrom('+1', '+2'))), (before, added) => {
        const after = [...before];
        for (const [at, text] of added) after.splice(at, 0, text);
        expect(alignSequences(before, after)).toHaveLength(before.length);
      }),
    );
  });
});

/** Lists of which a diff whose time grows with the square of their length would not see the end. */
const length = 100_000;
const list = (textAt: (index: number) => string) => Array.from({ length }, (_, index) => textAt(index));

describe('long lists', () => {
  it.each([
    ['of one row', list(() => 'Total | 0'), list(() => 'Total | 0').slice(7), length - 7],
    [
      'of two rows that change places',
      list((at) => `${at % 2}`),
      list((at) => `${(at + 1) % 2}`),
      length - 1,
    ],
    ['of nothing in common', list((at) => `old ${at}`), list((at) => `new ${at}`), 0],
    ['of which one is backwards', list((at) => `${at}`), list((at) => `${at}`).reverse(), 1],
    [
      'of rows that are repeated in blocks',
      list((at) => `${at >> 4}`),
      list((at) => `${at >> 4}`).slice(5),
      length - 5,
    ],
  ])('%s are aligned', (_, before, after, count) => {
    expect(alignSequences(before, after)).toHaveLength(count);
  });

  it('of few rows in any order, or with few texts that are there once, come to an end', () => {
    const random = list((at) => `${(Math.imul(at, 2654435761) >>> 13) % 5}`);
    const other = list((at) => `${(Math.imul(at + 9, 2246822519) >>> 11) % 5}`);
    expect(alignSequences(random, other).length).toBeGreaterThan(length / 5);
    const nested = list((at) => `${at & -at}`);
    expect(alignSequences(nested, nested.slice(3)).length).toBeGreaterThan(length / 2);
    const ahead = list((at) => `${at >> 1}`);
    const back = list((at) => `${at % 2 === 0 ? at >> 1 : (length - at) >> 1}`);
    expect(alignSequences(ahead, back).length).toBeGreaterThan(0);
  });
});
