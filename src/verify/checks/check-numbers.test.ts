import { describe, expect, it } from 'vitest';
import { certainOf, germany, kindsOf, latvia, sweden } from '../../testing/verify/check-against.ts';
import type { SourceText } from '../verification.ts';

describe('numbers', () => {
  it.each([
    ['It was on the 8th.', 'It was on 8 September 1943.'],
    ['Only 1 of them agreed.', 'Only one of them agreed.'],
    ['The gain is at least $121 billion.', 'The gain is $121–$202 billion.'],
    ['Jefferson won on ballot number 36.', 'Jefferson won on the thirty-sixth ballot.'],
    ['Only 3 states were allowed to: Iowa, Ohio and Maine.', 'Only Iowa, Ohio, and Maine were allowed to.'],
    ['Five years later it was amended again.', 'It was amended in 2014 and in 2019.'],
    ['Of the members 11 out of 27 agreed.', 'Eleven of the 27 members agreed.'],
    ['Some 36.7 thousand million euros of goods came.', 'Goods of EUR 36.7 billion came.'],
    ['One in twenty was about quanta.', 'It was one project out of twenty.'],
    ['For a decade and a half it has been so.', 'It has been so since 2011.'],
    ['Eight years ago it was amended.', 'It was amended in 2018.'],
    [
      'Over a third of those listed are Finnish.',
      'In five of the 14 listed projects the investors are Finnish.',
    ],
    [
      'It covers nine areas.',
      'It covers water, climate, health, trade, transport, food, energy, culture and sport.',
    ],
    ['It is a second sign of it.', 'It is another sign of it.'],
    ['It lasted nine years.', 'It was set up in 2009 and closed in 2018.'],
    ['It went on for more than twenty years.', 'It began in 1994 and ended in 2018.'],
    ['Twice in 2022 the government fell.', 'The government fell in January 2022, and again in September.'],
    ['It happened in the fifth season.', 'It happened in season 5.'],
    ['It runs eleven stations.', 'It runs two stations for news and nine for music.'],
    ['It was so until the Second World War.', 'It was so until World War II.'],
    ['They sold it to third parties.', 'They sold it to others.'],
    ['Five dozen firms came.', 'Some 60 firms came.'],
    ['It goes back to the nineteenth century.', 'It goes back to 1871.'],
    ['Six euros in every hundred came from it.', 'It brought 6% of the GDP.'],
    ['The plan is double-edged.', 'The plan cuts both ways.'],
    ['The other 40 per cent belong to others.', 'It holds 60% of the shares.'],
    ['It comes out every twelve months.', 'It comes out annually.'],
    ['It grew over the last 25 years.', 'It grew over the last quarter century.'],
    ['Goal 14 was chosen.', 'They chose number 14 on the list.'],
    ['Revenue was just under $486 billion.', 'Revenue, in $ millions: Walmart 485,873, Apple 215,639.'],
    ['A twentieth of the market is theirs.', 'They hold 5 per cent of the market.'],
    ['Of every three dollars they hold one.', 'They hold about a third of the money.'],
    ['It ran from the sixteenth century to the nineteenth.', 'It ran from 1538 to 1804.'],
    ['It held for well over three hundred years.', 'It began in 1199 and ended in 1538.'],
    ['Two thousand twenty-three was the year.', 'The year was 2023.'],
    ['Exports grew two percentage points faster.', 'Exports grew by 8%, and imports by 6%.'],
    ['Sales were about a third lower.', 'Sales fell from EUR 300 million to EUR 200 million.'],
    ['It nearly quadrupled.', 'It increased by almost 300%.'],
    ['It was up by 100 per cent.', 'It doubled.'],
    ['They bar it from fifth-generation networks.', 'They bar it from 5G networks.'],
    ['The Group of Seven agreed.', 'The G7 agreed.'],
    [
      'Six technologies are named.',
      'It names AI, quanta, chips, robots, batteries and space; one more came in 2 years.',
    ],
    ['It holds over 50% of it.', 'It is the majority owner.'],
    ['Some 400,000 people use it.', 'It has 412,000 users.'],
    ['It employs more than 60 people.', 'It employs 67 people.'],
    ['A grant of over a third of a billion euros was made.', 'A grant of EUR 350 million was made.'],
    ['It fell in one quarter of 2025.', 'It fell in the 3rd quarter of 2025, by 76%.'],
    ['It buys from one firm, from a second and from a third.', 'It buys from Bosch, Volvo and Saab.'],
    ['It works under Annex I.', 'It works under Annex I and Annex II.'],
    ['A trio of firms came.', 'Three firms came.'],
    ['Of the four one half are older.', 'Two are older; A, B, C and D are named.'],
    ['Its reasons were twofold.', 'It gave reasons: it wanted peace, and it wanted trade.'],
    ['A pair of laws followed.', 'Paragraph 873 of the law and the Screening Act followed.'],
    ['It scores well in tests.', 'It does well in thousands of tests.'],
    ['Its users are in the hundreds of thousands.', 'It has 412,000 users, up from thousands.'],
  ])('pass: %s', (sentence, text) => {
    expect(certainOf(sentence, { text })).toEqual([]);
  });

  it.each([
    ['Of the members 12 out of 27 agreed.', 'Eleven of the 27 members agreed.'],
    ['Two in twenty were about quanta.', 'It was one project out of twenty.'],
    ['A third of them agreed.', 'Of them, 60% agreed.'],
    ['It covers nine areas.', 'It covers eight areas.'],
    ['It runs fourteen stations.', 'It runs two stations for news and nine for music.'],
    ['The other 30 per cent belong to others.', 'It holds 60% of the shares.'],
    ['Exports grew five percentage points faster.', 'Exports grew by 8%, and imports by 6%.'],
    ['Two thousand twenty-four was the year.', 'The year was 2023.'],
    ['It employs 2,023 people.', 'The year was 2023.'],
    ['Goal 15 was chosen.', 'They chose number 14 on the list.'],
    ['It has 421,000 users.', 'It has 412,000 users.'],
    ['It has about 421,000 users.', 'It has 412,000 users.'],
    ['It employs more than 60 people.', 'It employs more than 70 people.'],
    ['As much as 68% of it is theirs.', 'As much as 63% of it is theirs.'],
    ['Around 41% agreed.', 'Around 40% agreed.'],
    ['Around 60% of the ties are of that kind.', 'Around 40% of the ties are of that kind.'],
    ['A quartet of firms came.', 'Three firms came.'],
    ['It doubled.', 'It increased by almost 300%.'],
    ['It sold twice as many cars.', 'It sold three times as many cars.'],
    ['The power was used twice.', 'The power was used to prohibit it.'],
    ['Six years later it was amended again.', 'It was amended in 2014 and in 2019.'],
    ['It came second.', 'It came fourth.'],
    ['It goes back to the eighteenth century.', 'It goes back to the 16th century.'],
    ['In five of the 19 projects they are Finnish.', 'In five of the 14 projects they are Finnish.'],
  ])('do not pass: %s', (sentence, text) => {
    expect(certainOf(sentence, { text })).toEqual(['number']);
  });

  it.each([
    ['Eight years ago it was amended.', 'It has never been amended.'],
    ['It has hired a dozen people.', 'It has hired hundreds of people.'],
    ['It lasted fifteen years.', 'It was set up in 2009 and closed in 2018.'],
    ['It lasted more than twenty years.', 'It began in 1994 and ended in 2004.'],
    ['It comes out every six months.', 'It comes out annually.'],
    ['Revenue was just under $586 billion.', 'Revenue, in $ millions: Walmart 485,873, Apple 215,639.'],
    ['They bar it from sixth-generation networks.', 'They bar it from 5G networks.'],
    ['It grew over the past two decades.', 'It grew over the past decade.'],
    [
      'Four out of sixty-five were about quanta.',
      'It was two out of thirty-four in 2023, and four out of fifty-six in 2024.',
    ],
  ])('are doubted, as they may be derived: %s', (sentence, text) => {
    expect(kindsOf(sentence, { text })).toEqual(['(number)']);
  });

  it('pass in another form', () => {
    expect(
      certainOf('Chinese-owned R&D investments in Sweden passed 1,500 million euros in 2023.', sweden),
    ).toEqual([]);
    expect(certainOf('Bosch is cutting over twenty thousand automotive jobs.', germany)).toEqual([]);
  });

  it('pass rounded to their own places, with a shared unit, and as another span of time', () => {
    expect(certainOf('Germany lost 0.12 million industry jobs in 2025.', germany)).toEqual([]);
    expect(
      certainOf(
        'Exports to China fell by almost ten per cent, whereas imports rose by nearly nine.',
        germany,
      ),
    ).toEqual([]);
    const decade: SourceText = { text: 'For a decade little was done.' };
    expect(certainOf('For ten years little was done.', decade)).toEqual([]);
    expect(kindsOf('For twenty years little was done.', decade)).toEqual(['(number)']);
  });

  it('are refused where the passage counts the same things otherwise', () => {
    const offices: SourceText = { text: 'The country has three such offices abroad.' };
    expect(certainOf('The country has four such offices abroad.', offices)).toEqual(['number']);
  });

  it('are refused where the passage has another', () => {
    expect(
      kindsOf('Bosch announced cutting more than 30,000 jobs in its automotive division.', germany),
    ).toEqual(['number']);
    expect(kindsOf('The agency celebrated the initial €200 million investment.', latvia)).toEqual(['number']);
  });
});

describe('numbers near to others', () => {
  it.each([
    ['Close to three-quarters of the energy is theirs.', 'As much as 63 % of the energy is theirs.'],
    [
      'The deal is worth up to 3.5 billion dollars.',
      'Deals are worth 2.5 billion dollars and up to 5.3 billion dollars.',
    ],
    ['Just over half of them agreed.', 'Of them 65 % agreed.'],
  ])('are none of them: %s', (sentence, source) => {
    expect(certainOf(sentence, { text: source })).toEqual(['number']);
  });
  it.each([
    ['Nearly two thirds of the energy is theirs.', 'As much as 63 % of the energy is theirs.'],
    ['Just over half of them agreed.', 'Of them 53 % agreed.'],
    ['The road is 1,500 km long.', 'One part of the road has 900 km, the other 600 km.'],
  ])('may be told so: %s', (sentence, source) => {
    expect(certainOf(sentence, { text: source })).toEqual([]);
  });
});
