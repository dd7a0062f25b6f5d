import { describe, expect, it } from 'vitest';
import type { Passage } from '../core/types.ts';
import { samplePassages } from '../testing/sample-report.ts';
import { findFullNames } from './find-full-names.ts';

const [czech] = samplePassages.filter(({ chapter }) => chapter === 'Czechia');
const text = 'Babiš had promised to look into it.';
const later: Passage | undefined = czech && {
  ...czech,
  id: 'fragmented-europe-2026/5/9',
  text,
  sentences: [{ text, pages: [44], boxes: [], noteIds: [], markers: [] }],
};

describe('findFullNames', () => {
  const find = (written: string, missing: string[], chapter = 'Czechia') =>
    later === undefined
      ? []
      : findFullNames(written, missing, { ...later, chapter }, samplePassages).map((passage) => ({
          id: passage.id,
          text: passage.text.slice(0, 64),
        }));

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
