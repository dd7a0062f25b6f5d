/** An invalid request as an error for the assistant's caller. */

import { VerseError } from '../core/errors.ts';
import { fieldErrors, type Issue, listFieldErrors } from './bad-fields.ts';

/** VerseError `bad-input` that names each field: "limit: Must be at least 1." */
export function badRequest(issues: readonly Issue[]): VerseError {
  return new VerseError('bad-input', listFieldErrors(fieldErrors(issues), 'request'));
}
