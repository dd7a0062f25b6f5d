/** Where sentences end. Pure. */
import type { Language, SentenceForms } from '../core/language.ts';
import type { Span } from '../core/types.ts';

/** A source in brackets behind a quotation ("… Denmark.” [p. 19] Although …") still belongs to its sentence. A run of stops is tried from its first. */
const boundary =
  /(?<![.!?…])([.!?…]+)(["'”’»)\]]*(?:\s\[p{1,2}\.\s?[\d–-]+\])?)(\s+)(?=["'“‘«([]*[\p{Lu}\p{N}])/gu;

const longestAbbreviation = 40;

/** Whether a full stop after `before` belongs to an abbreviation, an initial or a number rather than to a sentence. */
function isAbbreviation(before: string, after: string, forms: SentenceForms | undefined): boolean {
  const word = /(?:^|[\s("“'‘[/-])([\p{L}\p{N}.]+)$/u.exec(before.slice(-longestAbbreviation))?.[1] ?? '';
  const opensSentence = () => forms?.opener.test(after) === true;
  if (/^\p{Lu}$/u.test(word)) {
    // "J. Smith" is an initial; "vitamin C. The" ends a sentence.
    return !opensSentence();
  }
  const plain = word.toLowerCase();
  if (forms?.abbreviations.has(plain)) return !(forms.mayEnd.has(plain) && opensSentence());
  // "U.S.", "a.o.": single letters with stops between.
  if (/^(?:\p{L}\.)+\p{L}$/u.test(word)) return !opensSentence();
  // A list number: "1. Background".
  return /^\d{1,2}$/.test(word) && /^\s*$/.test(before.slice(0, before.length - word.length));
}

/** Splits a paragraph into sentences. The spans hold no blanks at their ends and leave nothing but blanks out. */
export function splitSentences(text: string, { sentences }: Pick<Language, 'sentences'>): Span[] {
  const spans: Span[] = [];
  let start = 0;
  const push = (end: number) => {
    const piece = text.slice(start, end);
    const lead = piece.length - piece.trimStart().length;
    const trimmed = piece.trim();
    if (trimmed !== '') spans.push({ start: start + lead, end: start + lead + trimmed.length });
    start = end;
  };
  for (const match of text.matchAll(boundary)) {
    const stop = match[1] ?? '';
    const at = match.index;
    const end = at + stop.length + (match[2] ?? '').length;
    const after = text.slice(end + (match[3] ?? '').length);
    if (stop === '.' && isAbbreviation(text.slice(start, at), after, sentences)) continue;
    // Inside an open bracket: "(see p. 4. The …)" stays whole only up to its closing bracket.
    push(end);
  }
  push(text.length);
  return spans;
}
