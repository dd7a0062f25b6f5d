/** The text of a passage that is indexed: never the text that is quoted. */
import { createHash } from 'node:crypto';
import type { Passage } from '../core/types.ts';

/** The form of the prefix below; an index made with another one is rebuilt. */
export const prefixForm = 'chapter-section-1';

/** Addresses, with or without a scheme, become their host name: it says who the source is, the rest is noise. */
function shortenUrls(text: string): string {
  return text.replace(/(?:https?:\/\/)?(?:www\.)?((?:[\w-]+\.)+[a-z]{2,})[/?#][^\s<>]*/gi, '$1');
}

/** "Germany. Recent trends. ", for a note "Germany. Endnote. ". */
function headingPrefix(passage: Passage): string {
  const heading = passage.kind === 'note' ? 'Endnote' : passage.section;
  return [passage.chapter, heading].flatMap((part) => (part ? [`${part}. `] : [])).join('');
}

/**
 * What the encoder reads of a passage: the heading prefix, then one part a sentence, so that part n holds
 * `sentences[n - 1]`. The prefix lifts the evidence into the first ten passages more often.
 */
export function indexedParts(passage: Passage): string[] {
  const sentences = passage.sentences.map(({ text }) => text);
  const texts = sentences.length > 0 ? sentences : [passage.text];
  return [
    headingPrefix(passage),
    ...texts.map((text) => `${passage.kind === 'note' ? shortenUrls(text) : text} `),
  ];
}

/** The key under which a passage's vectors are used again: 32 hexadecimal digits of (encoder, indexed text). */
export function indexedHash(encoderId: string, parts: readonly string[]): string {
  return createHash('sha256')
    .update(JSON.stringify([encoderId, parts]))
    .digest('hex')
    .slice(0, 32);
}
