/** An answer as plain text, for chat clients and language models. Pure. */

import { formatPages } from '../text/format-pages.ts';
import { originNotes } from '../text/origin-notes.ts';
import { tellCoverage } from '../text/tell-coverage.ts';
import { alsoPlaceOf, ocrNote, placeOf } from './places.ts';
import { tellRow } from './tell-row.ts';
import type { Answer, Citation, NearestPassage } from './types.ts';

export interface PlainOptions {
  /** Also names section and passage id, for readers that can ask for more, and prints the endnotes. */
  inFull?: boolean;
}

function showNotes({ notes, quote }: Citation): string[] {
  const others = notes.filter((note) => note.text !== quote);
  return others.map((note) => `    Note ${note.label}, ${formatPages([note.page])}: ${note.text}`);
}

function showDetails(citation: Citation, { inFull = false }: PlainOptions): string {
  const section = inFull && citation.section !== null ? ` — ${citation.section}` : '';
  const also = (citation.alsoIn ?? []).map((one) => alsoPlaceOf(citation, one, formatPages([one.page])));
  const restated = also.length === 0 ? '' : `; also ${also.join('; ')}`;
  const passage = inFull ? ` (passage ${citation.passageId})` : '';
  return `${placeOf(citation)}${section}${ocrNote(citation)}${restated}${passage}`;
}

function showSource(citation: Citation, options: PlainOptions): string {
  const notes = options.inFull ? showNotes(citation) : [];
  const row = tellRow(citation);
  const details = `[${citation.number}] ${showDetails(citation, options)}`;
  return [details, ...(row === undefined ? [] : [`    ${row}`]), ...notes].join('\n');
}

function showNearest(passage: NearestPassage, options: PlainOptions): string {
  return `- “${passage.quote}” (${passage.why})\n  ${showDetails(passage, options)}`;
}

/**
 * The lines below the answer: one per source, "[1] Germany, p. 84", or without an answer what is said elsewhere and the
 * nearest passages. Empty if there is none.
 */
export function showFootnotes(answer: Answer, options: PlainOptions = {}): string {
  if (answer.status === 'answered') {
    return answer.citations.map((citation) => showSource(citation, options)).join('\n');
  }
  const { elsewhere, nearest = [] } = answer;
  const there = elsewhere && `Elsewhere:\n- “${elsewhere.quote}”\n  ${showDetails(elsewhere, options)}`;
  const near = nearest.map((passage) => showNearest(passage, options));
  const list = near.length > 0 ? ['The nearest passages, which do not answer it:', ...near].join('\n') : '';
  return [there ?? '', list].filter((part) => part !== '').join('\n\n');
}

/** Remarks above the answer: how a follow-up was understood, how complete the answer is, and warnings. */
export function showRemarks({ resolvedQuestion, sentences, coverage, warnings }: Answer): string[] {
  const understood = resolvedQuestion === undefined ? [] : [`Understood as: ${resolvedQuestion}`];
  const complete = coverage === undefined ? [] : [tellCoverage(coverage)];
  const notes = originNotes(sentences.map(({ origin }) => origin));
  return [...understood, ...complete, ...notes, ...warnings.map(({ message }) => `Warning: ${message}`)];
}

/** Remarks, the answer with [1] after each sentence, and the sources below. */
export function showPlainAnswer(answer: Answer, options: PlainOptions = {}): string {
  const parts = [showRemarks(answer).join('\n'), answer.answer, showFootnotes(answer, options)];
  return parts.filter((part) => part !== '').join('\n\n');
}
