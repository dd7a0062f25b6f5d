import { describe, expect, it } from 'vitest';
import { english } from './en/english.ts';
import { splitSentences } from './split-sentences.ts';

function sentencesOf(text: string): string[] {
  return splitSentences(text, english).map((span) => text.slice(span.start, span.end));
}

describe('splitSentences', () => {
  it.each([
    [
      'at a full stop before a capital',
      ['This figure was 12 percentage points lower in 2023.', 'The invasion clearly affected views.'],
    ],
    [
      'behind a closing quotation mark',
      ['It "concentrates resources to do great things."', 'In this spirit, champions play along.'],
    ],
    ['at a question mark', ['Should Italy go on?', 'Second, should Rome grant access?']],
    [
      'before an opening quotation mark',
      ['Concerns grow.', '"Selective engagement" is the order of the day.'],
    ],
    ['before a number', ['Czechia ranks first.', '2022–2024 marked a period of harsh statements.']],
    [
      'behind the source in brackets that follows a quotation',
      ['It may be used “as a means of pressure.” [p. 19]', 'Although several have called for more.'],
    ],
    ['behind "etc." and "Inc." where a sentence opens', ['It sold batteries, cars etc.', 'The firm grew.']],
  ])('splits %s', (_, sentences) => {
    expect(sentencesOf(sentences.join(' '))).toEqual(sentences);
  });

  it.each([
    ["will exclude 'high-risk vendors' (e.g., Huawei) from its 5G networks"],
    ['residents with a disability (incl. Sight and hearing) rose'],
    ['the first was established in Washington D.C. in 2001'],
    ['it was said by Prof. Zeilinger and Dr. Pan of the U.S. Department'],
    ['conducted on "Liaoshu No. 6", the main potato variety'],
    ['by J. Smith and A. B. Forsby of NKK'],
    ['in 2024 it spent 3.36% of GDP, E.ON and Pony.ai more'],
    ['a deficit of EUR 22.5 million'],
    ['1. Background of the case'],
    ['a. Simple controls are used to change the status of links'],
    ['iv. The Applicant presents a form of identification'],
    ['the partner Yangtze Co. Ltd. Shanghai signed'],
  ])('keeps "%s" whole', (text) => {
    expect(sentencesOf(text)).toEqual([text]);
  });

  it('leaves nothing out but blanks', () => {
    const text = ' First, both cases illustrate it.  Second, they underline it! Third? ';
    expect(sentencesOf(text).join('').replace(/\s/g, '')).toBe(text.replace(/\s/g, ''));
    expect(sentencesOf('  ')).toEqual([]);
  });
});
