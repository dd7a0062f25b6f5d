import { describe, expect, it } from 'vitest';
import { makeBlock } from '../../testing/documents/text-runs.ts';
import { markFigureLabels } from './figure-labels.ts';

const caption = () =>
  makeBlock(
    ['Figure 3: Annual U.S. Oil Consumption, by Sector'],
    { y: 527, size: 9, font: 'Lato-Bold' },
    'caption',
  );
const small = (text: string, y: number) => makeBlock([text], { x: 80, y, size: 7 });
const prose = (y: number) =>
  makeBlock(['The price of oil is determined in the world market and depends on demand.'], { y, size: 11 });

const kindsOf = (...blocks: ReturnType<typeof makeBlock>[]) => {
  markFigureLabels(blocks, 11);
  return blocks.map(({ kind }) => kind);
};

describe('markFigureLabels', () => {
  it('takes small words between a caption and the text for labels, above and below it', () => {
    const legend = ['Transportation', 'Industrial', 'Residential'].map((text, at) =>
      small(text, 260 - at * 12),
    );
    expect(kindsOf(prose(560), caption(), ...legend, prose(190))).toEqual([
      'body',
      'caption',
      'label',
      'label',
      'label',
      'body',
    ]);
    expect(kindsOf(small('Electric', 600), caption(), prose(500))).toEqual(['label', 'caption', 'body']);
  });

  it('takes rows of a word or two for labels, however many there are', () => {
    const studies = makeBlock(['(a)', '(b)', '(c)', 'After 2030'], { x: 80, y: 400, size: 7 });
    expect(kindsOf(caption(), studies)).toEqual(['caption', 'label']);
  });

  it.each([
    ['words behind the text that follows the figure', [caption(), prose(400), small('Residential', 300)]],
    [
      'a note below it',
      [caption(), small('Note: These studies are listed in appendix II of this report.', 150)],
    ],
    ['words as large as the text', [caption(), makeBlock(['Residential'], { x: 80, y: 300, size: 11 })]],
    [
      'words below the caption of a table',
      [makeBlock(['Table 2: Sectors'], { y: 527, size: 9 }), small('Residential', 300)],
    ],
  ])('leaves %s as text', (_, blocks) => {
    expect(kindsOf(...blocks).at(-1)).toBe('body');
  });
});
