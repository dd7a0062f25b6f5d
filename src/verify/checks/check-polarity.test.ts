import { describe, expect, it } from 'vitest';
import { checkSentence } from './check-sentence.ts';

const germany =
  'In 2025, Germany’s exports to China decreased by 9.7%, while imports of Chinese goods increased by 8.8% (year-on-year).';
const netherlands =
  'In April 2026, the US Congress proposed the MATCH Act, which includes extraterritorial measures. So far no Dutch export licence has been withdrawn.';
const latvia =
  'The law on border control was tightened after an incident in which undersea cables were severed. Smuggling remains a concern.';

/** What is found of denials and opposites: the words, and whether for certain. */
const found = (sentence: string, text: string) =>
  checkSentence(sentence, [{ text, subjects: ['China'] }])
    .filter(({ rule }) => rule === 'denied' || rule === 'opposed')
    .map(({ rule, text: words, isCertain }) => [rule, words, isCertain]);

describe('a denial', () => {
  it('is doubted where it is put in among the passage’s own words, at the first word that it denies', () => {
    expect(found('In 2025, Germany’s exports to China have not decreased by 9.7%.', germany)).toEqual([
      ['denied', 'decreased', false],
    ]);
  });

  it('is doubted where it is left out', () => {
    const source = 'The government has not approved the new export licence.';
    expect(found('The government has approved the new export licence.', source)).toEqual([
      ['denied', 'approved', false],
    ]);
  });

  it.each([
    ['So far a Dutch export licence has not been withdrawn.', netherlands],
    ['So far no Dutch export licence has been withdrawn.', netherlands],
    ['Smuggling is not only a concern.', latvia],
  ])('is none where the passage denies it too, or where it denies nothing: %s', (sentence, source) => {
    expect(found(sentence, source)).toEqual([]);
  });
});

describe('an opposite', () => {
  it('is refused where it stands among the same words in the passage', () => {
    expect(found('The border control law was loosened after the incident.', latvia)).toEqual([
      ['opposed', 'loosened', true],
    ]);
  });

  it('is doubted where it stands among few of them', () => {
    expect(found('The law was relaxed.', latvia)).toEqual([['opposed', 'relaxed', false]]);
  });

  it.each([
    ['The law was strengthened.', 'The law was weakened at first, and strengthened later.'],
    ['The law was not loosened.', latvia],
    ['Finland’s imports of machinery grew.', 'China’s exports of machinery grew.'],
  ])('is none where the passage has both, where it is denied, or from the other side: %s', (sentence, source) => {
    expect(found(sentence, source)).toEqual([]);
  });
});
