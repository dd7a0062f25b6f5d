import { OPS } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { describe, expect, it } from 'vitest';
import { createGlyphRuler } from './glyph-ruler.ts';

/** A ruler that has seen "fi" as a ligature and a few letters of font `f1`. */
function makeRuler() {
  const ruler = createGlyphRuler();
  ruler.learn({
    fnArray: [OPS.setFont, OPS.showText],
    argsArray: [
      ['f1', 10],
      [
        [
          { unicode: 'i', width: 250 },
          { unicode: 'm', width: 800 },
          -20,
          { unicode: ' ', width: 200 },
          { unicode: '\ufb01', width: 500 },
        ],
      ],
    ],
  });
  return ruler;
}

describe('createGlyphRuler', () => {
  it('places each character by the width of its glyph', () => {
    expect(makeRuler().edges('f1', 'im', 100, 10.5, 10)).toEqual([100, 102.5, 110.5]);
  });

  it('gives the rest of a justified line to its blanks', () => {
    expect(makeRuler().edges('f1', 'i m', 0, 15.5, 10)).toEqual([0, 2.5, 7.5, 15.5]);
  });

  it('stretches a word without blanks as a whole', () => {
    expect(makeRuler().edges('f1', 'im', 0, 21, 10)).toEqual([0, 5, 21]);
  });

  it('shares the width of a ligature out between its letters', () => {
    expect(makeRuler().edges('f1', 'mfi', 0, 13, 10)).toEqual([0, 8, 10.5, 13]);
  });

  it('takes half an em for glyphs and fonts it has not seen', () => {
    expect(makeRuler().edges('f2', 'ab', 0, 10, 10)).toEqual([0, 5, 10]);
  });

  it('gives one edge more than there are characters, the last at the right end', () => {
    const edges = makeRuler().edges('f1', 'mi i', 20, 30, 10);
    expect(edges).toHaveLength(5);
    expect(edges.at(-1)).toBeCloseTo(50, 6);
  });
});
