import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { samplePassages } from '../../testing/answers/sample-report.ts';
import { termsOf } from '../keywords/postings.ts';
import { readVarints, writeVarints } from '../keywords/varints.ts';
import { editDistance } from './edit-distance.ts';
import { buildKeywords, findSimilar, findTerm, hashTerm, readPostings } from './keyword-table.ts';

const table = buildKeywords(samplePassages);
const terms = [
  ...new Set(
    samplePassages.flatMap(({ chapter, section, text }) => termsOf(`${chapter} ${section ?? ''} ${text}`)),
  ),
];

describe('the keyword table of a document', () => {
  it('finds every term of its passages, and no other', () => {
    const places = terms.map((term) => findTerm(table, term, hashTerm(term)));
    expect([...places].sort((a, b) => a - b)).toEqual([...terms.keys()]);
    expect(findTerm(table, 'atlantis', hashTerm('atlantis'))).toBe(-1);
    // Another term with the same hash.
    expect(findTerm(table, 'atlantis', table.hashes[0] ?? 0)).toBe(-1);
  });

  it('has the passages of a term by field, with how often it is in them', () => {
    const reader = readPostings(table, findTerm(table, 'huawei', hashTerm('huawei')));
    const [inHeadings, inTexts] = [reader.next(), reader.next()];
    expect(inHeadings).toBe(0);
    let at = 0;
    const found = Array.from({ length: inTexts }, () => {
      at += reader.next();
      return [at, reader.next()];
    });
    const truth = samplePassages.flatMap(({ text }, place) => {
      const times = termsOf(text).filter((term) => term === 'huawei').length;
      return times > 0 ? [[place, times]] : [];
    });
    expect(found).toEqual(truth);
  });

  it('finds the terms that are nearly the same, as by comparing all of them', () => {
    for (const [word, most] of [
      ['huwaei', 2],
      ['investmant', 2],
      ['chinese', 1],
      ['zzzzz', 1],
    ] as const) {
      const truth = terms.flatMap((term) => {
        const distance = editDistance(word, term, most);
        return distance === undefined ? [] : [{ term, distance }];
      });
      const byTerm = (left: { term: string }, right: { term: string }) => (left.term < right.term ? -1 : 1);
      expect(findSimilar(table, word, most).sort(byTerm)).toEqual(truth.sort(byTerm));
    }
    expect(findSimilar(table, 'huwaei', 2)).toContainEqual({ term: 'huawei', distance: 2 });
  });
});

describe('editDistance', () => {
  it.each([
    ['kitten', 'sitting', 3, 3],
    ['kitten', 'sitting', 2, undefined],
    ['zürich', 'zurich', 1, 1],
    ['', 'abc', 3, 3],
    ['same', 'same', 0, 0],
  ])('from %s to %s, at most %i, is %s', (left, right, most, distance) => {
    expect(editDistance(left, right, most)).toBe(distance);
    expect(editDistance(right, left, most)).toBe(distance);
  });
});

describe('numbers in as few bytes as they need', () => {
  it('come back in their order', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(2 ** 28 - 1)), (numbers) => {
        const reader = readVarints(writeVarints(numbers), 0);
        expect(numbers.map(() => reader.next())).toEqual(numbers);
      }),
    );
    expect(writeVarints([0, 127, 128])).toEqual(Uint8Array.of(0, 127, 128, 1));
  });
});
