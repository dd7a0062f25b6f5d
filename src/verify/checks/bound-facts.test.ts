/** What the words of a sentence are said of: beside which word, of whom, when, and which way. */
import { describe, expect, it } from 'vitest';
import { checkSentence } from './check-sentence.ts';

function certainOf(sentence: string, text: string, chapter = 'Finland'): string[] {
  return checkSentence(sentence, [{ text, chapter, subjects: ['China'] }])
    .filter(({ isCertain }) => isCertain)
    .map(({ reason }) => reason);
}

/** The rules behind the certain problems. */
const rulesOf = (sentence: string, text: string) =>
  checkSentence(sentence, [{ text, chapter: 'Finland', subjects: ['China'] }])
    .filter(({ isCertain }) => isCertain)
    .map(({ rule }) => rule);

describe.each([
  ['Calls are managed by Spain’s CDTI and China’s Ministry of Science.', 'Spain’s CDTI', 'China’s CDTI'],
  ['The areas reflect China’s leadership in energy.', 'China’s leadership', 'Finland’s leadership'],
  [
    'It announced an investment in a hub in Beijing and a collaboration worth up to 5.3 billion dollars in Rugao.',
    'a hub in Beijing',
    'a hub in Rugao',
  ],
  ['The coordinator praised cooperation with Taiwan.', 'cooperation with Taiwan', 'cooperation with China'],
  ['The minister visited Taiwan last spring.', 'visited Taiwan', 'visited China'],
  ['PTS excluded both firms, and SAPO described China as a threat.', 'SAPO described', 'PTS described'],
])('of “%s”', (source, said, changed) => {
  it(`lets pass: ${said}`, () => {
    expect(certainOf(source, source)).toEqual([]);
    expect(certainOf(`According to the report, ${said}.`, source)).toEqual([]);
  });
  it(`refuses: ${changed}`, () => {
    expect(rulesOf(`According to the report, ${changed}.`, source)).toContain('attached');
  });
});

describe('what goes with a word', () => {
  it.each([
    ['Finnish companies would not sell.', 'Chinese companies would like to buy Finnish players.'],
    [
      'Contacts between Finnish and Chinese shipyards grew.',
      'There were contacts between Chinese and Finnish shipyards.',
    ],
    ['China signed the treaty.', 'Finland and China signed the treaty.'],
    ['Beijing’s request was refused.', 'A vote was requested by Beijing, and Taiwan’s request was heard.'],
    [
      'EFIS said that cars could be exploited.',
      'EFIS warned that cars could be exploited. Bolt said nothing of it.',
    ],
    ['CNIT’s laboratory is in Parma.', 'The laboratory of the National Consortium (CNIT) is in Parma.'],
    ['It was registered in the late 2010s.', 'It was registered in November 2017.'],
    [
      'Finnish investment fell.',
      'Finland’s rules are strict, and its investment fell. Chinese investment rose.',
    ],
    ['They hold 30 % of the venture.', 'One side owns 30 % and the other 70 % of the venture.'],
  ])('passes in other words: %s', (sentence, source) => {
    expect(certainOf(sentence, source)).toEqual([]);
  });

  it('is doubted where it is a share, of which a list may leave out the whole', () => {
    const source = 'Over 50 % of solar parks have them. They carry 63 % of the energy.';
    const text = 'They are found in 63 % of solar parks.';
    const found = checkSentence(text, [{ text: source }]).filter(({ rule }) => rule === 'attached');
    expect(found.map(({ isCertain, reason }) => [isCertain, reason])).toEqual([
      [false, 'the passage says “50 % of solar parks”'],
    ]);
  });

  it('names what the passage has', () => {
    const source = 'Sharing knowledge reflects China’s leadership in energy.';
    expect(certainOf('It reflects Finland’s leadership in energy.', source)).toEqual([
      'the passage says “China’s leadership”',
    ]);
  });
});

describe('an opposite beside the same word', () => {
  it.each([
    ['Assessments are increasingly divergent.', 'Assessments are increasingly convergent.'],
    ['It has limited powers.', 'It has broad powers.'],
    ['Imports have fallen.', 'Imports rose.'],
    ['The law permits foreign investment.', 'The law bars foreign investment.'],
  ])('is refused: %s', (sentence, source) => {
    expect(rulesOf(sentence, source)).toContain('beside');
  });
  it.each([
    ['It did not draw a sharp line.', 'It drew a blurred line.'],
    ['The law bars foreign investment.', 'The law does not permit foreign investment.'],
    ['Risks are seen in the private sector.', 'Risks are seen in the public and private sector.'],
    ['No big rise in cooperation is likely.', 'A rise in cooperation is unlikely.'],
    ['Finland’s imports of machinery grew.', 'China’s exports of machinery grew.'],
  ])('passes: %s', (sentence, source) => {
    expect(certainOf(sentence, source)).toEqual([]);
  });
});

describe('spans of time', () => {
  const source = 'Included in 2019, the deals were stopped in 2019 and limited in 2021.';
  it('end at another time than they begin', () => {
    expect(certainOf('State Grid held shares until 2011.', 'State Grid has held shares since 2011.')).toEqual(
      ['the passage has it begin there'],
    );
    expect(certainOf('The share grew until 2022.', 'The share grew between 2017 and 2022.')).toEqual([]);
  });
  it('are reckoned from the year that the sentence names', () => {
    expect(certainOf('Included in 2019, the deals were limited the following year.', source)).toEqual([
      'that is 2020, which is not in the passage',
    ]);
    expect(certainOf('Included in 2019, the deals were limited two years later.', source)).toEqual([]);
    expect(certainOf('The deals were stopped in 2019, two years before they were limited.', source)).toEqual(
      [],
    );
    expect(certainOf('Included in 2019, the deals were limited over a year later.', source)).toEqual([]);
  });
});

describe('numbers near to others', () => {
  it.each([
    ['Close to three-quarters of the energy is theirs.', 'As much as 63 % of the energy is theirs.'],
    [
      'The deal is worth up to 3.5 billion dollars.',
      'Deals are worth 2.5 billion dollars and up to 5.3 billion dollars.',
    ],
    ['Germany lost 140,000 jobs.', 'Germany lost 120,000 jobs. Bosch cuts 20,000 jobs.'],
    ['Just over half of them agreed.', 'Of them 65 % agreed.'],
  ])('are none of them: %s', (sentence, source) => {
    expect(rulesOf(sentence, source)).toEqual(['number']);
  });
  it.each([
    ['Nearly two thirds of the energy is theirs.', 'As much as 63 % of the energy is theirs.'],
    ['Just over half of them agreed.', 'Of them 53 % agreed.'],
    ['The road is 1,500 km long.', 'One part of the road has 900 km, the other 600 km.'],
  ])('may be told so: %s', (sentence, source) => {
    expect(certainOf(sentence, source)).toEqual([]);
  });
});
