/** The result of checking a written sentence, as text. Pure. */

import { wrapText } from '../../text/wrap-text.ts';
import { ocrNote, placeOf } from '../../wire/places.ts';
import type { CheckedSentence, Citation } from '../../wire/types.ts';
import type { Screen } from '../terminal.ts';

/** A citation's place, with how sure it is where it was read by OCR. */
export function nameOf(citation: Citation): string {
  return `${placeOf(citation)}${ocrNote(citation)}`;
}

const quoteOf = ({ quote }: Pick<Citation, 'quote'>) => `“${quote}”`;

/** "Germany, p. 84: “…”", one per place, below an introduction. */
function showPlaces(places: readonly Citation[], screen: Screen, indent: string, lead = ''): string[] {
  return places.map((one, index) =>
    wrapText(
      `${index === 0 ? lead : ''}${nameOf(one)}: ${quoteOf(one)}`,
      screen.width,
      `${indent}  `,
      indent,
    ),
  );
}

/** The problems, one line each: `“25,000”: not in the passage`. */
export function describeProblems({ problems, elsewhere }: CheckedSentence): string[] {
  return problems.map(({ kind, text, reason }) =>
    kind === 'page' && elsewhere !== undefined
      ? `not supported by ${text}, but by ${nameOf(elsewhere)}`
      : `“${text}”: ${reason}`,
  );
}

/** The report's sentences that support it or that it was compared with; `lead` says which. */
export function evidenceOf({ verdict, citation, further = [], elsewhere }: CheckedSentence): {
  places: readonly Citation[];
  lead: string;
} {
  if (elsewhere !== undefined) return { places: [elsewhere], lead: '' };
  if (citation === undefined) return { places: [], lead: '' };
  return { places: [citation, ...further], lead: verdict === 'supported' ? '' : 'nearest: ' };
}

export function showEvidence(checked: CheckedSentence, screen: Screen, indent: string): string[] {
  const { places, lead } = evidenceOf(checked);
  return showPlaces(places, screen, indent, lead);
}

/** The other sentences of the report that are near one that is not supported. */
export function showNearest({ nearest = [] }: CheckedSentence, screen: Screen, indent: string): string[] {
  return showPlaces(nearest, screen, indent, 'also near: ').map((line) => screen.paint('dim', line));
}
