import { describe, expect, it } from 'vitest';
import { wrapText } from './set-lines.ts';

const linesOf = (text: string) => wrapText(text, 100, { size: 10 });

describe('the lines of a text', () => {
  it('are as long as they may be', () => {
    expect(linesOf('No one knows how many wells there are.{1}')).toEqual([
      'No one knows how',
      'many wells there are.1',
    ]);
  });

  it('break a link that is longer than a line behind its signs, else within a run of letters', () => {
    expect(linesOf('See www.wells.example/annual-report-of-2024.pdf.{1} Of the owner.')).toEqual([
      'See',
      'www.wells.example/',
      'annual-report-of-2024.',
      'pdf.1 Of the owner.',
    ]);
    expect(linesOf('abcdefghijklmnopqrstuvwxyzabcdef')).toEqual(['abcdefghijkl', 'mnopqrstuvwx', 'yzabcdef']);
  });
});
