/** Says where the documents do speak of it, when what a question was narrowed to, or names, does not answer. */
import type { PassageFilter, PassageStore } from '../core/passage-store.ts';
import type { Passage } from '../core/types.ts';
import { joinNames } from '../text/join-names.ts';
import { placeOf } from '../wire/places.ts';
import type { Answer, Citation } from '../wire/types.ts';
import { termsOf } from './choose/sentence-profile.ts';
import { missingWords, tellOffTopic } from './explain.ts';
import { isWithin } from './question/name-scope.ts';
import { askWithoutNames, type QuestionAnalysis } from './question/question.ts';

/** Content words that a question must keep without the chapter's name to be asked of others. */
const leastTerms = 2;

/** A question that was not answered, asked of more. */
interface WiderQuestion {
  text: string;
  filter: PassageFilter;
  /** What alone does not answer, in words. */
  scope: readonly string[];
  isElsewhere(citation: Citation): boolean;
  /** Whether all its words must stand in the passage found: without the chapter's name it is another question. */
  isReworded: boolean;
}

/** The question without what narrows it; undefined where nothing does. A comparison asks of more than one place already. */
function widen(
  analysis: QuestionAnalysis,
  filter: PassageFilter,
  scope: readonly string[] | undefined,
): WiderQuestion | undefined {
  const { text, namedChapters, subjects, language } = analysis;
  const { chapters: _, places: _places, documents: _documents, ...rest } = filter;
  if (scope !== undefined) {
    const isElsewhere = (citation: Citation) => !isWithin(filter, citation);
    return { text, filter: rest, scope, isElsewhere, isReworded: false };
  }
  const [named] = namedChapters;
  if (named === undefined || namedChapters.length > 1 || analysis.isSweep || analysis.compared.length > 0) {
    return undefined;
  }
  const isElsewhere = ({ chapter }: Citation) => chapter !== named;
  const unnamed = askWithoutNames(text, [subjects.of(named)]);
  // "What is the capital of France?" asks nothing without France.
  if (termsOf(unnamed, language).size < leastTerms) return undefined;
  return { text: unnamed, filter, scope: [named], isElsewhere, isReworded: true };
}

/** How a wider question is asked. */
export interface AskOthers {
  /** Answers it from the passages that a filter lets through. */
  ask: (text: string, filter: PassageFilter) => Promise<Answer>;
  /** The passages from which it would be answered, which costs a tenth of that. */
  find: (text: string, filter: PassageFilter) => Promise<readonly Passage[]>;
}

/** Whether one of the passages has all words of a question. */
function holdsWhole(
  { text }: WiderQuestion,
  passages: Iterable<Passage>,
  { language }: QuestionAnalysis,
): boolean {
  return [...passages].some((passage) => missingWords({ text, language }, passage).length === 0);
}

function addTimings(one: Answer['timings'], other: Answer['timings']): Answer['timings'] {
  const sum = (key: keyof Answer['timings']) => Math.round((one[key] + other[key]) * 100) / 100;
  return {
    totalMs: sum('totalMs'),
    analyseMs: sum('analyseMs'),
    encodeMs: sum('encodeMs'),
    searchMs: sum('searchMs'),
    selectMs: sum('selectMs'),
    generateMs: sum('generateMs'),
  };
}

/**
 * Adds to a refusal the best place elsewhere that answers.
 * @param scope what the asker narrowed the question to, in words; undefined where nothing.
 */
export async function pointElsewhere(
  refusal: Answer,
  analysis: QuestionAnalysis,
  { filter, store }: { filter: PassageFilter; store: PassageStore },
  scope: readonly string[] | undefined,
  { ask, find }: AskOthers,
): Promise<Answer> {
  const wider = widen(analysis, filter, scope);
  if (wider === undefined || refusal.explanation === undefined) return refusal;
  if (wider.isReworded && !holdsWhole(wider, await find(wider.text, wider.filter), analysis)) return refusal;
  const found = await ask(wider.text, wider.filter);
  const timings = addTimings(refusal.timings, found.timings);
  const [elsewhere] = found.citations;
  if (elsewhere === undefined || !wider.isElsewhere(elsewhere)) return { ...refusal, timings };
  const cited = await store.passages([elsewhere.passageId]);
  if (wider.isReworded && !holdsWhole(wider, cited.values(), analysis)) return { ...refusal, timings };
  const stoppedBecause =
    refusal.reason === 'off-topic' ? tellOffTopic(wider.scope) : refusal.explanation.stoppedBecause;
  const explanation = { ...refusal.explanation, stoppedBecause, scope: [...wider.scope] };
  // Of what was not looked at it says nothing.
  const answer = `Not in ${joinNames(wider.scope)}. ${placeOf(elsewhere)} speaks of it.`;
  return { ...refusal, answer, explanation, elsewhere, timings };
}
