/** The inputs of the premise model: signs that a sentence denies what a question takes for granted. Pure. */
import type { Candidate } from '../choose/candidate.ts';
import {
  type Contradiction,
  type MatchedCandidate,
  matchCandidate,
  same,
  strongestCue,
  strongestOpposite,
} from './match-candidate.ts';
import type { PremiseQuestion } from './question.ts';

/** The inputs in their fixed order; all but the first two are about 0..1. */
export const premiseInputs = [
  'score',
  'lead',
  'isBest',
  'windowCoverage',
  'share',
  'denial',
  'denialReach',
  'listDenial',
  'turnReach',
  'limitReach',
  'persistenceReach',
  'opposite',
  'voteSide',
  'figureSwapped',
  'yearSwapped',
  'yearsMissing',
  'nameSwapped',
  'countrySwapped',
  'allToSome',
  'questionTurns',
  'questionNegated',
  'slotFilled',
  'slotMissing',
  'reasonFilled',
  'reasonMissing',
  'chapterOther',
  'affirmedElsewhere',
  'note',
  'answers',
  'passageAnswers',
  'denies',
  'unread',
] as const;

export type PremiseInput = (typeof premiseInputs)[number];
export type PremiseFeatures = Record<PremiseInput, number>;

/** A sentence's inputs, with the words by which it may deny. */
export interface MeasuredPremise {
  candidate: Candidate;
  features: PremiseFeatures;
  matched: MatchedCandidate;
  cues: Record<'denial' | 'turn' | 'limit' | 'persistence' | 'opposite', Contradiction>;
}

/** How many of the best sentences are searched for one that affirms what another denies. */
const sentencesToAffirm = 5;
/** Lower logits count as this one. */
const leastLogit = -6;

const flag = (value: boolean) => (value ? 1 : 0);

/** The sentence and its neighbours, in lower case. */
function windowOf({ passage, index }: Candidate): string {
  const around = [index - 1, index, index + 1].flatMap((at) => passage.sentences[at]?.text ?? []);
  return around.join(' ').toLowerCase();
}

/** Whether figures, years, names or countries of the question are missing from a sentence that has others instead. */
function findSwaps({ read, names, analysis }: PremiseQuestion, { candidate, text }: MatchedCandidate) {
  const { throughout } = analysis.subjects;
  const window = windowOf(candidate);
  const isMissing = (item: string) => !window.includes(item);
  const hasOther = (found: ReadonlySet<string>, asked: ReadonlySet<string>) =>
    [...found].some((item) => !asked.has(item));
  const countriesOf = (words: typeof text.words) =>
    words.flatMap(({ country, lower }) =>
      country === undefined || throughout.has(lower) || country === candidate.passage.chapter
        ? []
        : [country],
    );
  const countries = countriesOf(read.words);
  const others = countriesOf(text.words);
  const otherName = text.words.some(
    ({ isName, country, lower }) =>
      isName && country === undefined && !throughout.has(lower) && !names.includes(lower),
  );
  const figures = [...read.figures].filter((figure) => /\d/.test(figure));
  // By first letters, so that "Sweden's" and "Swedish" match.
  const isNameMissing = names.some((name) => isMissing(name.slice(0, 5)));
  return {
    figureSwapped: flag(figures.some(isMissing) && hasOther(text.figures, read.figures)),
    yearSwapped: flag(analysis.years.some(isMissing) && hasOther(text.years, read.years)),
    nameSwapped: flag(isNameMissing && otherName),
    countrySwapped: flag(
      countries.some((name) => !others.includes(name)) && others.some((name) => !countries.includes(name)),
    ),
  };
}

/** Whether a sentence has all of the question's words that another one has: "milk prices are raised" says nothing of turkey's. */
function isOfTheSame({ matches }: MatchedCandidate, own: MatchedCandidate): boolean {
  return own.matches.every(({ likeness }, at) => likeness < same || (matches[at]?.likeness ?? 0) >= same);
}

