import { describe, expect, it } from 'vitest';
import { languageCalled, usualLanguage } from './choose-language.ts';
import { createDocumentLanguages } from './document-languages.ts';

const languages = createDocumentLanguages([
  { id: 'europe', language: 'en' },
  { id: 'havens', language: 'nl' },
  { id: 'spoor', language: 'nl' },
]);

describe('createDocumentLanguages', () => {
  it('knows the language of each document', () => {
    expect(languages.of('europe')).toBe(languageCalled('en'));
    expect(languages.of('havens')).toBe(languages.of('spoor'));
    expect(languages.of('nowhere')).toBe(usualLanguage);
  });

  it('names each language of some documents once', () => {
    expect(languages.among().map(({ tag }) => tag)).toEqual(['en', 'nl']);
    expect(languages.among(['spoor', 'havens']).map(({ name }) => name)).toEqual(['Dutch']);
    expect(createDocumentLanguages([]).among()).toEqual([usualLanguage]);
  });
});
