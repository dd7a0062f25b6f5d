/** Words in quotation marks must be in the source letter for letter, except for the style of marks and dashes. Pure. */

import { foldText } from '../../text/fold-text.ts';
import type { Alignment } from '../alignment.ts';
import type { Finding } from '../verification.ts';

const quoted =
  /“([^”“]+)”|„([^“”]+)[“”]|«([^»]+)»|"([^"]+)"|(?<![\p{L}\p{N}])‘(?!\d\d\b)([^‘]+?)’(?![\p{L}\p{N}])|(?<![\p{L}\p{N}])'(?!\d\d\b)([^']+(?:'\p{L}[^']*)*)'(?![\p{L}\p{N}])/gu;

/** A stretch between quotation marks. */
export interface QuotedSpan {
  /** Without the marks. */
  text: string;
  /** Offsets with the marks, end exclusive. */
  start: number;
  end: number;
}

/** The stretches between quotation marks, in order. */
export function findQuotations(text: string): QuotedSpan[] {
  return [...text.matchAll(quoted)].flatMap((match) => {
    const found = match.slice(1).find((group) => group !== undefined);
    const start = match.index;
    return found === undefined ? [] : [{ text: found, start, end: start + match[0].length }];
  });
}

/** An omission in a quotation; the source must have the pieces before and after it. */
const gap = /\s*(?:\[?(?:…|\.\.\.)\]?|\[[^\]]*\])\s*/;

function pieces(quotation: string): string[] {
  return foldText(quotation)
    .split(gap)
    .map((piece) => piece.replace(/^[\s,.;:!?']+|[\s,.;:!?']+$/g, ''))
    .filter((piece) => /[\p{L}\p{N}]/u.test(piece));
}

function contains(text: string, piece: string): boolean {
  for (let at = text.indexOf(piece); at >= 0; at = text.indexOf(piece, at + 1)) {
    const before = text[at - 1] ?? ' ';
    const after = text[at + piece.length] ?? ' ';
    if (!/[\p{L}\p{N}]/u.test(before) && !/[\p{L}\p{N}]/u.test(after)) return true;
  }
  return false;
}

/**
 * Whether a text has all pieces of a quotation.
 * @param beside more words that may have a piece, such as headings.
 */
export function hasQuotation(source: string, quotation: string, beside = ''): boolean {
  const text = foldText(source);
  const withoutInsertions = text.replace(/\s*\[[^\]]*\]/g, '');
  return pieces(quotation).every((piece) =>
    [text, withoutInsertions, beside].some((words) => contains(words, piece)),
  );
}

/** A certain finding for each quotation that the source and its headings do not have letter for letter. */
export function checkQuotations({ sentence, asWritten, headingWords }: Alignment): Finding[] {
  const text = asWritten.join(' ');
  const headings = headingWords.map(({ lower }) => lower).join(' ');
  return findQuotations(sentence).flatMap(({ text: quotation }): Finding[] => {
    const isThere = hasQuotation(text, quotation, headings);
    return isThere
      ? []
      : [
          {
            kind: 'quotation',
            text: quotation,
            reason: 'not in the passage, letter for letter',
            rule: 'quotation',
            isCertain: true,
            strength: 1,
          },
        ];
  });
}
