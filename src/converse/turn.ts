/** A follow-up and the turn before it, each read once. Pure. */

import type { Gazetteer } from '../answer/question/gazetteer.ts';
import { analyseQuestion } from '../answer/question/question.ts';
import type { FollowUpForms } from '../core/follow-up-forms.ts';
import type { Language } from '../core/language.ts';
import { namesSubject, type Subject } from '../subjects/subject.ts';
import type { FullQuestion } from './full-question.ts';
import { withoutEnd, withoutOpening } from './words.ts';

interface OfReport {
  /** Words for what all chapters speak of. */
  throughout: ReadonlySet<string>;
}

/** The question to be understood. */
export interface FollowUp extends OfReport {
  /** As it was asked. */
  asked: string;
  /** Without its opening "and" and the marks that end it. */
  text: string;
  /** Countries, companies or the like that it names, in its order. */
  places: Subject[];
  /** Whether it asks for all of a kind: "which countries". */
  isSweep: boolean;
}

/** A question as it was understood, and what was answered. */
export interface PreviousTurn extends OfReport {
  /** In full: a follow-up as it was resolved. */
  question: string;
  /** The questions that it was shown as, the latest last (`FullQuestion.asked`). */
  asked: readonly string[];
  /** The answer's sentences without citation marks; empty where there was none. */
  answer: string;
  /** Whether the question asks for all of a kind. */
  isSweep: boolean;
  /** Countries, companies or the like that the question names, in its order. */
  places: Subject[];
  /** Those that a name in it points to, where it names none. */
  impliedPlaces: Subject[];
}

/** An answer without "[1]", or nothing where it says that there is none. */
function plainAnswer(answer: string, forms: FollowUpForms): string {
  if (forms.notFound.test(answer)) return '';
  return answer
    .replace(/\s+/g, ' ')
    .replace(/ ?\[\d+(?:[,–-] ?\d+)*\]/g, '')
    .trim();
}

/** What a question asks for all of, and what it names by a word of theirs, a union left out where it names others. */
function placesIn(
  text: string,
  gazetteer: Gazetteer,
  language: Language,
): Pick<PreviousTurn, 'isSweep' | 'places' | 'impliedPlaces'> {
  const { isSweep, chapters, countriesWithoutChapter, subjects } = analyseQuestion(text, gazetteer, language);
  const all = [...chapters, ...countriesWithoutChapter].map(subjects.of);
  const named = all.filter((subject) => namesSubject(text, subject));
  const single = named.filter(({ kind }) => kind !== 'union');
  return {
    isSweep,
    places: single.length > 0 ? single : named,
    impliedPlaces: chapters.map(subjects.of).filter((subject) => !namesSubject(text, subject)),
  };
}

/** What both are read by: the language of the questions, and its way to follow up. */
export interface TurnReading {
  gazetteer: Gazetteer;
  language: Language;
  forms: FollowUpForms;
}

export function readFollowUp(asked: string, { gazetteer, language, forms }: TurnReading): FollowUp {
  const ended = withoutEnd(asked).replace(forms.closings, '');
  const text = withoutEnd(withoutOpening(ended === '' ? asked : ended, forms));
  const { throughout } = gazetteer.subjects;
  const { isSweep, places } = placesIn(text, gazetteer, language);
  return { asked, text, throughout, isSweep, places };
}

/** A turn whose question was understood so. */
export function readTurn(
  { text, asked }: FullQuestion,
  answer: string,
  { gazetteer, language, forms }: TurnReading,
): PreviousTurn {
  const { throughout } = gazetteer.subjects;
  return {
    question: text,
    asked,
    answer: plainAnswer(answer, forms),
    throughout,
    ...placesIn(text, gazetteer, language),
  };
}
