import { describe, expect, it } from 'vitest';
import { english } from '../../language/en/english.ts';
import { answerTypeOf } from './answer-type.ts';

describe('a share', () => {
  it.each([
    'What part of the mobile phones sold in Spain are Xiaomi?',
    "What part of Slovenia's FDI transactions in 2024 came from Hong Kong?",
    'How large a part of the Dutch-Chinese university ties touches military bodies?',
    "How large is Vestas's slice of the worldwide turbine business these days?",
    'BYD share of austrian ev market',
    'How much did research collaboration between the UK and the US grow from 2018 to 2021?',
    'What is the unemployment rate in Spain?',
    'What tariff rate did Canada put on Chinese electric cars?',
    'How does the share of Swedes who see China as an adversary compare with other countries?',
  ])('is asked for: %s', (text) => {
    expect(answerTypeOf(text, english)).toBe('percentage');
  });

  it.each([
    'In which part of the chip value chain do European firms still have a stranglehold?',
    "In what part of Spain's 5G networks is Huawei equipment still being deployed?",
    'Which part of the value chain is meant?',
  ])('is not asked for by a part that is a place: %s', (text) => {
    expect(answerTypeOf(text, english)).toBe('other');
  });
});

describe('money', () => {
  it.each([
    'how much state aid is portugal giving the chinese battery maker',
    'What did Bucharest pay for its Chinese trolleybuses?',
    'What was the total bill of the Nexperia supply shock, in euros?',
    'huawei turnover czech republic 2024',
  ])('is asked for: %s', (text) => {
    expect(answerTypeOf(text, english)).toBe('amount');
  });

  it.each([
    ['What does Business Sweden want the EU to do about price dumping?', 'other'],
    ['What did the joint research fund pay for?', 'other'],
    ['When the polluter pays, what kinds of cost does it have to cover?', 'other'],
    ['The fabs will close the shortfall in chips, so how big will the surplus be?', 'number'],
  ])('is not asked for by a word of money alone: %s', (text, type) => {
    expect(answerTypeOf(text, english)).toBe(type);
  });
});

describe('a number', () => {
  it('is not asked for by "how far along"', () => {
    expect(answerTypeOf('How far along are Belgium and the Netherlands with a help desk?', english)).toBe(
      'other',
    );
    expect(answerTypeOf('How far ahead of Skoda is BYD on the Austrian market?', english)).toBe('number');
  });
});

describe('a date', () => {
  it.each([
    'In which years was the Finnish law on screening foreign takeovers revised?',
    'latvia leaves 17+1 and belt and road when',
    'romania huawei zte 5g exclusion year',
    'when geely bought volvo',
  ])('is asked for: %s', (text) => {
    expect(answerTypeOf(text, english)).toBe('date');
  });

  it('is not asked for where "when" only sets the scene', () => {
    expect(answerTypeOf('when wang yi came to ljubljana which fields did he name', english)).toBe('other');
  });
});

describe('a reason', () => {
  it.each([
    "What was the main thing that pulled down the division's revenue?",
    "What was RIA's reason for keeping DeepSeek off government computers?",
    'What reasoning did the Polish armed forces give for keeping these vehicles out?',
    'The deals keep Graz busy, but why do they do little for independence?',
    'What made the French government shut Chinese companies out of its 6G research?',
    'What lay behind Imec winding down its Chinese partnerships?',
    'On what grounds did Rome clip the wings of the shareholder?',
    'What else probably pushed Finland to shut high-risk vendors out of 5G?',
  ])('is asked for: %s', (text) => {
    expect(answerTypeOf(text, english)).toBe('reason');
  });

  it('is not asked for by what a thing is made of, nor by grounds that are a second question', () => {
    expect(answerTypeOf('What made of steel is exported?', english)).toBe('other');
    expect(answerTypeOf('Which Chinese apps has India banned, and on what grounds?', english)).toBe('other');
  });
});

describe('a person', () => {
  it.each([
    'What is the name of the director of the Sino-Danish Centre?',
    'Which Dutch cabinet member is being received in China?',
    'Which Chinese leaders received the Portuguese prime minister?',
    'According to the company register, who ultimately owns it?',
  ])('is asked for: %s', (text) => {
    expect(answerTypeOf(text, english)).toBe('person');
  });

  it.each([
    'Who else counts as a consumer under the code?',
    'Whom does the company count as an active buyer?',
    'Is there any caveat as to how they record who is behind a deal?',
    'Who is better placed for 6G, France or Italy?',
    'what are the names of the chinese fintechs licensed by the bank of lithuania',
  ])('is not asked for: %s', (text) => {
    expect(answerTypeOf(text, english)).toBe('other');
  });
});

describe('a source', () => {
  it.each([
    'Which newspaper article backs up what is said about state aid for the Hungarian plant?',
    'What data set underlies the finding that Slovaks fret less than Czechs?',
    "Please give me the broadcaster's piece cited on how important pharmaceuticals are.",
  ])('is asked for: %s', (text) => {
    expect(answerTypeOf(text, english)).toBe('source');
  });
});
