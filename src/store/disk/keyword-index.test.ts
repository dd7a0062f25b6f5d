import { describe, expect, it } from 'vitest';
import { samplePassages } from '../../testing/answers/sample-report.ts';
import { allowedPassages } from './filter.ts';
import { buildKeywords, loadKeywords } from './keyword-index.ts';

const built = buildKeywords(samplePassages);

describe.each([
  ['built', built],
  ['loaded', loadKeywords(built.serialize())],
])('the keyword index, %s', (_name, index) => {
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

  it('keeps to the filter and to the count', () => {
    expect(numbers('Huawei', 10, ['note'])).toEqual(['5/2']);
    expect(numbers('Huawei', 2)).toHaveLength(2);
  });
});
