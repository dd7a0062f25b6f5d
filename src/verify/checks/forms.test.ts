/** Facts in another form than the passage's: what rules let pass, and the same with another value, which they refuse. */
import { describe, expect, it } from 'vitest';
import { checkSentence } from './check-sentence.ts';

const certainOf = (sentence: string, text: string) =>
  checkSentence(sentence, [{ text, chapter: 'Finland', subjects: ['China'] }]).filter(
    ({ isCertain }) => isCertain,
  );

describe.each([
  [
    'Imports were EUR 36.7 billion in 2024.',
    [
      'Between January and December 2024 imports came to 36,700 million euros.',
      'Imports: EUR 36.7 bln in 2024.',
    ],
    [
      'Between January and December 2023 imports came to 36,700 million euros.',
      'Imports: EUR 36.8 bln in 2024.',
    ],
  ],
  [
    'Exports rose 8.8% year-on-year in 2025.',
    ['In 2025 exports were up 8.8 pct on 2024.'],
    ['In 2025 exports were up 8.8 pct on 2023.', 'In 2025 exports were up 9.8 pct on 2024.'],
  ],
  [
    'Estonia left the 17+1 format.',
    [
      'Estonia left the seventeen-plus-one format.',
      'Estonia left the 17 + 1 format.',
      'Estonia left Seventeen Plus One.',
    ],
    ['Estonia left the sixteen-plus-one format.'],
  ],
  [
    'Huawei has around 20% of the market.',
    [
      'Huawei has a share of roughly 0.2.',
      'Every fifth device is Huawei’s.',
      'Huawei sells 1 in 5.',
      '2 of 10 are Huawei’s.',
    ],
    ['Huawei has a share of roughly 0.6.', 'Every third device is Huawei’s.', 'Huawei sells 1 in 3.'],
  ],
  [
    'In the first half of 2025 Chinese cars were 3.3 per cent of all, and 14 per cent in the second.',
    [
      'From January to June 2025 Chinese cars were 3.3 per cent of all.',
      'Of every hundred cars, more than three were Chinese.',
      'Just 33 in every 1,000 cars were Chinese.',
    ],
    ['Just 43 in every 1,000 cars were Chinese.'],
  ],
  [
    'The pact is worth up to 5.3 billion dollars, and up to 20 cents a share.',
    ['The pact is worth at most 5.3 billion dollars.', 'It is worth up to 0.2 dollars a share.'],
    ['The pact is worth no less than 5.3 billion dollars.'],
  ],
  ['Finns own 30% and Swedes 70%.', ['The stakes are 30:70.'], ['The stakes are 40:60.']],
  [
    'The share rose from 20% to 40%.',
    ['The share doubled from a fifth to two fifths.'],
    ['The share rose from a quarter to two fifths.'],
  ],
  [
    'It opened in December 2024.',
    ['It opened just before the turn of 2025.'],
    ['It opened just before the turn of 2027.'],
  ],
  ['The call is for 2025/26.', ["The call is for '25/'26."], ["The call is for '27/'28."]],
  [
    'Trade was worth USD 2.35 billion.',
    [
      'Trade was worth over two and a third billion dollars.',
      'Trade was worth two point three five billion dollars.',
    ],
    [
      'Trade was worth over two and two thirds billion dollars.',
      'Trade was worth two point four five billion dollars.',
    ],
  ],
  ['The plant makes 5 GWh.', ['The plant makes 5,000 MWh.'], ['The plant makes 6,000 MWh.']],
  [
    'Growth was 5.1%.',
    ['Growth was north of 5%.', 'Growth was upward of five per cent.'],
    ['Growth was north of 6%.', 'Growth was short of five per cent.'],
  ],
  ['Growth was 0.3%.', ['Growth was less than one per cent.'], ['Growth was more than one per cent.']],
  ['Almost all firms agreed.', ['Nearly 100% of firms agreed.'], ['Nearly 90% of firms agreed.']],
  [
    'The loan is CZK 3 billion.',
    ['The loan is three billion Czech crowns.'],
    ['The loan is three billion Swedish kronor.', 'The loan is four billion Czech crowns.'],
  ],
  ['Exports rose from 100 to 150.', ['Exports grew by 50 per cent.'], ['Exports grew by 80 per cent.']],
  [
    'Exports are EUR 10 million, imports EUR 30 million.',
    ['Together they come to EUR 40 million.'],
    ['Together they come to EUR 50 million.'],
  ],
  [
    '150 firms of twelve states left.',
    ['More than a hundred firms left.', 'A hundred and fifty-odd firms left.'],
    ['More than two hundred firms left.', 'Two hundred-odd firms left.'],
  ],
  [
    'It applies from 2018 onwards.',
    ['It applies from the late 2010s onwards.'],
    ['It applies from the early 2010s onwards.'],
  ],
  [
    'It applies to all 27 EU members.',
    ['It applies to the EU’s twenty-seven.'],
    ['It applies to the EU’s twenty-six.'],
  ],
  [
    'It has warned of it since 2013.',
    ['For over ten years, since 2013, it has warned of it.'],
    ['Since 2014 it has.'],
  ],
  [
    'It was signed on 18 November 2021, and three days later it was denounced.',
    ['It was denounced on 21 November 2021.'],
    ['It was denounced in early November 2021.', 'It was denounced on 21 November 2024.'],
  ],
  [
    'Trade was worth USD 2.35 billion on a line of 2.4 km.',
    ['Trade was worth $2,350 million on a line of 2,400 metres.'],
    ['Trade was worth EUR 2.35 billion.'],
  ],
  [
    'The plant employs 2,000 workers since 2014.',
    ['The plant employs 2000 workers.'],
    ['The plant has had workers since 2000.', 'The plant employs 1900 workers.'],
  ],
  [
    'It employs 2000 workers.',
    ['It employs 2,000 people.', 'It employs two thousand people.'],
    ['It employs 2,010 people.'],
  ],
  [
    'The CCP decided so.',
    ['The Communist Party of China decided so.', 'The CPC decided so.'],
    ['The Kuomintang decided so.'],
  ],
  [
    'Seven firms of the Swedish party’s union agreed.',
    ['Seven firms agreed.'],
    ['The CCP agreed.', 'The EU agreed.', 'The G7 agreed.'],
  ],
  ['The German parliament agreed.', ['The Bundestag agreed.'], ['The Bundesbank agreed.']],
  [
    'The Organisation for Economic Co-operation and Development agreed.',
    ['The OECD agreed.'],
    ['The IMF agreed.'],
  ],
  ['The US banned it.', ['The Pentagon banned it.'], ['The Kremlin banned it.']],
])('%s', (text, supported, changed) => {
  it.each(supported)('lets pass: %s', (sentence) => {
    expect(certainOf(sentence, text)).toEqual([]);
  });
  it.each(changed)('refuses: %s', (sentence) => {
    expect(certainOf(sentence, text)).not.toEqual([]);
  });
});

describe('a number in another unit, or part of a share', () => {
  it.each([
    ['The line has 2,500 metres.', 'The line has 2.4 km.'],
    ['6 of 10 are Huawei’s.', 'Huawei has around 20% of the market.'],
    ['Of every hundred cars, more than five were Chinese.', 'Chinese cars were 3.3 per cent of all.'],
  ])('is doubted: %s', (sentence, text) => {
    const found = checkSentence(sentence, [{ text, chapter: 'Finland', subjects: ['China'] }]);
    expect(found.map(({ rule, isCertain }) => [rule, isCertain])).toContainEqual(['number', false]);
  });
});
