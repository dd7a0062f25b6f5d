import { expect, it } from 'vitest';
import type { Passage } from '../../core/types.ts';
import { chooseLanguage } from '../../language/choose-language.ts';
import { unknownLanguage } from '../../language/unknown.ts';
import { samplePassages } from '../../testing/answers/sample-report.ts';
import { findUnknownWords } from './find-unknown-words.ts';

const english = chooseLanguage(samplePassages.map(({ text }) => text));

function wordsOf(texts: readonly string[]): string[] {
  const [sample] = samplePassages;
  const sentences = texts.map((text) => ({ text, pages: [7], boxes: [], noteIds: [], markers: [] }));
  const passage: Passage[] = sample === undefined ? [] : [{ ...sample, sentences }];
  return findUnknownWords(passage, english)?.unknown.map(({ text, page }) => `${text} ${page}`) ?? [];
}

it('finds none in text that was read well, names and links included', () => {
  expect(findUnknownWords(samplePassages, english)).toMatchObject({ unknown: [] });
  expect(findUnknownWords(samplePassages, english)?.all).toBeGreaterThan(100);
  expect(
    wordsOf(['See www.nukib.gov.cz/cs/infoservis and report_final.pdf, or write to info@etnc.eu.']),
  ).toEqual([]);
});

it('finds words with misread letters, words that run together and halves of words', () => {
  expect(wordsOf(['Tbe cornpany invested inthe semiconductor indus tries of Sweden.'])).toEqual([
    'cornpany 7',
    'inthe 7',
    'indus 7',
  ]);
});

it('takes the rest of a word whose first letter is in brackets for no word of its own', () => {
  expect(wordsOf(['It should not “be deemed to . . . [i]nterfere with” the rights of any State.'])).toEqual(
    [],
  );
});

it('finds words with a sign in the place of letters, however often they are printed', () => {
  const title = 'Inside Government Content and Layout Tes4ng, with Objec&ves';
  expect(wordsOf([title, title, title])).toHaveLength(6);
  // Neither is a word: what stands between its letters is their own.
  expect(wordsOf(['AT&T and R&D in the B2B market, 4x4'])).toEqual([]);
});

it('leaves alone what the text prints three times and more: a term of its matter', () => {
  expect(wordsOf(['A khmer study.', 'The khmer study of khmer data.'])).toEqual([]);
});

it('tells nothing of a language without a dictionary', () => {
  expect(findUnknownWords(samplePassages, unknownLanguage())).toBeUndefined();
});
