/** Which of the places compared a written sentence is on. Pure. */
import { namesPlace } from '../answer/question/question.ts';
import type { ShownSentence } from './shown.ts';

/**
 * The places that it names and cites; else those that it names ("Poland has none", out of the chapter on Germany); else
 * those it cites ("The ban was lifted"); else the chapter it cites, which the question did not name. One at least where
 * it cites anything.
 */
export function placesOf(
  text: string,
  cited: readonly ShownSentence[],
  compared: readonly string[],
): readonly string[] {
  const chapters = cited.map(({ passage }) => passage.chapter);
  const named = compared.filter((place) => namesPlace(text, place));
  const own = compared.filter((place) => chapters.includes(place));
  const both = named.filter((place) => own.includes(place));
  return [both, named, own].find((places) => places.length > 0) ?? chapters.slice(0, 1);
}