/** The largest share of the question that another of the best sentences matches, on the same matter, without denying anything. */
function affirmedElsewhere(
  { analysis, turns }: PremiseQuestion,
  own: MatchedCandidate,
  all: readonly MatchedCandidate[],
): number {
  const affirming = all.slice(0, sentencesToAffirm).filter((other) => {
    const { candidate, text } = other;
    // If the question is about a ban, a ban affirms it.
    const denies = text.cues.some(({ kind }) => kind === 'denial' || (kind === 'turn' && !turns));
    const isElsewhere = candidate.features.chapterOther > 0;
    return (
      other !== own &&
      isOfTheSame(other, own) &&
      !denies &&
      !isElsewhere &&
      analysis.years.every((year) => candidate.sentence.text.includes(year))
    );
  });
  return Math.max(0, ...affirming.map(({ share }) => share));
}

function measurePremise(
  question: PremiseQuestion,
  matched: MatchedCandidate,
  all: readonly MatchedCandidate[],
): MeasuredPremise {
  const { candidate, text, share } = matched;
  const { features, sentence, score } = candidate;
  const { analysis } = question;
  const { questions } = analysis.language;
  const { premises } = candidate.language;
  const asksForNumber = ['amount', 'number', 'percentage'].includes(analysis.answerType);
  const best = all[0]?.candidate.score ?? score;
  const denies = flag(!question.isNegated);
  const cues = {
    denial: strongestCue('denial', matched),
    turn: strongestCue('turn', matched),
    limit: strongestCue('limit', matched),
    persistence: strongestCue('persistence', matched),
    opposite: strongestOpposite(question, matched),
  };
  const denial = denies * flag(cues.denial.from >= 0);
  const votes = [
    [analysis.text, sentence.text],
    [sentence.text, analysis.text],
  ] as const;
  return {
    candidate,
    matched,
    cues,
    features: {
      score: Math.max(leastLogit, score),
      lead: Math.max(leastLogit, score - best),
      isBest: flag(score === best),
      windowCoverage: features.windowCoverage,
      share,
      denial,
      denialReach: denies * cues.denial.strength,
      listDenial: denial * flag(questions?.choice.test(analysis.text) === true),
      turnReach: denies * flag(!question.turns) * cues.turn.strength,
      // "Only 2 %" answers a question for a share.
      limitReach: asksForNumber ? 0 : cues.limit.strength,
      persistenceReach: cues.persistence.strength,
      opposite: cues.opposite.strength,
      voteSide: flag(
        votes.some(([one, other]) => premises?.votesFor.test(one) === true && premises.against.test(other)),
      ),
      ...findSwaps(question, matched),
      yearsMissing: features.yearsMissing,
      allToSome: flag(
        question.asksForAll && text.words.some(({ lower }) => premises?.someWords.has(lower) === true),
      ),
      questionTurns: flag(question.turns),
      questionNegated: flag(question.isNegated),
      slotFilled: flag(features.numberFilled + features.dateFilled + features.personFilled > 0),
      slotMissing: flag(features.numberMissing + features.dateMissing + features.personMissing > 0),
      reasonFilled: features.reasonFilled,
      reasonMissing: features.reasonMissing,
      chapterOther: flag(features.chapterOther > 0 && features.summary === 0),
      affirmedElsewhere: affirmedElsewhere(question, matched, all),
      note: features.note,
      answers: features.answers,
      passageAnswers: features.passageAnswers,
      denies: Math.max(leastLogit, features.denies),
      unread: flag(features.read === 0),
    },
  };
}

/** Measures sentences against a question. @param candidates the best sentences, best first. */
export function measurePremises(
  question: PremiseQuestion,
  candidates: readonly Candidate[],
): MeasuredPremise[] {
  const all = candidates.map((candidate) => matchCandidate(question, candidate));
  return all.map((matched) => measurePremise(question, matched, all));
}
