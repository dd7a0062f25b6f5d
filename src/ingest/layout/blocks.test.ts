import { describe, expect, it } from 'vitest';
import { makeLine, makeLines } from '../../testing/documents/text-runs.ts';
import type { Line } from '../page-model.ts';
import { formBlocks, usualLeadings } from './blocks.ts';

function blocksOf(...lines: Line[]): string[] {
  return formBlocks(lines, usualLeadings([lines])).map((block) =>
    block.lines.map((line) => line.text).join(' / '),
  );
}

const first = makeLines([
  'Amid intense geopolitical rivalry,',
  'Europeans find themselves in a position',
  'of disadvantage.',
]);

describe('formBlocks', () => {
  it('starts a block where the lines stand further apart than usual', () => {
    const second = makeLines(['In this context, dependencies are viewed', 'with growing preoccupation.'], {
      y: 654,
    });
    expect(blocksOf(...first, ...second)).toEqual([
      'Amid intense geopolitical rivalry, / Europeans find themselves in a position / of disadvantage.',
      'In this context, dependencies are viewed / with growing preoccupation.',
    ]);
  });

  it('starts a block where the style changes, even at the usual distance', () => {
    const heading = makeLine('Endnotes', { y: 661, font: 'Lato-Bold', size: 12 });
    expect(blocksOf(...first, heading)).toHaveLength(2);
  });

  it('keeps a paragraph whole that has a line in italics of the same face', () => {
    const italic = makeLine('the Revue nationale stratégique,', { y: 661, font: 'EB-Garamond-Italic' });
    expect(blocksOf(...first, italic)).toHaveLength(1);
  });

  it('starts a block at each bullet', () => {
    const items = makeLines([
      '• funded 27 joint research centres',
      '• created 24 UK spinout companies',
      'in all',
    ]);
    expect(blocksOf(...items)).toEqual([
      '• funded 27 joint research centres',
      '• created 24 UK spinout companies / in all',
    ]);
  });

  it('starts a block in the next column, and where the next line is higher up', () => {
    const [top] = makeLines(['Nevertheless, the outlook differs'], { y: 713 });
    const next = makeLine('across sectors', { y: 661, column: 1 });
    expect(top && blocksOf(...first, top)).toHaveLength(2);
    expect(blocksOf(...first, next)).toHaveLength(2);
  });
});
