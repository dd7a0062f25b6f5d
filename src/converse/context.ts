/** The topic of a turn in a few words, for a follow-up that does not repeat it. Pure. */
import type { FollowUpForms } from '../core/follow-up-forms.ts';
import { type FullQuestion, mostTelling } from './full-question.ts';
import { findNames } from './name-antecedents.ts';
import type { PreviousTurn } from './turn.ts';
import { contentWords, splitContext, topicOf, withoutEnd } from './words.ts';

/** The most names; more would blur the search. */
const mostNames = 3;

function splitSentences(text: string): string[] {
  return text.split(/(?<=[.!?]["”’)]?)\s+(?=["“‘(]?\p{Lu})/u);
}

/** Words by their first letters, so that "grow" matches "grown". */
function stemsOf(text: string, forms: FollowUpForms): Set<string> {
  return new Set(contentWords(text, forms).map((word) => word.toLowerCase().slice(0, 5)));
}

/** The sentence of the answer with most of the question's words; the first among equals. */
export function sentenceAnswering(
  { question, answer }: Pick<PreviousTurn, 'question' | 'answer'>,
  forms: FollowUpForms,
): string {
  const asked = stemsOf(question, forms);
  const shared = (sentence: string) => [...stemsOf(sentence, forms)].filter((stem) => asked.has(stem)).length;
  return splitSentences(answer).reduce((best, one) => (shared(one) > shared(best) ? one : best));
}

/** "firm building a battery factory in Portugal; CALB Group; Sines": the question's topic and names from its answer. */
export function contextOf(
  { question, answer, throughout }: PreviousTurn,
  followUp: string,
  forms: FollowUpForms,
): string {
  const { question: asked, held: earlier } = splitContext(question);
  const topic = topicOf(asked, forms);
  const said = `${topic}; ${earlier ?? ''}; ${followUp}`;
  const answering = sentenceAnswering({ question, answer }, forms);
  const names = findNames(answering, throughout, forms).filter((name) => !said.includes(name));
  return [topic, ...(earlier === undefined ? [] : [earlier]), ...names.slice(0, mostNames)].join('; ');
}

/** Appends to a question, before any context carried over. */
export function extendQuestion(question: string, more: string): string {
  const { question: plain, context } = splitContext(question);
  return `${plain}${more}${context}?`;
}

/** As a question begins. */
export const opened = (text: string): string => text.replace(/^./u, (letter) => letter.toUpperCase());

/**
 * A follow-up with its context appended.
 * @param shown it in English, where the words that are searched for are not.
 */
export function withContext(
  text: string,
  previous: PreviousTurn,
  forms: FollowUpForms,
  shown = `${opened(text)}?`,
): FullQuestion {
  return {
    text: `${opened(text)} (${contextOf(previous, text, forms)})?`,
    asked: [...mostTelling(previous.asked), shown],
  };
}

/** A follow-up behind the questions before it, as if all were asked at once. */
export function behindQuestions(text: string, { question, asked }: PreviousTurn): FullQuestion {
  const own = `${opened(text)}?`;
  return { text: `${withoutEnd(question)}? ${own}`, asked: [...mostTelling(asked), own] };
}
