/** Tells whether a question that may follow the turns before it is rather one of its own, by both answers. Pure. */
import type { Language } from '../core/language.ts';
import type { Answer } from '../wire/types.ts';
import { choice } from './answer-numbers.ts';
import { createShownTest } from './choose/resolved-question.ts';
import { termsOf } from './choose/sentence-profile.ts';

type Weighed = Pick<Answer, 'status' | 'confidence'> & {
  sentences: readonly Pick<Answer['sentences'][number], 'text'>[];
};

/** The question alone, and what was answered before it. */
export interface AskedAlone {
  question: string;
  language: Language;
  /** The answers so far: what says nothing new beyond them is hardly asked for. None where the question has a pronoun. */
  said: readonly string[];
}

const shareOf = <Item>(items: readonly Item[], is: (item: Item) => boolean): number =>
  items.length === 0 ? 0 : items.filter(is).length / items.length;

/** How many of the question's own words an answer has, as a share. */
function wordsHeld({ question, language }: AskedAlone, { sentences }: Weighed): number {
  const held = termsOf(sentences.map(({ text }) => text).join(' '), language);
  return shareOf([...termsOf(question, language)], (term) => held.has(term));
}

/**
 * Whether the answer to the question alone holds: where it is the surer by far; where it is nearly as sure and the other one
 * repeats what was said, or leaves out what is asked.
 * @param apart that answer.
 * @param leaning the answer behind the turns before.
 */
export function standsAlone(apart: Weighed, leaning: Weighed, asked: AskedAlone): boolean {
  const lead = apart.confidence - leaning.confidence;
  if (apart.confidence === 1 || lead > choice.leadOfAlone) return true;
  if (apart.status === 'not-found') {
    // Behind a question that is answered, one off the topic would seem to be, too.
    return leaning.confidence < choice.leastLeaning;
  }
  const { ownWords, saidBefore, leadOfRepeated } = choice;
  const isShown = createShownTest(asked.said);
  const repeated = shareOf(leaning.sentences, ({ text }) => isShown(text));
  if (repeated === 1 && lead > -leadOfRepeated) return true;
  if (repeated >= saidBefore.share && lead > -saidBefore.behind) return true;
  return lead > -ownWords.behind && wordsHeld(asked, apart) - wordsHeld(asked, leaning) >= ownWords.share;
}
