import { describe, expect, it } from 'vitest';
import { makeLine } from '../../testing/documents/text-runs.ts';
import { findPrintedContents, isContentsTitle } from './contents-rows.ts';

/** Titles over two rows, the number at the end of the second. */
const wrapped = (lead: string) =>
  [1, 2, 3, 4, 5, 6, 7].flatMap((at) => [
    makeLine(`${at}. The Commission Considers the Reports of the Members of`, { y: 720 - at * 30 }),
    makeLine(`the Council ${lead}${at * 4}`, { y: 706 - at * 30 }),
  ]);

const pagesOf = (lines: Parameters<typeof findPrintedContents>[0][number]) =>
  findPrintedContents([lines, ...Array.from({ length: 20 }, () => [])]).flatMap(({ pages }) => pages);

describe('isContentsTitle', () => {
  it('knows a heading that says of which volume the contents are, or that they go on', () => {
    expect(isContentsTitle('Table of Contents - Volume II')).toBe(true);
    expect(isContentsTitle('CONTENTS (continued)')).toBe(true);
    expect(isContentsTitle('Contents of the memorandum')).toBe(false);
  });
});

describe('findPrintedContents', () => {
  it('finds long titles without a heading where dots lead to their numbers', () => {
    expect(pagesOf(wrapped('. . . . . . . '))).toEqual([1]);
    expect(pagesOf(wrapped(''))).toEqual([]);
  });

  it('takes the numbers of notes, whose text is blacked out, for no contents', () => {
    const numbers = [23, 24, 25, 26, 27, 28, 29].map((number, at) =>
      makeLine(String(number), { y: 650 - at * 40 }),
    );
    const prose = makeLine('and the two have appeared together in public photographs.', { y: 690 });
    expect(pagesOf([prose, ...numbers])).toEqual([]);
  });
});
