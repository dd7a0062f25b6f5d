/** Explains why a question is not answered, and why each of the nearest passages falls short. */
import type { PassageStore } from '../core/passage-store.ts';
import type { Passage } from '../core/types.ts';
import { indexedText } from '../search/indexed-text.ts';
import { countNoun } from '../text/count-noun.ts';
import { joinNames } from '../text/join-names.ts';
import type { Answer, NearestPassage, NotFoundReason } from '../wire/types.ts';
import { type Findings, nameThingAsked } from './choose/decide.ts';
import { type Candidate, keyOf } from './choose/select.ts';
import { answersType } from './choose/slots.ts';
import { citeSentence, fetchWorks } from './cite.ts';
import { type QuestionAnalysis, yearsIn } from './question/question.ts';

/** The content words of a question, to show what was looked for. */
function contentWords({ text, language }: Pick<QuestionAnalysis, 'text' | 'language'>): string[] {
  const words = text.match(/[\p{L}\p{N}][\p{L}\p{N}'’.-]*/gu) ?? [];
  const plain = words.map((word) => word.replace(/['’]s$|[.'’-]+$/gu, '')).filter((word) => word.length > 1);
  return [...new Set(plain.filter((word) => language.questions?.emptyWord.test(word) !== true))].slice(0, 8);
}

function lookedFor(analysis: QuestionAnalysis): string[] {
  const thing = nameThingAsked(analysis.answerType);
  return [...contentWords(analysis), ...(thing === null ? [] : [thing])];
}

type Explanation = NonNullable<Answer['explanation']>;

/**
 * "Germany does not answer this: …", where that alone was searched; else "The report …", or of several "None of the 11
 * reports …".
 * @param documents how many were searched.
 */
export function tellRefusal({ scope, stoppedBecause }: Explanation, documents: number): string {
  if (scope === undefined && documents > 1)
    return `None of the ${countNoun(documents, 'report')} answers this: ${stoppedBecause}.`;
  const names = scope ?? ['The report'];
  return `${joinNames(names)} ${names.length === 1 ? 'does' : 'do'} not answer this: ${stoppedBecause}.`;
}

/** What was narrowed to was named just before. Of what was searched it says no more than that nothing was found near. */
export function tellOffTopic(scope: readonly string[] | undefined): string {
  return `no passage${scope === undefined ? '' : ' there'} comes near what is asked`;
}

/** Who lacks something, for "… has no chapter on Norway": behind the name of what was searched "it". */
function whoLacks(
  scope: readonly string[] | undefined,
  documents: number,
): { has: string; mentions: string } {
  if (documents > 1) return { has: 'no report has a', mentions: 'no report mentions' };
  const one = scope === undefined ? 'the report' : 'it';
  return { has: `${one} has no`, mentions: `${one} does not mention` };
}

/** The reason that is told where the best passage has all that is asked but the year. */
function tellOtherYears(analysis: QuestionAnalysis, best: Candidate | undefined): string | undefined {
  const other = best && findOtherYears(analysis, best);
  return other && `the closest passage speaks of ${joinNames(other)}, not of ${joinNames(analysis.years)}`;
}

/** What was searched. */
export interface Searched {
  /** What the question was narrowed to, in words; undefined where all was searched. */
  scope?: readonly string[] | undefined;
  /** How many documents. */
  documents: number;
}

/** The explanation of a not-found answer. */
export function explainNotFound(
  analysis: QuestionAnalysis,
  reason: NotFoundReason,
  { candidates, absentNames = [] }: Pick<Findings, 'candidates' | 'absentNames'>,
  { scope, documents }: Searched,
): Explanation {
  const who = whoLacks(scope, documents);
  const thing = nameThingAsked(analysis.answerType);
  const place =
    analysis.chapters.length > 0 && scope === undefined ? ` for ${joinNames(analysis.chapters)}` : '';
  const stoppedBecause: Record<NotFoundReason, string> = {
    'off-topic': tellOffTopic(scope),
    'no-chapter': `${who.has} chapter on ${joinNames(analysis.countriesWithoutChapter, 'or')}`,
    'not-mentioned': `${who.mentions} ${joinNames(absentNames, 'or')}`,
    'not-stated':
      tellOtherYears(analysis, candidates[0]) ??
      (thing !== null &&
      !candidates.slice(0, 3).some((one) => answersType(one.sentence, analysis, one.language))
        ? `the closest passages give no ${thing.replace(/^an? /, '')}${place} for what is asked`
        : `no passage${place} says what is asked closely enough to be quoted as an answer`),
  };
  return {
    lookedFor: lookedFor(analysis),
    stoppedBecause: stoppedBecause[reason],
    ...(scope && { scope: [...scope] }),
  };
}

/** Words of the question that are not in a text, compared by their first five letters. */
export function missingWords(
  analysis: Pick<QuestionAnalysis, 'text' | 'language'>,
  passage: Passage,
): string[] {
  const texts = [passage.chapter, passage.section ?? '', ...passage.sentences.map(indexedText)];
  const lower = texts.join(' ').toLowerCase();
  return contentWords(analysis).filter((word) => !lower.includes(word.toLowerCase().slice(0, 5)));
}

/**
 * The years that a sentence speaks of, where it has all that is asked but the year: its passage has every other word of
 * the question and none of its years.
 */
function findOtherYears(
  analysis: QuestionAnalysis,
  { passage, sentence }: Candidate,
): readonly string[] | undefined {
  const { years } = analysis;
  const own = yearsIn(indexedText(sentence));
  const missing = missingWords(analysis, passage);
  const lacksOnlyYears = missing.length === years.length && missing.every((word) => years.includes(word));
  return years.length > 0 && own.length > 0 && lacksOnlyYears ? own : undefined;
}

/** Of a passage that has but one word of the question, or less than half of them, it is not said that it is on the topic. */
function isOnTopic(analysis: QuestionAnalysis, missing: readonly string[]): boolean {
  const asked = contentWords(analysis).length;
  const found = asked - missing.length;
  return missing.length === 0 || (found > 1 && found >= missing.length);
}

function whyShort(analysis: QuestionAnalysis, candidate: Candidate): string {
  const other = findOtherYears(analysis, candidate);
  if (other !== undefined) return `speaks of ${joinNames(other)}, not of ${joinNames(analysis.years)}`;
  const thing = nameThingAsked(analysis.answerType);
  const missing = missingWords(analysis, candidate.passage);
  const lacksThing = thing !== null && !answersType(candidate.sentence, analysis, candidate.language);
  if (lacksThing && isOnTopic(analysis, missing)) {
    return `on the topic, but gives no ${thing.replace(/^an? /, '')}`;
  }
  return missing.length > 0
    ? `does not speak of ${joinNames(
        missing.slice(0, 3).map((word) => `“${word}”`),
        'or',
      )}`
    : 'close in wording, but does not say it';
}

const nearestCount = 3;

/** The closest passages, one sentence each, with why it is not the answer. */
export async function nearestPassages(
  analysis: QuestionAnalysis,
  candidates: readonly Candidate[],
  store: PassageStore,
): Promise<NearestPassage[]> {
  const nearest: Candidate[] = [];
  // Two editions have a sentence alike; once is enough.
  const isNear = ({ passage, sentence }: Candidate) =>
    nearest.some((one) => one.passage.id === passage.id || keyOf(one.sentence.text) === keyOf(sentence.text));
  for (const candidate of candidates) {
    if (!isNear(candidate)) nearest.push(candidate);
    if (nearest.length === nearestCount) break;
  }
  const works = await fetchWorks(nearest, store);
  return nearest.map((candidate, index) => ({
    ...citeSentence(index + 1, candidate.passage, candidate.sentence, works),
    why: whyShort(analysis, candidate),
  }));
}
