import { describe, expect, it } from 'vitest';
import { samplePassages } from '../testing/answers/sample-report.ts';
import { findFullNames } from './find-full-names.ts';

describe('findFullNames', () => {
  const find = (written: string, missing: string[], chapter = 'Czechia') =>
    findFullNames(
      written,
      missing,
      samplePassages.filter((passage) => passage.chapter === chapter),
    ).map((passage) => ({ id: passage.id, text: passage.text.slice(0, 64) }));

  it('finds the sentence of the chapter that has the name whole, and it alone', () => {
    expect(
      find('Prime Minister Andrej Babiš promised to look into it.', ['Prime', 'Minister', 'Andrej']),
    ).toEqual([
      {
        id: 'fragmented-europe-2026/5/1',
        text: 'In December 2018, during the government of Andrej Babiš, the Nat',
      },
    ]);
  });

  it('finds nothing in other chapters, of other names, or of names that are missing whole', () => {
    expect(find('Andrej Babiš promised to look into it.', ['Andrej'], 'Denmark')).toEqual([]);
    expect(find('Milan Babiš promised to look into it.', ['Milan'])).toEqual([]);
    expect(find('Andrej Babiš promised to look into it.', ['Andrej', 'Babiš'])).toEqual([]);
    expect(find('Andrej, Babiš promised to look into it.', ['Andrej'])).toEqual([]);
  });
});
