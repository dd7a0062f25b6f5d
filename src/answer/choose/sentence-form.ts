/** The form of a sentence, as far as it matters for quoting it alone. Pure. */
import type { Language } from '../../core/language.ts';
import { countWords } from '../../text/count-words.ts';

type Cohesive = Pick<Language, 'cohesion'>;

/** Whether a sentence needs its predecessor to be understood. */
export function isDangling(text: string, { cohesion }: Cohesive): boolean {
  return cohesion?.pointsBack.test(text) === true && !cohesion.pointsAhead.test(text);
}

/** Whether a sentence qualifies or contradicts the one before it. */
export function takesBack(text: string, { cohesion }: Cohesive): boolean {
  return cohesion?.takesBack.test(text) === true;
}

/** Whether a text is a sentence at all: a heading, a name or a byline is not. */
export function isSentence(text: string): boolean {
  const withLetters = text.split(/\s+/).filter((word) => /\p{L}/u.test(word)).length;
  return countWords(text) >= 4 && withLetters >= 3 && /\p{Ll}/u.test(text);
}

/** Whether a text says who wrote a chapter, or drew its pictures. */
export function isByline(text: string, { cohesion }: Cohesive): boolean {
  return cohesion?.byline.test(text) === true;
}

/** Whether a text is a byline of authors rather than one of those who drew the pictures. */
export function namesAuthors(text: string, language: Cohesive): boolean {
  return isByline(text, language) && language.cohesion?.authors.test(text) === true;
}

/** Whether a text denies something. */
export function isNegated(text: string, { cohesion }: Cohesive): boolean {
  return cohesion?.negated.test(text) === true;
}
