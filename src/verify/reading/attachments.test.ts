import { describe, expect, it } from 'vitest';
import { english } from '../../language/en/english.ts';
import { findAttachments } from './attachments.ts';
import { findItems } from './items.ts';
import { readWords } from './read-words.ts';

/** Each attachment as "role: item > head". */
function attachmentsOf(text: string): string[] {
  const words = readWords([text], english);
  return findAttachments(words, findItems(words, words, english), english).map(({ role, item, head }) => {
    const own = words.slice(item.from, item.to + 1).map((word) => word.text);
    return `${role}: ${own.join(' ')} > ${words[head]?.text}`;
  });
}

describe('what names go with', () => {
  it.each([
    ['They praised China’s emerging economic-security framing.', ['owner: China’s > framing']],
    ['It relies on Chinese investment.', ['owner: Chinese > investment']],
    ['It partnered with Finland’s Nokia.', ['owner: Finland’s > Nokia']],
    ['They fear the takeover of Kuka.', ['of: Kuka > takeover']],
    ['It runs a hub in Beijing.', ['in: Beijing > hub']],
    ['The minister visited Finland.', ['takes: Finland > visited']],
    ['Last year Orpo finally visited them.', ['does: Orpo > visited']],
    ['Last year Kuka was also bought.', ['undergoes: Kuka > bought']],
  ])('%s', (text, expected) => {
    expect(attachmentsOf(text)).toEqual(expected);
  });

  it.each([
    'Its Graz plants closed.',
    'The head of the firm, near Rugao, spoke.',
  ])('go with nothing: %s', (text) => {
    expect(attachmentsOf(text)).toEqual([]);
  });
});
