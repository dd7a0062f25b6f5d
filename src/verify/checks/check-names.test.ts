/** Names that open a sentence, and acronyms: what is one, and what is only spelled like one. */
import { describe, expect, it } from 'vitest';
import { checkSentence } from './check-sentence.ts';

const text =
  'CATL announced plans for a battery plant near Debrecen. AI and IT firms of the EU and NZ, with NATO and the MIC ' +
  'strategy in mind, warned of losses. Nokia’s chief executive agreed.';

/** The names that the source certainly does not have. */
const unknownIn = (sentence: string) =>
  checkSentence(sentence, [{ text, chapter: 'Finland', subjects: ['China'] }])
    .filter(({ rule, isCertain }) => rule === 'name' && isCertain)
    .map((one) => one.text);

describe('a name at the beginning of a sentence', () => {
  it.each([
    ['Samsung announced plans for a battery plant.', 'Samsung'],
    ['Ericsson’s chief executive agreed.', 'Ericsson’s'],
    ['Siemens, like others, warned of losses.', 'Siemens'],
    ['Malmö is near a battery plant.', 'Malmö'],
  ])('is told from a word: %s', (sentence, name) => {
    expect(unknownIn(sentence)).toEqual([name]);
  });

  it.each([
    'Chipmakers announced plans for a plant.',
    'Biopharma’s losses were warned of.',
    'Digitalisation was in mind.',
    'Companies’ plans were announced.',
  ])('is none where a dictionary has it: %s', (sentence) => {
    expect(unknownIn(sentence)).toEqual([]);
  });
});

describe('an acronym', () => {
  it.each([
    'Firms of the European Union and New Zealand warned of losses.',
    'The North Atlantic Treaty Organization is in mind.',
    'They had the Made in China strategy in mind.',
  ])('is spelled out by a name: %s', (sentence) => {
    expect(unknownIn(sentence)).toEqual([]);
  });

  it.each([
    ['There are plans that India has tried.', 'India'],
    ['Firms of America and India warned of losses.', 'India'],
    ['There Norway and the EU warned of losses.', 'Norway'],
    ['Plants of the European Union by Indian firms were announced.', 'Indian'],
  ])('is not by words that happen to begin so: %s', (sentence, name) => {
    expect(unknownIn(sentence)).toContain(name);
  });
});
