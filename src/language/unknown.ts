/** A language of which no part is known. Pure. */
import type { Language } from '../core/language.ts';

/** @param name what an English message calls it. */
export function unknownLanguage(tag = 'und', name = 'another language'): Language {
  return { tag, name };
}
