import { describe, expect, it } from 'vitest';
import { english } from '../../language/en/english.ts';
import { dropWords } from './drop-words.ts';

/** Each token with a vector of its own place; a word of several tokens is written with dashes. */
function encode(words: string[]) {
  const tokens = words.flatMap((word) => word.split('-'));
  return {
    vector: new Float32Array([1, 0]),
    tokens,
    words: words.map((word) => word.replaceAll('-', '')),
    tokenWords: words.flatMap((word, at) => word.split('-').map(() => at)),
    tokenVectors: Float32Array.from(tokens.flatMap((_, place) => [place, place])),
    tokenParts: tokens.map(() => 0),
  };
}

describe('words taken out of an encoded question', () => {
  it('go with all their pieces; the others keep their vectors', () => {
    const whole = encode(['sloven-ian', 'chips', 'slovenia-ns', 'huawei']);
    const left = dropWords(whole, ['slovenia', 'slovenian'], english);
    expect(left.tokens).toEqual(['chips', 'slovenia', 'ns', 'huawei']);
    expect([...left.tokenVectors]).toEqual([2, 2, 3, 3, 4, 4, 5, 5]);
    expect(left.tokenParts).toEqual([0, 0, 0, 0]);
    expect(left.vector).toEqual(whole.vector);
  });

  it('of a name of several words go only side by side', () => {
    const tokens = ['czech', 'republic', 'republic', 'ireland', 'u', 'k', 'hague'];
    expect(dropWords(encode(tokens), ['Czech Republic', 'u.k.', 'the hague'], english).tokens).toEqual([
      'republic',
      'ireland',
    ]);
  });

  it('may be taken out in turn: what is gone stands between no others', () => {
    const once = dropWords(encode(['czech', 'chips', 'republic']), ['chips'], english);
    expect(dropWords(once, ['Czech Republic'], english).tokens).toEqual([]);
  });

  it('are met without accents', () => {
    expect(dropWords(encode(['elysee', 'chips']), ['Élysée'], english).tokens).toEqual(['chips']);
  });
});
