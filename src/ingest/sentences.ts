/** Where sentences end. Pure. */
import type { Span } from '../core/types.ts';

/** Abbreviations after which a capital does not start a sentence. */
const abbreviations = new Set(
  (
    'e.g i.e cf vs etc al approx ca no nos vol vols ed eds fig figs p pp para art ch sec ' +
    'mr mrs ms dr prof st sr jr rev gen gov sen rep hon messrs mme ' +
    'inc ltd co corp plc llc gmbh bros dept univ est ' +
    'jan feb mar apr jun jul aug sep sept oct nov dec ' +
    'u.s u.k e.u u.n p.r d.c a.m p.m ph.d z.b d.h bzw usw nr'
  ).split(' '),
);
/** Of those, the ones that may also end a sentence before a capital. */
const mayEnd = new Set('etc al inc ltd co corp plc llc u.s u.k e.u u.n d.c a.m p.m'.split(' '));
/** Words that open a sentence more often than they follow such an abbreviation. */
const sentenceOpeners =
  /^["“'‘(]?(?:The|This|That|These|Those|It|In|On|At|For|But|And|However|While|As|A|An|He|She|They|We|Since|After|Although|To|By|With|From|Its|Their)\b/;

/** A source in brackets behind a quotation ("… Denmark.” [p. 19] Although …") still belongs to its sentence. */
const boundary = /([.!?…]+)(["'”’»)\]]*(?:\s\[p{1,2}\.\s?[\d–-]+\])?)(\s+)(?=["'“‘«([]*[\p{Lu}\p{N}])/gu;

/** Whether a full stop after `before` belongs to an abbreviation, an initial or a number rather than to a sentence. */
function isAbbreviation(before: string, after: string): boolean {
  const word = /(?:^|[\s("“'‘[/-])([\p{L}\p{N}.]+)$/u.exec(before)?.[1] ?? '';
  if (/^\p{Lu}$/u.test(word)) {
    // "J. Smith" is an initial; "vitamin C. The" ends a sentence.
    return !sentenceOpeners.test(after);
  }
  const plain = word.toLowerCase();
  if (abbreviations.has(plain)) return !(mayEnd.has(plain) && sentenceOpeners.test(after));
  // "U.S.", "a.o.": single letters with stops between.
  if (/^(?:\p{L}\.)+\p{L}$/u.test(word)) return !sentenceOpeners.test(after);
  // A list number: "1. Background".
  return /^\d{1,2}$/.test(word) && /^\s*$/.test(before.slice(0, before.length - word.length));
}

/** Splits a paragraph into sentences. The spans hold no blanks at their ends and leave nothing but blanks out. */
export function splitSentences(text: string): Span[] {
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
    if (stop === '.' && isAbbreviation(text.slice(start, at), after)) continue;
    // Inside an open bracket: "(see p. 4. The …)" stays whole only up to its closing bracket.
    push(end);
  }
  push(text.length);
  return spans;
}
