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

  it('starts a block at each number and letter of a list, whatever its items end with', () => {
    expect(blocksOf(...makeLines(['1. Nodes', 'a. Junctions', '2. Links', '3. Controls']))).toEqual([
      '1. Nodes / a. Junctions',
      '2. Links',
      '3. Controls',
    ]);
  });

  it('keeps a sentence whole that counts its parts, and parts these where they stand below each other', () => {
    const sentence = ['It rests on two parts: (a) what is', '(b) known, and what is told of it'];
    expect(blocksOf(...makeLines(sentence))).toHaveLength(1);
    const items = [
      '(a) what is known to be so in all of them;',
      'and is told;',
      '(b) what is not known in any of them.',
    ];
    expect(blocksOf(...makeLines(items))).toHaveLength(2);
  });

  it('starts a block in the next column, and where the next line is higher up', () => {
    const [top] = makeLines(['Nevertheless, the outlook differs'], { y: 713 });
    const next = makeLine('across sectors', { y: 661, column: 1 });
    expect(top && blocksOf(...first, top)).toHaveLength(2);
    expect(blocksOf(...first, next)).toHaveLength(2);
  });

  it('keeps a paragraph whole that has a line in another style of its family, however that is named', () => {
    const lines = [
      makeLine('state compacts also helps in ascertaining the parties’ intent. See,', {
        font: 'CenturySchoolbook',
      }),
      makeLine('e.g., Alabama v. North Carolina', { y: 687, font: 'CenturySchoolbook,Italic' }),
    ];
    expect(blocksOf(...lines)).toHaveLength(1);
  });

  it('starts a block at each item of a numbered list', () => {
    const steps = makeLines([
      'To edit the Node Legend:',
      '1. Select a destination for the material (Clipboard',
      'or File)',
      '2. Select a format.',
      '3. Click OK, as in Table',
      '12. above',
    ]);
    expect(blocksOf(...steps)).toEqual([
      'To edit the Node Legend:',
      '1. Select a destination for the material (Clipboard / or File)',
      '2. Select a format.',
      '3. Click OK, as in Table / 12. above',
    ]);
  });

  it('keeps an item whole whose bold words go on in the next line', () => {
    const [last, next] = [
      makeLine('1. Put each project in its own directory, which is named after the', { font: 'Lato-Bold' }),
      makeLine('project. Like deciding when a chunk of code', { y: 687, font: 'Lato' }),
    ];
    expect(blocksOf(last, { ...next, boldLead: true })).toHaveLength(1);
    expect(blocksOf(last, next)).toHaveLength(2);
  });
});
