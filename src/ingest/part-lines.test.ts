import { describe, expect, it } from 'vitest';
import type { PrintedLine } from '../core/recogniser.ts';
import { makePrintedLine } from '../testing/documents/fake-recognisers.ts';
import { partLines } from './part-lines.ts';

/** Lines of two sides, the right one from a place on. */
function makeLines(rows: readonly (readonly [left: string, right: string])[], at = 1000): PrintedLine[] {
  return rows.map(([left, right], index) => {
    const baseline = 100 + index * 60;
    const line = makePrintedLine(left, { baseline, xHeight: 20 });
    if (right === '') return line;
    return {
      ...line,
      words: [...line.words, ...makePrintedLine(right, { x: at, baseline, xHeight: 20 }).words],
    };
  });
}
const textOf = (lines: readonly PrintedLine[]) =>
  lines.map(({ words }) => words.map(({ text }) => text).join(' '));

describe('lines that were read across', () => {
  it('are parted where three in a row have a gap at one place: the paragraph, then what is beside it', () => {
    const lines = makeLines([
      ['bilateral research with these countries in science', ''],
      ['technological cooperation saw some', 'Vienna has shifted'],
      ['momentum with the establishment of', 'toward a cautious'],
      ['nership which pledged to foster it', 'approach to China'],
      ['research and innovation in fields such as energy', ''],
    ]);
    expect(textOf(partLines(lines))).toEqual([
      'bilateral research with these countries in science',
      'technological cooperation saw some',
      'momentum with the establishment of',
      'nership which pledged to foster it',
      'research and innovation in fields such as energy',
      'Vienna has shifted',
      'toward a cautious',
      'approach to China',
    ]);
  });

  it.each([
    [
      'two lines may have a gap at one place by chance',
      [
        ['technological cooperation saw some', 'Vienna has shifted'],
        ['momentum with the establishment of', 'toward a cautious'],
      ],
    ],
    [
      'rows of a table have figures beside their labels',
      [
        ['Goodwill of all subsidiaries', '12,790 13,486'],
        ['Deferred tax assets abroad', '1,204 1,187'],
        ['Pension assets of the group', '864 912'],
      ],
    ],
    [
      'and a word or two beside others',
      [
        ['Austria', 'Vienna'],
        ['Belgium', 'Brussels'],
        ['Sweden', 'Stockholm'],
      ],
    ],
  ] as const)('are left as they are: %s', (_, rows) => {
    const lines = makeLines(rows);
    expect(partLines(lines)).toEqual(lines);
  });

  it('are left as they are where there are several such gaps, as in rows of a table', () => {
    const lines = makeLines([
      ['research in science', 'funds of the ministry'],
      ['energy from the sea', 'funds of the regions'],
      ['health of all people', 'funds of the insurers'],
    ]).map((line) => ({
      ...line,
      words: [...line.words, ...makePrintedLine('since the reform', { x: 2000, xHeight: 20 }).words],
    }));
    expect(partLines(lines)).toEqual(lines);
  });
});
