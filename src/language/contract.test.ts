import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { asksForAuthors } from '../answer/choose/choose-authors.ts';
import { isByline, isDangling, isNegated, takesBack } from '../answer/choose/sentence-form.ts';
import { findSlots } from '../answer/choose/slots.ts';
import { areAllied, areOpposed, findCues, takesSide } from '../answer/premise/words.ts';
import { answerTypeOf } from '../answer/question/answer-type.ts';
import { comparedPlaces } from '../answer/question/compared-places.ts';
import { isOverview } from '../answer/question/overview.ts';
import { asksForSubjects, eachSubject, namesTheirKind } from '../answer/question/sweep.ts';
import { citingIn } from '../claims/draft/citing.ts';
import { readPlaces } from '../claims/draft/read-places.ts';
import type { FactType, Language } from '../core/language.ts';
import { emptySummary } from '../core/summary.ts';
import { splitWords, toTerm } from '../search/normalize-words.ts';
import { readSubjects } from '../subjects/read-subjects.ts';
import { createSubjects } from '../subjects/subjects.ts';
import { italy, poland, sweden } from '../testing/documents/small-report.ts';
import { textsInOtherLanguages } from '../testing/language/texts-in-other-languages.ts';
import { english } from './en/english.ts';
import { foreignLanguageCodes } from './grammar-words.ts';
import { splitSentences } from './split-sentences.ts';
import { unknownLanguage } from './unknown.ts';

/** Every language passes these, whatever parts it has. */
const languages: readonly Language[] = [english, unknownLanguage(), unknownLanguage('nl', 'Dutch')];

const paragraphs = [
  ...[sweden, poland, italy].flatMap((chapter) => chapter.paragraphs),
  ...Object.values(textsInOtherLanguages),
];
const words = [...new Set(paragraphs.flatMap(splitWords))];

/** Pieces of real text in any order, with the signs that sentences end and are quoted by between them. */
const text = fc
  .array(
    fc.oneof(
      fc.constantFrom(...paragraphs.flatMap((one) => one.split(/(?<=[.,] )/))),
      fc.constantFrom('. ', '.', '! ', '?” ', ' "', '(', '3.5 ', 'U.S. ', 'J. ', '1. ', ' [p. 19] ', '\n'),
      fc.string({ maxLength: 12 }),
    ),
    { maxLength: 12 },
  )
  .map((pieces) => pieces.join(''));
const word = fc.oneof(fc.constantFrom(...words), fc.stringMatching(/^[a-z]{1,12}$/));

const factTypes: readonly FactType[] = ['amount', 'percentage', 'number', 'date', 'person', 'reason'];

/** All patterns in a value, with the way to each. */
function findPatterns(value: unknown, path: string): [string, RegExp][] {
  if (value instanceof RegExp) return [[path, value]];
  if (value instanceof Map || value instanceof Set) return findPatterns([...value], path);
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([name, one]) => findPatterns(one, `${path}.${name}`));
}

