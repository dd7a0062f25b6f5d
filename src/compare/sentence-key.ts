/** What of a sentence is compared. Pure. */
import { foldText } from '../text/fold-text.ts';

/**
 * The same for two settings of one sentence: case, quotation marks, blanks and hyphens within words do not count, since a new
 * setting breaks lines elsewhere. Digits do.
 */
export function sentenceKey(text: string): string {
  return foldText(text).replace(/(?<=\p{L})-(?=\p{L})/gu, '');
}

/** The words of a sentence's key; "1,335.5" is one. */
export function wordsOfKey(key: string): string[] {
  return key.match(/[\p{L}\p{N}]+(?:[.,'][\p{L}\p{N}]+)*/gu) ?? [];
}
