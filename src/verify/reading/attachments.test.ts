import { describe, expect, it } from 'vitest';
import { findAttachments } from './attachments.ts';
import { findItems } from './items.ts';
import { readWords } from './read-words.ts';

/** Each attachment as "role: item > head". */
function attachmentsOf(text: string): string[] {
  const words = readWords([text]);
  return findAttachments(words, findItems(words, words)).map(({ role, item, head }) => {
    const own = words.slice(item.from, item.to + 1).map((word) => word.text);
    return `${role}: ${own.join(' ')} > ${words[head]?.text}`;
  });
}

describe('what names, dates and shares go with', () => {
  it.each([
    ['They praised China’s emerging economic-security framing.', ['owner: China’s > framing']],
    ['It relies on Chinese investment.', ['owner: Chinese > investment']],
    ['It partnered with Finland’s Nokia.', ['owner: Finland’s > Nokia']],
    ['They fear the takeover of Kuka.', ['of: Kuka > takeover']],
    ['It runs a hub in Beijing.', ['in: Beijing > hub']],
    ['The minister visited Finland.', ['takes: Finland > visited']],
    ['Last year Orpo finally visited them.', ['does: Orpo > visited']],
    ['Last year Kuka was also bought.', ['undergoes: Kuka > bought']],
    ['It was founded by the end of 2013.', ['when: 2013 > founded']],
    ['They see it in 40% of cases.', ['share: 40 > cases']],
  ])('%s', (text, expected) => {
    expect(attachmentsOf(text)).toEqual(expected);
  });

  it.each([
    'Its Graz plants closed.',
    'The head of the firm, near Rugao, spoke.',
    'It held talks between 2013 and 2015.',
    'A plan for 2025–2029 was made.',
  ])('go with nothing: %s', (text) => {
    expect(attachmentsOf(text)).toEqual([]);
  });
});
