import { describe, expect, it } from 'vitest';
import { italy, poland, sweden } from '../testing/documents/small-report.ts';
import { textsInOtherLanguages } from '../testing/language/texts-in-other-languages.ts';
import { chooseLanguage, languageCalled } from './choose-language.ts';
import { english } from './en/english.ts';
import { foreignLanguageCodes, foreignLanguages } from './grammar-words.ts';

describe('chooseLanguage', () => {
  it('knows an English report by its text', () => {
    expect(chooseLanguage(sweden.paragraphs)).toBe(english);
  });

  it.each(foreignLanguageCodes)('tells a report in %s, of which its name alone is known', (tag) => {
    expect(chooseLanguage([textsInOtherLanguages[tag]])).toEqual({
      tag,
      name: foreignLanguages[tag],
      ...(tag === 'de' && { nounsHaveCapitals: true }),
    });
  });

  it.each([
    'sv',
    'da',
    'fi',
    'cs',
    'hu',
    'ro',
  ] as const)('takes a report in %s for none that it knows', (tag) => {
    expect(chooseLanguage([textsInOtherLanguages[tag]])).toEqual({ tag: 'und', name: 'another language' });
  });

  it('goes by the most words where a report quotes another language', () => {
    const { de, fr } = textsInOtherLanguages;
    const report = [sweden, poland, italy].flatMap(({ paragraphs }) => paragraphs);
    expect(chooseLanguage([fr, ...report]).tag).toBe('en');
    expect(chooseLanguage([de, de, ...sweden.paragraphs]).tag).toBe('de');
  });

  it('takes a text too short to tell for English', () => {
    expect(chooseLanguage(['Kostas Gouliamos', 'Der Haushalt'])).toBe(english);
    expect(chooseLanguage([])).toBe(english);
  });
});

describe('languageCalled', () => {
  it('gives what is known of a language', () => {
    expect(languageCalled('en')).toBe(english);
    expect(languageCalled('nl')).toEqual({ tag: 'nl', name: 'Dutch' });
    expect(languageCalled('und').name).toBe('another language');
  });
});
