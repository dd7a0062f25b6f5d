import { describe, expect, it } from 'vitest';
import { checkSentence } from './check-sentence.ts';

/** What `check-elsewhere` finds, certain or not. */
function found(sentence: string, text: string) {
  return checkSentence(sentence, [{ text, chapter: 'Latvia', subjects: ['China'] }])
    .filter(({ rule }) => rule.startsWith('elsewhere'))
    .map(({ text: words, isCertain }) => [words, isCertain]);
}

const services =
  'From 2018 onwards, the security services developed increasingly convergent assessments of technological risks. ' +
  'In parallel, the cyber agency warned of espionage in 2021. A survey of 2022 found 43% of citizens positive. ' +
  'Exports of machinery stood at EUR 20 billion and 12% of the total.';

describe('a fact that the source tells of something else', () => {
  it.each([
    ['The assessments of the security services have been convergent since 2021.', '2021'],
    ['The cyber agency warned of espionage in 2018.', '2018'],
    ['Exports of machinery came to 43% of the total.', '43%'],
  ])('is found: %s', (sentence, fact) => {
    expect(found(sentence, services)).toEqual([[fact, true]]);
  });

  it.each([
    'Since 2018 the assessments of the security services have been convergent.',
    'The cyber agency warned of espionage in 2021, when assessments of 2018 had converged.',
    'Of the citizens 43% were positive in 2022.',
    'Exports of machinery were 12% of the total.',
    'Three years after 2018 the agency warned of espionage.',
  ])('is not where it belongs there: %s', (sentence) => {
    expect(found(sentence, services)).toEqual([]);
  });

  it('is a doubt where the next sentence goes on with the same', () => {
    const source =
      'Makers of machinery delivered goods worth EUR 20 billion in 2018. That figure has since doubled, by 2025. ';
    expect(found('Makers of machinery delivered goods in 2025.', source)).toEqual([['2025', false]]);
  });

  it('belongs to the number that only its own sentence has', () => {
    const source =
      'Makers of machinery delivered goods worth EUR 20 billion in 2018. The figure was EUR 48.7 billion in 2025.';
    expect(found('Makers of machinery delivered goods worth EUR 48.7 billion in 2025.', source)).toEqual([]);
  });

  it('may be a name that comes up only later', () => {
    const source =
      'Samsung opened a development centre for robotaxis last year. Critics of the police name Hikvision.';
    expect(found('Hikvision opened a development centre for robotaxis.', source)).toEqual([
      ['Hikvision', false],
    ]);
    expect(found('Critics of the police name Hikvision.', source)).toEqual([]);
  });
});
