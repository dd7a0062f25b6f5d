/** Holds the rules for what is said about the talk to turns by authors who did not know them: evals/talk.jsonl. */

import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { readDocumentQuestion } from '../answer/document/read-document-question.ts';
import { readSmallTalk } from '../answer/document/small-talk.ts';
import type { FollowUpForms } from '../core/follow-up-forms.ts';
import { english } from '../language/en/english.ts';
import { evalSplits } from '../workshop/evaluate/questions/eval-kinds.ts';
import { asksAbout, asksForMore } from './ask-again.ts';
import { withoutEnd, withoutOpening } from './words.ts';

interface Spoken {
  split: string;
  /** "question" where it asks what the report says, however it looks. */
  kind: string;
  turn: string;
}

const spoken = readFileSync(new URL('../../evals/talk.jsonl', import.meta.url), 'utf8')
  .split('\n')
  .filter((line) => line !== '')
  .map((line) => JSON.parse(line) as Spoken);

const { followUps } = english;
if (followUps === undefined) throw new Error('English has follow-ups.');
const forms: FollowUpForms = followUps;

/** As what a turn behind an answer is taken; a question where nothing is known of it. */
function kindOf(turn: string): string {
  const text = withoutEnd(withoutOpening(turn, forms));
  const followUp = { asked: turn, text, places: [], isSweep: false, throughout: new Set<string>() };
  const fact = readDocumentQuestion(turn, english, [], [])?.fact;
  const ofDocument = fact === 'chapters' ? 'chapters' : fact && 'document';
  const ofMore = asksForMore(followUp, forms) ? 'more' : undefined;
  return readSmallTalk(turn, english) ?? asksAbout(followUp, forms) ?? ofMore ?? ofDocument ?? 'question';
}

/** The least share that is known of dev, which the rules were made with, and of test. */
const leastKnown = { dev: 0.89, test: 0.67 };

describe.each(evalSplits)('what is said about the talk, of %s', (split) => {
  const own = spoken.filter((one) => one.split === split);

  it('is known as what it is', () => {
    const talk = own.filter(({ kind }) => kind !== 'question');
    const known = talk.filter(({ kind, turn }) => kindOf(turn) === kind);
    expect(talk.length).toBeGreaterThan(140);
    expect(known.length / talk.length).toBeGreaterThan(leastKnown[split]);
  });

  it('is never taken for a question for what the report says', () => {
    const questions = own.filter(({ kind }) => kind === 'question');
    expect(questions.length).toBeGreaterThanOrEqual(20);
    expect(questions.filter(({ turn }) => kindOf(turn) !== 'question')).toEqual([]);
  });
});
