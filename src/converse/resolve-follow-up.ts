/**
 * Resolves a follow-up from the turns before it: "and in Poland?" becomes the previous question about Poland. By rules,
 * without a model; where they leave it open whether a question leans on what was said, both readings are given. Pure.
 */

import { beyondMark, type ResolvedQuestion } from '../answer/choose/resolved-question.ts';
import { readSmallTalk } from '../answer/document/small-talk.ts';
import type { Gazetteer } from '../answer/question/gazetteer.ts';
import type { FollowUpForms } from '../core/follow-up-forms.ts';
import type { Language } from '../core/language.ts';
import { namesSubject } from '../subjects/subject.ts';
import type { Turn } from '../wire/types.ts';
import { askSpeaker, asksAbout, asksForMore, showAbout } from './ask-again.ts';
import { askBare } from './ask-bare.ts';
import { carryContext } from './carry-context.ts';
import { comparePlaces } from './compare-places.ts';
import { behindQuestions, opened } from './context.ts';
import { findAnaphor } from './find-anaphor.ts';
import { type FullQuestion, plainQuestion, showFullQuestion, toResolved } from './full-question.ts';
import { findNames, namesWithin } from './name-antecedents.ts';
import { swapAspect } from './swap-aspect.ts';
import { swapPhrase } from './swap-phrase.ts';
import { swapPlace } from './swap-place.ts';
import { swapTime } from './swap-time.ts';
import { type FollowUp, type PreviousTurn, readFollowUp, readTurn, type TurnReading } from './turn.ts';
import { contentWords } from './words.ts';

/** A question that names more is taken to be one of its own, unless a rule says otherwise. */
const mostWordsInDoubt = 6;

type Rule = (
  followUp: FollowUp,
  previous: PreviousTurn,
  forms: FollowUpForms,
) => FullQuestion | string | null;

const pointBack: Rule = (followUp, previous, forms) => {
  const anaphor = findAnaphor(followUp, forms);
  // An "and" before a question of its own tells little.
  return anaphor === null || anaphor === 'opening' ? null : carryContext(followUp, anaphor, previous, forms);
};

/** In order: specific patterns first, then questions that only refer back. */
const rules: readonly Rule[] = [
  askSpeaker,
  askBare,
  comparePlaces,
  swapPlace,
  swapTime,
  swapPhrase,
  swapAspect,
  pointBack,
];

/** What a rule makes of a follow-up; a question that it rewrites is rewritten as it was shown, too. */
function applyRule(
  rule: Rule,
  followUp: FollowUp,
  previous: PreviousTurn,
  forms: FollowUpForms,
): FullQuestion | null {
  const made = rule(followUp, previous, forms);
  if (typeof made !== 'string') return made;
  const before = previous.asked.slice(0, -1);
  if (before.length === 0) return plainQuestion(made);
  const shown = rule(followUp, { ...previous, question: previous.asked.at(-1) ?? '' }, forms);
  return { text: made, asked: typeof shown === 'string' ? [...before, shown] : [made] };
}

/**
 * Whether a question may lean on what was said, though no rule says so: a short one that brings nothing new up by name. Behind
 * a question for all of a kind any question would be one for all of it, and surely answered.
 */
function mayLean(
  { text, places, throughout, isSweep }: FollowUp,
  previous: PreviousTurn,
  forms: FollowUpForms,
) {
  if (isSweep || previous.isSweep || contentWords(text, forms).length > mostWordsInDoubt) return false;
  const said = [...previous.asked, previous.question, previous.answer].join(' ');
  return (
    namesWithin(text, throughout, forms).every((name) => said.includes(name)) &&
    places.every((place) => namesSubject(said, place))
  );
}

/** How a follow-up is understood, and whether it may as well stand alone. */
interface Understanding {
  asked: FullQuestion;
  isDoubtful: boolean;
}

