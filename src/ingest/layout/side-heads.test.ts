import { describe, expect, it } from 'vitest';
import { makeLine } from '../../testing/documents/text-runs.ts';
import { placeSideHeads } from './side-heads.ts';

/** As in reports of the Government Accountability Office. */
const paragraph = (texts: string[], y: number) =>
  texts.map((text, at) => makeLine(text, { x: 216, y: y - at * 13, size: 11 }));
const first = paragraph(
  [
    'employed by EIA, assumes that the resulting decline will actually be faster',
    'than the rise in production that occurred before the peak. The rate of',
    'decline less abrupt.',
  ],
  622,
);
const second = paragraph(
  ['In the United States, alternative transportation technologies have limited', 'potential to mitigate the'],
  531,
);
const head = (y = 525, x = 37) =>
  ['Alternative', 'Transportation', 'Technologies'].map((text, at) =>
    makeLine(text, { x, y: y - at * 19, size: 17, font: 'Century-Bold' }),
  );
const textsOf = (lines: ReturnType<typeof head>) => placeSideHeads(lines).map(({ text }) => text);

describe('placeSideHeads', () => {
  it('puts a heading in the margin before the paragraph that it stands beside', () => {
    expect(textsOf([...first, ...second, ...head()])).toEqual(
      [...first, ...head(), ...second].map(({ text }) => text),
    );
  });

  it.each([
    ['that comes before its paragraph', [...first, ...head(), ...second]],
    ['beside the middle of a paragraph', [...first, ...second, ...head(609)]],
    ['over the text', [...first, ...second, ...head(525, 216)]],
    ['in a column', [...first, ...second, ...head()].map((line) => ({ ...line, column: 0 }))],
  ])('leaves one %s', (_, lines) => {
    expect(textsOf(lines)).toEqual(lines.map(({ text }) => text));
  });
});
