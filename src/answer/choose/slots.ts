/** Typed spans in a sentence: amounts, percentages, numbers, dates, persons, reasons. Pure. */
import type { AnswerType } from '../question/question.ts';

const numberWords =
  'one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|twenty|thirty|forty|fifty|hundred|hundreds|thousand|thousands|dozens?|half|third|quarter|double[ds]?|tripled?|million|billion';
const figure = '\\d[\\d.,]*';

const patterns: Record<Exclude<AnswerType, 'other' | 'source'>, RegExp> = {
  amount: new RegExp(
    `(?:[€$£¥]|EUR|USD|US\\$|RMB|CNY|GBP|CHF|SEK|DKK|PLN|CZK|HUF)\\s?${figure}(?:\\s?(?:million|billion|trillion|thousand|bn|mn|m)\\b)?|${figure}\\s*(?:million|billion|trillion|bn|mn|thousand)?\\s*(?:euros?|dollars?|pounds?|yuan|kronor|krona|kroner|zloty|forints?|crowns?|EUR|USD|DKK|SEK|RMB|€)|${figure}\\s*(?:million|billion|trillion)\\b`,
    'giu',
  ),
  percentage: new RegExp(
    `${figure}\\s?(?:%|per ?cent|percent\\w*)|\\b(?:half|one[- ]third|two[- ]thirds|third|quarter|majority)\\b|\\b(?:tripled|doubled|quadrupled|(?:two|three|four|ten)fold)\\b`,
    'giu',
  ),
  number: new RegExp(`(?<![\\p{L}-])${figure}|\\b(?:${numberWords})\\b`, 'giu'),
  date: /\b(?:19|20)\d\d(?:s|\/\d\d)?\b|\b(?:January|February|March|April|May|June|July|August|September|October|November|December)\b|\b(?:spring|summer|autumn|winter)\b/giu,
  person: /\b\p{Lu}[\p{L}'’-]+(?:\s+(?:de|van|von|der|den|la|le))?\s+\p{Lu}[\p{L}'’-]+/gu,
  reason:
    /\b(?:because|due to|since|as a result|owing to|in order to|so that|driven by|reasons?|therefore|thus|given|aim(?:s|ed|ing)?|to (?:avoid|protect|reduce|ensure|prevent|boost|strengthen|secure|mitigate)|concerns?|fear\w*|motivated)\b/giu,
};

/** The spans of a type in a text. An amount asked for is also met by a bare figure with a unit word. */
export function findSlots(text: string, type: AnswerType): string[] {
  if (type === 'other' || type === 'source') return [];
  return text.match(patterns[type]) ?? [];
}

function fold(span: string): string {
  return span.toLowerCase().replace(/[^\p{L}\p{N}%]/gu, '');
}

/** Whether a text holds a span of the type that the question does not hold itself. */
export function fillsSlot(text: string, type: AnswerType, question: string): boolean {
  const asked = new Set(findSlots(question, type).map(fold));
  return findSlots(text, type).some((span) => !asked.has(fold(span)));
}
