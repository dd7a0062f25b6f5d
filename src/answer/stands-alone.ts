/** Tells whether a question that may follow the turns before it is rather one of its own, by both answers. Pure. */
import type { Answer } from '../wire/types.ts';
import { choice } from './answer-numbers.ts';
import { createShownTest } from './choose/resolved-question.ts';

type Weighed = Pick<Answer, 'status' | 'confidence'> & {
  sentences: readonly Pick<Answer['sentences'][number], 'text'>[];
};

/**
 * Whether the answer to the question alone holds.
 * @param apart that answer.
 * @param leaning the answer behind the turns before.
 * @param said the answers so far: what says nothing new beyond them is hardly asked for.
 */
export function standsAlone(apart: Weighed, leaning: Weighed, said: readonly string[]): boolean {
  const lead = apart.confidence - leaning.confidence;
  if (apart.confidence === 1 || lead > choice.leadOfAlone) return true;
  const isShown = createShownTest(said);
  const isRepeated = leaning.sentences.length > 0 && leaning.sentences.every(({ text }) => isShown(text));
  if (isRepeated && apart.status === 'answered' && lead > -choice.leadOfRepeated) return true;
  // Behind a question that is answered, one off the topic would seem to be, too.
  return apart.status === 'not-found' && leaning.confidence < choice.leastLeaning;
}