describe.each(languages)('the language $tag', (language) => {
  it('has a tag and a name to be called by', () => {
    expect(() => new Intl.Locale(language.tag)).not.toThrow();
    expect(language.name).not.toBe('');
  });

  it('splits a text into sentences that give it back, blanks aside', () => {
    fc.assert(
      fc.property(text, (whole) => {
        const spans = splitSentences(whole, language);
        let end = 0;
        for (const span of spans) {
          expect(whole.slice(end, span.start).trim()).toBe('');
          expect(whole.slice(span.start, span.end)).toBe(whole.slice(span.start, span.end).trim());
          expect(span.end).toBeGreaterThan(span.start);
          end = span.end;
        }
        expect(whole.slice(end).trim()).toBe('');
      }),
    );
  });

  it('makes terms that stay as they are when they are made again', () => {
    fc.assert(
      fc.property(word, (one) => {
        const term = toTerm(one, language);
        expect(term).not.toBe('');
        if (term !== null) expect(language.words?.stemPlural(term) ?? term).toBe(term);
      }),
    );
  });

  it('keeps numbers as terms', () => {
    fc.assert(
      fc.property(fc.nat(), (number) => {
        expect(toTerm(String(number), language)).toBe(String(number));
      }),
    );
  });

  it('never makes a stem or a root out of nothing, nor nothing out of a word', () => {
    const { words: forms } = language;
    if (forms === undefined) return;
    expect(forms.stem('')).toBe('');
    fc.assert(
      fc.property(word, (one) => {
        expect(forms.stem(one)).not.toBe('');
        const root = forms.root(forms.stem(one));
        expect(root).not.toBe('');
        expect(forms.stem(one).startsWith(root)).toBe(true);
      }),
    );
  });

  it('compares words the same from both sides', () => {
    const { meanings, words: forms } = language;
    if (meanings === undefined || forms === undefined) return;
    const read = (one: string) => ({ stem: forms.stem(one), root: forms.root(forms.stem(one)) });
    fc.assert(
      fc.property(word, word, (left, right) => {
        const [one, other] = [read(left), read(right)];
        const likeness = meanings.likeness(one, other);
        expect(likeness).toBe(meanings.likeness(other, one));
        expect(likeness).toBeGreaterThanOrEqual(0);
        expect(likeness).toBeLessThanOrEqual(1);
        expect(meanings.likeness(one, one)).toBe(1);
        expect(meanings.areOpposites(one.stem, other.stem)).toBe(meanings.areOpposites(other.stem, one.stem));
        expect(meanings.areSynonyms(one.stem, other.stem)).toBe(meanings.areSynonyms(other.stem, one.stem));
        if (meanings.areOpposites(one.stem, other.stem)) expect(meanings.sidesOf(one.stem)).not.toEqual([]);
      }),
    );
  });

  it('keeps every number of a question of another language', () => {
    const { gloss } = language;
    if (gloss === undefined) return;
    fc.assert(
      fc.property(
        fc.constantFrom(...foreignLanguageCodes),
        fc.array(word),
        fc.nat(),
        (from, some, number) => {
          expect(gloss([...some, number, 'huawei'].join(' '), from)).toContain(String(number));
        },
      ),
    );
  });

  it('calls no empty text a question, a fact, a denial, a byline or an overview', () => {
    expect(answerTypeOf('', language)).toBe('other');
    expect(isDangling('', language) || takesBack('', language) || isByline('', language)).toBe(false);
    expect(isNegated('', language) || asksForAuthors('', language) || isOverview('', language)).toBe(false);
    for (const type of factTypes) expect(findSlots('', type, language)).toEqual([]);
  });

  it('finds spans that stand in the text, a number among them wherever there is one', () => {
    fc.assert(
      fc.property(text, fc.constantFrom(...factTypes), fc.nat(), (before, type, number) => {
        const whole = `${before} ${number} x`;
        for (const span of findSlots(whole, type, language)) expect(whole).toContain(span);
        expect(findSlots(whole, 'number', language).join(' ')).toContain(String(number));
      }),
    );
  });

  it('finds cues and sides that are symmetric', () => {
    fc.assert(
      fc.property(fc.array(word), word, word, (some, one, other) => {
        const stems = some.map((lower) => ({ lower, stem: language.words?.stem(lower) ?? lower }));
        let end = 0;
        for (const cue of findCues(stems, language)) {
          expect(cue.from).toBeGreaterThanOrEqual(end);
          expect(cue.to).toBeGreaterThan(cue.from);
          end = cue.to;
        }
        expect(end).toBeLessThanOrEqual(stems.length);
        const [left = one, right = other] = [one, other].map((lower) => language.words?.stem(lower));
        expect(areOpposed(left, right, language)).toBe(areOpposed(right, left, language));
        if (areAllied(left, right, language)) expect(takesSide(left, language)).toBe(true);
      }),
    );
  });

  it('asks for no subjects in an empty question, and compares two names with a stroke between them', () => {
    const subjects = createSubjects(readSubjects(['Germany', 'Sweden'], emptySummary));
    expect(asksForSubjects('', subjects, language) || namesTheirKind('', subjects, language)).toBe(false);
    expect(eachSubject('', subjects, language)).toEqual([]);
    const chapters = subjects.find('Germany/Sweden');
    const mentions = { chapters, implied: [], others: [], grouped: [] };
    expect(comparedPlaces('Germany/Sweden', mentions, subjects, language)).toEqual(['Germany', 'Sweden']);
    expect(comparedPlaces('Germany Sweden', mentions, subjects, language)).toEqual([]);
  });

  it('has patterns for nouns that remember nothing', () => {
    const { sweeping } = language.questions ?? {};
    if (sweeping === undefined) return;
    const nouns = ['agency', 'agencies'];
    const { several, which, whichSort, each, places } = sweeping;
    const patterns = [
      ...[several, which, whichSort, each].map((make) => make(nouns)),
      places('europe'),
      places(undefined),
    ];
    for (const pattern of patterns) {
      expect(pattern.flags).not.toMatch(/[gy]/);
      expect(pattern.test('') || pattern.test(nouns.join(' '))).toBe(false);
    }
  });

  it('reads a name with pages as a place, with another behind it', () => {
    const citing = citingIn(language);
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 9000 }), fc.integer({ min: 1, max: 50 }), (page, more) => {
        const [first, last] = [page, page + 1].map(String);
        expect(readPlaces(`Sweden, p. ${page}; pp. ${page}–${last}, ${page + more}`, citing)).toEqual([
          { name: 'Sweden', pages: [first] },
          { name: null, pages: [first, last, String(page + more)] },
        ]);
      }),
    );
    expect(readPlaces('', citing)).toBeUndefined();
  });

  it('has patterns that remember nothing and find no empty text', () => {
    for (const [path, pattern] of findPatterns(language, language.tag)) {
      expect(pattern.flags, path).not.toMatch(/[gy]/);
      expect(pattern.exec('')?.[0], path).not.toBe('');
    }
  });
});