function understand(question: string, previous: PreviousTurn, reading: TurnReading): Understanding | null {
  const { forms } = reading;
  const ofNewTopic = question.replace(forms.newTopic, '');
  if (ofNewTopic !== question && ofNewTopic !== '')
    return { asked: plainQuestion(opened(ofNewTopic)), isDoubtful: false };
  const followUp = readFollowUp(question, reading);
  for (const rule of rules) {
    const made = applyRule(rule, followUp, previous, forms);
    if (made !== null) return { asked: made, isDoubtful: false };
  }
  if (!mayLean(followUp, previous, forms)) return null;
  return { asked: behindQuestions(followUp.text, previous), isDoubtful: true };
}

/** Whether two turns speak of the same by name: then the later one, in doubt, followed the earlier. */
function shareNames(previous: PreviousTurn, answer: string, forms: FollowUpForms): boolean {
  const { throughout, question, answer: said } = previous;
  const known = new Set(findNames(`${question} ${said}`, throughout, forms));
  return findNames(answer, throughout, forms).some((name) => known.has(name));
}

/** The talk so far: its last turn, what was shown for it, and how it was resolved. */
interface Talk {
  previous: PreviousTurn;
  /** The answers that "more" goes beyond. */
  shown: readonly string[];
  resolved: ResolvedQuestion;
}

function hear({ question, answer }: Turn, talk: Talk | undefined, reading: TurnReading): Talk | undefined {
  const { forms, language } = reading;
  if (readSmallTalk(question, language) !== undefined) return talk;
  const followUp = readFollowUp(question, reading);
  // A question about the answer does not change the topic.
  const isAbout = asksAbout(followUp, forms) !== undefined || forms.wording.isAbout(question);
  if (talk !== undefined && isAbout) return talk;
  if (talk !== undefined && (asksForMore(followUp, forms) || question.endsWith(beyondMark))) {
    const previous = readTurn({ text: talk.previous.question, asked: talk.previous.asked }, answer, reading);
    const shown = [...talk.shown, previous.answer];
    return { previous, shown, resolved: { ...talk.resolved, beyond: talk.shown } };
  }
  // A client may keep it as it was shown: then it did follow, and what is not at hand any more stands in it.
  const shown = forms.wording.readAfter(question);
  const understood = talk && understand(shown?.question ?? question, talk.previous, reading);
  const isSure = shown !== null || understood?.isDoubtful === false;
  const follows = talk !== undefined && (isSure || shareNames(talk.previous, answer, forms));
  const asked = shown === null ? [question] : [...shown.before, shown.question];
  const apart = { text: asked.join(' '), asked };
  const taken = follows ? (understood?.asked ?? apart) : apart;
  const previous = readTurn(taken, answer, reading);
  return { previous, shown: [previous.answer], resolved: toResolved(taken, forms) };
}

/**
 * The question in full, or null if it stands alone.
 * @param history earlier turns as asked, latest last; each is resolved from those before it.
 */
export function resolveFollowUp(
  question: string,
  history: readonly Turn[],
  gazetteer: Gazetteer,
  language: Language,
): ResolvedQuestion | null {
  const { followUps: forms } = language;
  if (forms === undefined || readSmallTalk(question, language) !== undefined) return null;
  const reading = { gazetteer, language, forms };
  const talk = history.reduce<Talk | undefined>((so, turn) => hear(turn, so, reading), undefined);
  if (talk === undefined) return null;
  const { previous, shown, resolved } = talk;
  const followUp = readFollowUp(question, reading);
  const about = asksAbout(followUp, forms);
  if (about !== undefined)
    return {
      ...resolved,
      about,
      shown: showAbout(about, showFullQuestion({ asked: previous.asked.slice(-1) }, forms), forms),
    };
  if (asksForMore(followUp, forms)) return { ...resolved, beyond: shown };
  const understood = understand(question, previous, reading);
  if (understood === null) return null;
  const resolvedNow = toResolved(understood.asked, forms);
  if (!understood.isDoubtful) return resolvedNow;
  // A pronoun leans on the turns before it also where they have told what it stands for.
  const said = forms.pronouns.test(question) ? [] : history.map(({ answer }) => answer);
  return { ...resolvedNow, orAlone: question, said };
}
