/** Names that open a sentence, and acronyms: what is one, and what is only spelled like one. */
import { describe, expect, it } from 'vitest';
import { certainOf, germany, kindsOf, latvia, sweden } from '../../testing/verify/check-against.ts';
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

describe('names', () => {
  it('are refused where a continent stands for no country of the source', () => {
    expect(certainOf('Bosch is cutting jobs for lack of demand in America.', germany)).toEqual(['name']);
    const brazil = { text: 'It sells most in Brazil.', subjects: ['China'] };
    expect(certainOf('It sells most in Latin America.', brazil)).toEqual([]);
  });

  it.each([
    ['Ordinary Finns turned away from China.', 'In Finland people turned away from China.'],
    [
      'Treating 5G as a matter of security has changed the market.',
      'The securitisation of 5G changed the market.',
    ],
    ['Sales of EVs rose in Spain.', 'In Spain sales of electric cars rose.'],
    ["It is the first plant in the People's Republic.", 'It is the first plant in China.'],
    ["Brussels' plans go further.", 'The EU has plans that go further.'],
    ['Quick Chinese innovation is a worry.', 'That China innovates fast is a worry.'],
    ['It signed on to the Belt and Road.', 'It signed on to the BRI.'],
    ['The Civic Democrats led it.', 'The Civic Democratic Party led it.'],
    ['An American company owns it.', 'A U.S company owns it.'],
    ['The Argentines sold it to Ankara.', 'Argentina sold it to Türkiye.'],
    ['Addis Ababa agreed, and so did a Spaniard.', 'Ethiopia agreed, and so did Spain.'],
    ['It was ruled by the Soviets.', 'It was ruled by the USSR.'],
    ['A Franco-German plan came of it.', 'France and Germany made a plan of it.'],
    ['Islam spread along the coast.', 'The coast was islamized.'],
    ['Refusing Huawei’s offer cost them much.', 'That they refused what Huawei offered cost them much.'],
    ['The Alliance agreed.', 'NATO agreed.'],
    ['There VW has a plant.', 'There Volkswagen has a plant.'],
    ['Afterwards Ericsson reported a drop.', 'Following this, Ericsson reported a drop.'],
    ['Carmaker Volvo was bought.', 'Volvo, which makes cars, was bought.'],
    ['Recently Bosch has cut jobs.', 'In recent months Bosch has cut jobs.'],
    ['All Nordic states agreed.', 'Each of the Nordic states agreed.'],
    ['The Defence Force grew.', 'The Defense Force grew.'],
    ['The Baltic state agreed.', 'Latvia agreed.'],
    ['The Democrats agreed.', 'The Democratic side agreed.'],
    ['The Fed agreed.', 'The Federal Reserve agreed.'],
    ['The Normans agreed.', 'The dukes of Normandy agreed.'],
    ['It closed in May. Turning it around failed.', 'It closed in May, as nobody could turn it around.'],
  ])('are none: %s', (sentence, text) => {
    expect(certainOf(sentence, { text })).toEqual([]);
  });

  it.each([
    ['Johnson agreed.', 'It was Johnston who agreed.'],
    ['In Slovenia it was sold.', 'In Slovakia it was sold.'],
    ['it was sold. Siemens agreed.', 'It was sold, and Bosch agreed.'],
  ])('are other names where they only look alike: %s', (sentence, text) => {
    expect(certainOf(`There ${sentence}`, { text })).toContain('name');
  });

  it('are words with a capital behind another, and those of a company', () => {
    expect(
      certainOf('Siemens Energy turned away from China.', { text: 'Firms turned away from China.' }),
    ).toContain('name');
  });

  it('pass shortened, as people for a country, and spelled out', () => {
    expect(kindsOf('Volvo belongs to Geely since 2010.', sweden)).not.toContain('name');
    expect(kindsOf('The Germans sold China less in 2025.', germany)).not.toContain('name');
    expect(kindsOf('MGI Tech was then part of the Beijing Genomics Institute.', latvia)).not.toContain(
      'name',
    );
  });

  it('pass where the chapter or the whole document gives them', () => {
    expect(kindsOf('In Riga, the Chinese investment was called a “success story”.', latvia)).not.toContain(
      'name',
    );
  });

  it('are refused where the passage has none of them', () => {
    expect(kindsOf('Truck maker Iveco inaugurated a new factory in Rugao in 2025.', sweden)).toContain(
      'name',
    );
    expect(kindsOf('Bosch announced job cuts in Poland.', germany)).toContain('name');
  });
});
