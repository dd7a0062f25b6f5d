import { describe, expect, it } from 'vitest';
import { makeRun } from '../../testing/documents/text-runs.ts';
import { nameLetterBullets } from './letter-bullets.ts';

const textsOf = (...runs: ReturnType<typeof makeRun>[]) => nameLetterBullets(runs).map(({ text }) => text);
const mark = (x = 108) => makeRun('o', { x, font: 'CourierNewPSMT' });
const item = (font = 'TimesNewRomanPSMT') => makeRun('Access to the CA server', { x: 126, font });

describe('nameLetterBullets', () => {
  it('reads an "o" of another font before an item as the bullet that it looks like', () => {
    expect(textsOf(mark(), item())).toEqual(['◦', 'Access to the CA server']);
  });

  it.each([
    ['of the same font', [makeRun('o', { x: 108 }), makeRun('que é', { x: 126 })]],
    ['within a line', [makeRun('either x or', { x: 40 }), mark(), item()]],
    ['close to what follows', [mark(119), item()]],
    ['above what follows', [mark(), makeRun('Access', { x: 126, y: 640, font: 'Lato' })]],
  ])('leaves one %s', (_, runs) => {
    expect(textsOf(...runs)).toEqual(runs.map(({ text }) => text));
  });
});
