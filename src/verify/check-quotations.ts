/** Words in quotation marks must stand in the source, letter for letter but for the style of marks and dashes. Pure. */
import type { Comparison } from './comparison.ts';
import { foldText } from './fold-text.ts';
import type { Finding } from './verification.ts';

const quoted =
  /“([^”“]+)”|„([^“”]+)[“”]|«([^»]+)»|"([^"]+)"|(?<![\p{L}\p{N}])‘([^‘]+?)’(?![\p{L}\p{N}])|(?<![\p{L}\p{N}])'([^']+(?:'\p{L}[^']*)*)'(?![\p{L}\p{N}])/gu;

/** The stretches between quotation marks, in order. */
export function findQuotations(text: string): string[] {
  return [...text.matchAll(quoted)].flatMap((match) => match.slice(1).filter((found) => found !== undefined));
}

/** A gap in the quotation: what stands on either side must be found. */
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

export function checkQuotations({ sentence, source, headingWords }: Comparison): Finding[] {
  const text = foldText(source.join(' '));
  const withoutInsertions = text.replace(/\s*\[[^\]]*\]/g, '');
  const headings = headingWords.map(({ lower }) => lower).join(' ');
  return findQuotations(sentence).flatMap((quotation): Finding[] => {
    const isThere = pieces(quotation).every(
      (piece) => contains(text, piece) || contains(withoutInsertions, piece) || contains(headings, piece),
    );
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
