/** The refusal of a question, a query or a sentence that is empty or too long. Pure. */
import { VerseError } from '../core/errors.ts';

/** @param remedy what to do with one that is too long. */
export function wrongLength(noun: string, text: string, remedy: string): VerseError {
  return text.trim() === ''
    ? new VerseError('bad-input', `The ${noun} is empty.`, 'Write it behind the command.')
    : new VerseError('bad-input', `The ${noun} must have 1 to 2,000 characters.`, remedy);
}
