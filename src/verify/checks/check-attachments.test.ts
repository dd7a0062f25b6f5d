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
    [
      'Finnish investment fell.',
      'Finland’s rules are strict, and its investment fell. Chinese investment rose.',
    ],
  ])('passes in other words: %s', (sentence, source) => {
    expect(certainOf(sentence, source)).toEqual([]);
  });

  it('names what the passage has', () => {
    const source = 'Sharing knowledge reflects China’s leadership in energy.';
    expect(certainOf('It reflects Finland’s leadership in energy.', source)).toEqual([
      'the passage says “China’s leadership”',
    ]);
  });
});
