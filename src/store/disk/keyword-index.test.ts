import { describe, expect, it } from 'vitest';
import { samplePassages } from '../../testing/answers/sample-report.ts';
import { allowedPassages } from './filter.ts';
import { createKeywordIndex } from './keyword-index.ts';
import { buildKeywords } from './keyword-table.ts';

/** Of one document, and of the same passages as two. */
const whole = createKeywordIndex([{ table: buildKeywords(samplePassages), start: 0 }], 10);
const divided = createKeywordIndex(
  [
    { table: buildKeywords(samplePassages.slice(0, 4)), start: 0 },
    { table: buildKeywords(samplePassages.slice(4)), start: 4 },
  ],
  10,
);

describe.each([
  ['one document', whole],
  ['two documents', divided],
])('the keyword index of %s', (_name, index) => {
  function numbers(query: string, count = 10, kinds?: ('body' | 'note')[]): string[] {
    const allowed = allowedPassages(samplePassages, kinds && { kinds });
    return index
      .search(query, count, allowed)
      .map(({ position }) => samplePassages[position]?.id.split('/').slice(1).join('/') ?? '?');
  }

  it('ranks by rare words first, then by how many match', () => {
    expect(numbers('ban on Huawei and ZTE equipment')).toEqual([
      '23/1', // all four words
      '5/1', // Huawei and ZTE
      '5/2', // Huawei, in a short text
      '12/1', // Huawei twice, in a long text
      '6/1', // Huawei once
    ]);
  });

  it('finds by chapter and section', () => {
    expect(numbers('biopharma companies')[0]).toBe('14/1');
    expect(numbers('Austria')).toEqual(['3/1']);
  });

  it('finds accented words without accents, singulars by plurals and possessives by their noun', () => {
    expect(numbers('nukib')).toEqual(['5/1']);
    expect(numbers('solar inverter')).toEqual(['2/1']);
    expect(numbers('Denmark')).toEqual(['6/1']);
  });

  it('mends a word that no passage has, and only such a word', () => {
    expect(numbers('Erricson')).toEqual(['23/1']);
    expect(numbers('SHENGG')).toEqual(['18/1']);
    expect(numbers('Sweden')).toEqual(['23/1']);
  });

  it('finds nothing for function words alone, nor for an empty question', () => {
    expect(numbers('what is the')).toEqual([]);
    expect(numbers('')).toEqual([]);
  });

  it('knows the passages that have all words of a text', () => {
    const holding = (text: string) =>
      samplePassages.flatMap(({ id }, at) =>
        index.holding(text)?.[at] === 1 ? [id.split('/').slice(1).join('/')] : [],
      );
    expect(holding('Huawei and ZTE')).toEqual(['5/1', '23/1']);
    expect(holding('Huawei Atlantis')).toEqual([]);
    expect(index.holding('of the')).toBeUndefined();
  });

  it('keeps to the filter and to the count', () => {
    expect(numbers('Huawei', 10, ['note'])).toEqual(['5/2']);
    expect(numbers('Huawei', 2)).toHaveLength(2);
  });
});
