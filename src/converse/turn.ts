/** A follow-up and the turn before it, each read once. Pure. */

import type { Gazetteer } from '../answer/question/gazetteer.ts';
import { analyseQuestion, namesPlace } from '../answer/question/question.ts';
import type { Language } from '../core/language.ts';
import type { Turn } from '../wire/types.ts';
import { withoutEnd, withoutOpening } from './words.ts';

/** The question to be understood. */
export interface FollowUp {
  /** As it was asked. */
  asked: string;
  /** Without its opening "and" and the marks that end it. */
  text: string;
  /** Places that it names, in its order. */
  places: string[];
}

/** A question as it was understood, and what was answered. */
export interface PreviousTurn {
  /** In full: a follow-up as it was resolved. */
  question: string;
  /** The answer's sentences without citation marks; empty where there was none. */
  answer: string;
  /** Places that the question names, in its order. */
  places: string[];
  /** The chapter that a name in it points to, where it names no place. */
  impliedPlaces: string[];
}

/** How answers that say there is none begin. */
const notFound = /^the report does not answer this\b/i;

/** An answer without "[1]", or nothing where it says that there is none. */
function plainAnswer(answer: string): string {
  if (notFound.test(answer)) return '';
  return answer
    .replace(/\s+/g, ' ')
    .replace(/ ?\[\d+(?:[,–-] ?\d+)*\]/g, '')
    .trim();
}

/** The places a question names by a word of theirs, EU left out where it names others. */
function placesIn(
  text: string,
  gazetteer: Gazetteer,
  language: Language,
): Pick<PreviousTurn, 'places' | 'impliedPlaces'> {
  const { chapters, countriesWithoutChapter } = analyseQuestion(text, gazetteer, language);
  const named = [...chapters, ...countriesWithoutChapter].filter((name) => namesPlace(text, name));
  const countries = named.filter((name) => name !== 'EU');
  return {
    places: countries.length > 0 ? countries : named,
    impliedPlaces: chapters.filter((name) => !namesPlace(text, name)),
  };
}

export function readFollowUp(asked: string, gazetteer: Gazetteer, language: Language): FollowUp {
  const text = withoutEnd(withoutOpening(asked));
  return { asked, text, places: placesIn(text, gazetteer, language).places };
}

export function readTurn({ question, answer }: Turn, gazetteer: Gazetteer, language: Language): PreviousTurn {
  return { question, answer: plainAnswer(answer), ...placesIn(question, gazetteer, language) };
}
