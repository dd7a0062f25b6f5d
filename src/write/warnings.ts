/** What the reader of a written answer is told about its making. Pure. */

import type { VerseError } from '../core/errors.ts';
import type { Warning } from '../core/types.ts';
import { countNoun } from '../text/count-noun.ts';

const quotedInstead = "The answer is the report's own sentences.";

/** The model gave nothing: quotations stand for it. */
export function failedWarning(failure: VerseError): Warning {
  return { code: 'chat-failed', message: `${failure.sentence} ${quotedInstead}` };
}

/** The model stopped when some of it was told. */
export function brokeOffWarning(failure: VerseError): Warning {
  const rest = "What it had written by then is checked; after it come the report's own sentences.";
  return { code: 'chat-broke-off', message: `${failure.sentence} ${rest}` };
}

/** Nothing that the model wrote could be verified, or it wrote nothing. */
export function unsupportedWarning(chat: string, sentenceCount: number): Warning {
  const problem =
    sentenceCount === 0 ? `${chat} wrote nothing.` : `The passages carry nothing of what ${chat} wrote.`;
  return { code: 'chat-unsupported', message: `${problem} ${quotedInstead}` };
}

/** All that was found gives orders to the model. */
export const nothingShownWarning: Warning = {
  code: 'chat-failed',
  message: `There was nothing to show the language model. ${quotedInstead}`,
};

/** Some of it could not. */
export function leftOutWarnings(count: number): Warning[] {
  if (count === 0) return [];
  const are = count === 1 ? 'is' : 'are';
  const message = `${countNoun(count, 'sentence')} of the language model ${are} left out: the passages do not carry ${count === 1 ? 'it' : 'them'}.`;
  return [{ code: 'sentences-left-out', message }];
}

/** A document found tries to talk to the model. */
export function orderWarnings(chapters: readonly string[]): Warning[] {
  if (chapters.length === 0) return [];
  const place = [...new Set(chapters)].join(', ');
  const message = `Text that gives orders to language models was found (${place}); it was kept from the model.`;
  return [{ code: 'orders-in-document', message }];
}

/** Of a comparison the places that quotations had to stand in for. */
export function quotedPlacesWarnings(chat: string, places: readonly string[]): Warning[] {
  if (places.length === 0) return [];
  const message = `${chat} wrote nothing on ${places.join(', ')} that the passages carry: the report's own sentences stand there.`;
  return [{ code: 'places-quoted', message }];
}

/** Of a comparison the places on which something was found, that the model says is no answer. */
export function refusedPlacesWarnings(chat: string, places: readonly string[]): Warning[] {
  if (places.length === 0) return [];
  const message = `${chat} found no answer for ${places.join(', ')} in the passages that come nearest.`;
  return [{ code: 'places-not-stated', message }];
}
