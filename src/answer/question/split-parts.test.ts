import { describe, expect, it } from 'vitest';
import { english } from '../../language/en/english.ts';
import { unknownLanguage } from '../../language/unknown.ts';
import { partsOfLast, splitParts } from './split-parts.ts';

const split = (text: string) => splitParts(text, english);

describe('a question of two clauses', () => {
  it.each([
    [
      'Which Estonian law allows the state to turn down money from abroad, and when was it passed?',
      [
        'Which Estonian law allows the state to turn down money from abroad',
        'when was it passed, Which Estonian law allows the state to turn down money from abroad',
      ],
    ],
    [
      'Where does the only commercial production occur, and by which company is it run?',
      [
        'Where does the only commercial production occur',
        'by which company is it run, Where does the only commercial production occur',
      ],
    ],
    [
      'Are there any biotech firms on the market? And what do they do there?',
      [
        'Are there any biotech firms on the market',
        'what do they do there, Are there any biotech firms on the market',
      ],
    ],
    [
      'What extra does a hybrid cost, and how far may batteries fall by 2010?',
      ['What extra does a hybrid cost', 'how far may batteries fall by 2010'],
    ],
    [
      'Where does the firm build its factory and how many cars a year can it equip?',
      [
        'Where does the firm build its factory',
        'how many cars a year can it equip, Where does the firm build its factory',
      ],
    ],
    [
      'What is Hexanet and why do the towns pay for pipes?',
      ['What is Hexanet', 'why do the towns pay for pipes'],
    ],
    [
      'Which harbour is the oldest? How deep is the canal? And who pays for dredging?',
      [
        'Which harbour is the oldest',
        'How deep is the canal, Which harbour is the oldest',
        'who pays for dredging, Which harbour is the oldest',
      ],
    ],
    [
      'Of those found without a home, how many slept in shelters and how many had none?',
      [
        'Of those found without a home, how many slept in shelters',
        'how many had none, Of those found without a home, how many slept in shelters',
      ],
    ],
    [
      'How is the port of Koper doing and what does Sweden plan?',
      ['How is the port of Koper doing', 'what does Sweden plan'],
    ],
  ])('is asked for each: %s', (text, parts) => {
    expect(split(text)).toEqual(parts);
  });

  it('is cut into eight at most, the last of which has the others', () => {
    const many = Array.from({ length: 40 }, (_, at) => `Who owns the harbour of Port ${at}?`).join(' ');
    const parts = split(many);
    expect(parts).toHaveLength(8);
    expect(parts.at(-1)).toContain('Port 39');
  });

  it('is left whole where the second asks nothing by itself', () => {
    expect(split('Which company bought the harbour, and when?')).toEqual([]);
    expect(split('Who bought the mill and was then sued by the town?')).toEqual([]);
    expect(split('Which factory and which harbour were sold last year?')).toEqual([]);
  });
});

describe('a question that enumerates', () => {
  it.each([
    [
      'What was the revenue in 2021, 2022 and 2023?',
      ['What was the revenue in 2021?', 'What was the revenue in 2022?', 'What was the revenue in 2023?'],
    ],
    [
      'Compare the new stocks of wheat, all rice and cotton: how high is each?',
      [
        'the new stocks of wheat: how high is?',
        'the new stocks of all rice: how high is?',
        'the new stocks of cotton: how high is?',
      ],
    ],
    [
      'Cost of getting the oil out: enhanced recovery vs oil sands vs oil shale',
      [
        'Cost of getting the oil out: enhanced recovery',
        'Cost of getting the oil out: oil sands',
        'Cost of getting the oil out: oil shale',
      ],
    ],
    [
      'How do men and women differ in life expectancy?',
      ['How do men differ in life expectancy?', 'How do women differ in life expectancy?'],
    ],
  ])('is asked for each: %s', (text, parts) => {
    expect(split(text)).toEqual(parts);
  });

  it.each([
    'How many tons of coal and ore are moved a year?',
    'How much research is shared between Austria and China?',
    'What does the report say of the risks that the ministry, which is in charge, and its agencies have seen since the reform?',
    'Belt and Road: did the country sign up, and did it stay?',
  ])('is left whole where no items stand: %s', (text) => {
    expect(split(text)).toEqual([]);
  });
});

it('leaves questions of a language whole that nothing is known of', () => {
  expect(splitParts('Kuinka monta, and who said so to whom?', unknownLanguage())).toEqual([]);
});

it('leaves of the questions asked together what the last one asks', () => {
  const before = 'When could oil production peak?';
  const of = (last: string | undefined, asked: string) =>
    partsOfLast(splitParts(asked, english), last, english);
  const share = 'What share of oil does transportation use?';
  expect(of(share, `${before} ${share}`)).toEqual([]);
  const both = 'Where does the only commercial production occur, and by which company is it run?';
  const where = 'Where does the only commercial production occur';
  expect(of(both, `${before} ${both}`)).toEqual([where, `by which company is it run, ${where}`]);
  const compared = 'How do oil sands and oil shale differ in cost?';
  expect(of(compared, `${before} ${compared}`)).toEqual([compared.slice(0, -1)]);
  expect(of(undefined, both)).toHaveLength(2);
});
