import { describe, expect, it } from 'vitest';
import { functionWords } from '../language/en/function-words.ts';
import { contentPlaces, joinWords, layOutTokens } from './token-layout.ts';

const layout = layOutTokens(
  [
    ['austria', '.'],
    ['steady', 'in', '##fra', 'in', '2024', '(', '[UNK]', ')'],
  ],
  512,
);

function kept(firstPart: number): (string | undefined)[] {
  return contentPlaces(layout, firstPart, functionWords).map((place) => layout.pieces[place]);
}

describe('layOutTokens', () => {
  it('puts all parts between one [CLS] and one [SEP]', () => {
    expect(layout.pieces.join(' ')).toBe('[CLS] austria . steady in ##fra in 2024 ( [UNK] ) [SEP]');
    expect(layout.parts).toEqual([-1, 0, 0, 1, 1, 1, 1, 1, 1, 1, 1, -1]);
  });

  it('cuts to the window and still ends with [SEP]', () => {
    expect(layOutTokens([['austria', 'steady'], ['continuity']], 4)).toEqual({
      pieces: ['[CLS]', 'austria', 'steady', '[SEP]'],
      parts: [-1, 0, 0, -1],
    });
  });
});

describe('contentPlaces', () => {
  it('drops special tokens, punctuation and function words, but not the head of a longer word', () => {
    expect(kept(0)).toEqual(['austria', 'steady', 'in', '##fra', '2024']);
  });

  it('drops the parts before the first one kept', () => {
    expect(kept(1)).toEqual(['steady', 'in', '##fra', '2024']);
  });
});

describe('joinWords', () => {
  it('puts pieces together that go on with the one before', () => {
    expect(joinWords(['sloven', '##ian', 'chips', 'hua', '##wei'])).toEqual({
      words: ['slovenian', 'chips', 'huawei'],
      tokenWords: [0, 0, 1, 2, 2],
    });
  });

  it('treats a piece without continuation as a word', () => {
    expect(joinWords(['##ian', 'chips'])).toEqual({ words: ['##ian', 'chips'], tokenWords: [0, 1] });
  });
});
