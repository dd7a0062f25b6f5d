/** Which of the compared places a written sentence is about. Pure. */
import { namesSubject, type Subject } from '../subjects/subject.ts';
import type { ShownSentence } from './shown.ts';

/**
 * The places that it names and cites; else those it names ("Poland has none", from the chapter on Germany); else those it
 * cites ("The ban was lifted"); else the chapter it cites, which the question did not name. At least one if it cites
 * anything.
 */
export function placesOf(
  text: string,
  cited: readonly ShownSentence[],
  compared: readonly Subject[],
): readonly string[] {
  const chapters = cited.map(({ passage }) => passage.chapter);
  const namesOf = (subjects: readonly Subject[]) => subjects.map(({ name }) => name);
  const named = namesOf(compared.filter((subject) => namesSubject(text, subject)));
  const own = namesOf(compared).filter((place) => chapters.includes(place));
  const both = named.filter((place) => own.includes(place));
  return [both, named, own].find((places) => places.length > 0) ?? chapters.slice(0, 1);
}
