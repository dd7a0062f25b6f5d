/** Warnings of a written answer. Pure. */

import type { VerseError } from '../core/errors.ts';
import type { Warning } from '../core/types.ts';
import { countNoun } from '../text/count-noun.ts';

const quotedInstead = "The answer is the report's own sentences.";

/** The model gave nothing, so quotations answer. Warnings go to every door, so they name no address. */
export function failedWarning(failure: VerseError): Warning {
  return { code: 'chat-failed', message: `${failure.sentenceAfar} ${quotedInstead}` };
}

/** The model stopped after part of the answer. */
export function brokeOffWarning(failure: VerseError): Warning {
  const rest = "What it had written by then is checked; after it come the report's own sentences.";
  return { code: 'chat-broke-off', message: `${failure.sentenceAfar} ${rest}` };
}

/** The model wrote nothing that could be verified. */
export function unsupportedWarning(chat: string, sentenceCount: number): Warning {
  const problem =
    sentenceCount === 0 ? `${chat} wrote nothing.` : `The passages support nothing of what ${chat} wrote.`;
  return { code: 'chat-unsupported', message: `${problem} ${quotedInstead}` };
}

/** All sentences found are instructions to the model. */
export const nothingShownWarning: Warning = {
  code: 'chat-failed',
  message: `There was nothing to show the language model. ${quotedInstead}`,
};

/** Some sentences could not be verified. */
export function leftOutWarnings(count: number): Warning[] {
  if (count === 0) return [];
  const are = count === 1 ? 'is' : 'are';
  const message = `${countNoun(count, 'sentence')} of the language model ${are} left out: the passages do not support ${count === 1 ? 'it' : 'them'}.`;
  return [{ code: 'sentences-left-out', message }];
}

/** A document found tries to talk to the model. */
export function orderWarnings(chapters: readonly string[]): Warning[] {
  if (chapters.length === 0) return [];
  const place = [...new Set(chapters)].join(', ');
  const message = `Text that gives orders to language models was found (${place}); it was kept from the model.`;
  return [{ code: 'orders-in-document', message }];
}

/** In a comparison, the places for which quotations had to answer. */
export function quotedPlacesWarnings(chat: string, places: readonly string[]): Warning[] {
  if (places.length === 0) return [];
  const message = `${chat} wrote nothing on ${places.join(', ')} that the passages support: the report's own sentences stand there.`;
  return [{ code: 'places-quoted', message }];
}

/** In a comparison, the places on which passages were found that the model says do not answer. */
export function refusedPlacesWarnings(chat: string, places: readonly string[]): Warning[] {
  if (places.length === 0) return [];
  const message = `${chat} found no answer for ${places.join(', ')} in the passages that come nearest.`;
  return [{ code: 'places-not-stated', message }];
}
