import { describe, expect, it } from 'vitest';
import { makeLine, makeLines } from '../../testing/documents/text-runs.ts';
import { takeSlashedNotes } from './slashed-notes.ts';

const notes = (y = 150) =>
  makeLines(
    [
      'Note: Totals may not add due to rounding. 1/ Marketing year beginning June 1. 2/ Marketing-year weighted',
      'average price received by farmers. 3/',
      'Includes imports.',
    ],
    { y, size: 10 },
  );

function take(lines: Parameters<typeof takeSlashedNotes>[0]) {
  const { lines: rest, notes: found } = takeSlashedNotes(lines);
  return {
    lines: rest.map(({ text, markers }) => [
      text,
      ...markers.map(({ offset, labels }) => `${labels}@${offset}`),
    ]),
    notes: found.map(({ label, lines: own }) => `${label} ${own.map(({ text }) => text).join(' ')}`),
  };
}

describe('notes whose labels have a slash', () => {
  const head = makeLine('U.S. Wheat Supply and Use 1/', { y: 700, size: 10 });
  const label = makeLine('Avg. Farm Price ($/bu) 2/ 2021/22', { y: 650, size: 10 });

  it('are read, several in a line, and named by what is cut out above them', () => {
    expect(take([head, label, makeLine('Supply, Total 3/', { y: 600, size: 10 }), ...notes()])).toEqual({
      lines: [
        ['U.S. Wheat Supply and Use', '1/@25'],
        ['Avg. Farm Price ($/bu) 2021/22', '2/@22'],
        ['Supply, Total', '3/@13'],
        ['Note: Totals may not add due to rounding.'],
      ],
      notes: [
        '1/ Marketing year beginning June 1.',
        '2/ Marketing-year weighted average price received by farmers.',
        '3/ Includes imports.',
      ],
    });
  });

  it('are named by a label on a row of its own, which is the word’s above it', () => {
    const heads = makeLine('Steers Barrows', { y: 640, size: 10, x: 100 });
    const { edges } = heads;
    const lone = makeLine('1/', { y: 630, size: 10, x: (edges[6] ?? 0) - 8 });
    expect(take([heads, lone, label, ...notes()]).lines[0]).toEqual(['Steers Barrows', '1/@6']);
  });

  it.each([
    [
      'the text names none of them',
      [makeLine('Wheat 2021/22, 1/2 of 3/4 and/or 5/ 6', { y: 700, size: 10 })],
    ],
    ['they are above the labels', makeLines(['Wheat 1/', 'Rice 2/'], { y: 100, size: 10 })],
  ])('stay text where %s', (_, text) => {
    const lines = [...notes(), ...text];
    expect(takeSlashedNotes(lines)).toEqual({ lines, notes: [] });
  });

  it('keeps a label without a note in its text', () => {
    expect(take([head, label, makeLine('Exports 4/', { y: 600, size: 10 }), ...notes()]).lines[2]).toEqual([
      'Exports 4/',
    ]);
  });

  it('takes no head that goes on with another word for a note', () => {
    const lines = [head, makeLine('1/ Imports', { y: 680, size: 10, x: 200 })];
    expect(takeSlashedNotes(lines)).toEqual({ lines, notes: [] });
  });
});
