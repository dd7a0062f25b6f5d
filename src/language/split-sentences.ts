/** Where sentences end. Pure. */
import type { Language, SentenceForms } from '../core/language.ts';
import type { Span } from '../core/types.ts';

/** A source in brackets behind a quotation ("… Denmark.” [p. 19] Although …") still belongs to its sentence. A run of stops is tried from its first. */
const boundary =
  /(?<![.!?…])([.!?…]+)(["'”’»)\]]*(?:\s\[p{1,2}\.\s?[\d–-]+\])?)(\s+)(?=["'“‘«([]*[\p{Lu}\p{N}])/gu;

const longestAbbreviation = 40;

const listLabel = /^(?:\d{1,2}|\p{L}|[ivx]{2,5})$/u;

/** Whether a full stop after `before` belongs to an abbreviation, an initial or a number rather than to a sentence. */
function isAbbreviation(before: string, after: string, forms: SentenceForms | undefined): boolean {
  const word = /(?:^|[\s("“'‘[/-])([\p{L}\p{N}.]+)$/u.exec(before.slice(-longestAbbreviation))?.[1] ?? '';
  const opensSentence = () => forms?.opener.test(after) === true;
  // The number or letter of an item in a list is no sentence: "1. Background", "a. The time step is set."
  if (listLabel.test(before.trim())) return true;
  if (/^\p{Lu}$/u.test(word)) {
    // "J. Smith" is an initial; "vitamin C. The" ends a sentence.
    return !opensSentence();
  }
  const plain = word.toLowerCase();
  if (forms?.abbreviations.has(plain)) return !(forms.mayEnd.has(plain) && opensSentence());
  // "U.S.", "a.o.": single letters with stops between.
  return /^(?:\p{L}\.)+\p{L}$/u.test(word) && !opensSentence();
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
