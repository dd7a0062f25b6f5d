/** Fits which sentences deny a question's premise, and from which logit they lead an answer or are quoted. Pure. */
import type { LinearModel } from '../../answer/choose/linear-model.ts';
import { rankSentences, type SentenceModels } from '../../answer/choose/rank-sentences.ts';
import { type MeasuredPremise, premiseInputs } from '../../answer/premise/features.ts';
import { readPremises, suspicionOf, unsuspicious } from '../../answer/premise/premise.ts';
import type { PremiseModel } from '../../answer/premise/premise-model.ts';
import { isSingleAnswered } from './fit-models.ts';
import type { LabelledQuestion } from './labelled.ts';
import { type Example, fitLogistic } from './logistic-regression.ts';
import { splitByChapter } from './measure-choice.ts';
import { round, roundModel } from './round.ts';

/** Strength of the penalty: 3, 5, 10 and 30 flag .36, .36, .34 and .31 of the false premises at the same rate of false alarms. */
const penalty = 5;
/** The shares of true questions that may be flagged: of plain ones, and of those written to be much like false ones. */
export const falseAlarmRates = { plain: 0.015, contrasted: 0.08 } as const;
/**
 * The share of plain questions whose most suspicious sentence is quoted without a warning, beside the best: at any rate up
 * to 1 dev holds the facts of as many plain questions, and of 2 false premises more.
 */
export const quoteRate = 0.5;
/** A neighbour of the correcting sentence may deny the premise too, so it counts less as a negative. */
const weightBesideCorrection = 0.3;

/** A question's sentences, measured and labelled. */
export interface PremiseExample {
  labelled: LabelledQuestion;
  isFalse: boolean;
  sentences: { measured: MeasuredPremise; corrects: boolean }[];
}

/** Measures the questions of one chapter that have an answer or a correction, as answering measures them. */
export function toPremiseExamples(
  questions: readonly LabelledQuestion[],
  models: SentenceModels,
): PremiseExample[] {
  return questions.filter(isSingleAnswered).map((labelled) => {
    const isFalse = labelled.question.kind === 'false-premise';
    const measured = readPremises(labelled.analysis, rankSentences(labelled.sentences, models));
    const sentences = measured.map((one) => {
      const { passage, index } = one.candidate;
      const own = labelled.sentences.find(
        (other) => other.passage.id === passage.id && other.index === index,
      );
      return { measured: one, corrects: isFalse && own?.isEvidence === true };
    });
    return { labelled, isFalse, sentences };
  });
}

function fitWeights(examples: readonly PremiseExample[]): LinearModel {
  const rows = examples.flatMap(({ isFalse, sentences }) =>
    sentences.map(
      ({ measured, corrects }): Example => ({
        inputs: premiseInputs.map((name) => measured.features[name]),
        label: corrects ? 1 : 0,
        weight: isFalse && !corrects ? weightBesideCorrection : 1,
      }),
    ),
  );
  return fitLogistic(premiseInputs, rows, penalty);
}

/** A question's most suspicious sentence, scored by a model not fitted on its chapter. */
interface Suspicion {
  example: PremiseExample;
  logit: number;
  corrects: boolean;
}

function suspect(example: PremiseExample, model: LinearModel): Suspicion {
  const scored = example.sentences.map(({ measured, corrects }) => ({
    example,
    corrects,
    logit: suspicionOf(measured, model),
  }));
  const [most] = scored.sort((a, b) => b.logit - a.logit);
  return most ?? { example, corrects: false, logit: unsuspicious };
}

function suspectAcross(examples: readonly PremiseExample[]): Suspicion[] {
  const exampleOf = new Map(examples.map((example) => [example.labelled, example]));
  const of = (questions: readonly LabelledQuestion[]) =>
    questions.flatMap((labelled) => exampleOf.get(labelled) ?? []);
  return splitByChapter(examples.map(({ labelled }) => labelled)).flatMap(({ training, out }) => {
    const model = fitWeights(of(training));
    return of(out).map((example) => suspect(example, model));
  });
}

/** A logit that at most this share of the suspicions reach: half way to the next. */
function reachedBy(rate: number, suspicions: readonly Suspicion[]): number {
  const logits = suspicions.map(({ logit }) => logit).sort((a, b) => b - a);
  const next = logits[Math.floor(rate * logits.length)] ?? unsuspicious;
  const last = logits.findLast((logit) => logit > next) ?? next + 1;
  return (next + last) / 2;
}

/**
 * Fits on all questions; the two logits and the scores of the card come from chapters that were left out.
 * @param plain questions of the main file.
 * @param contrasted false premises, and true ones much like them.
 */
export function fitPremise(
  plain: readonly PremiseExample[],
  contrasted: readonly PremiseExample[],
): PremiseModel {
  const examples = [...plain, ...contrasted];
  const suspicions = suspectAcross(examples);
  const isTrue = ({ example }: Suspicion) => !example.isFalse;
  const inPlain = new Set(plain);
  const ofPlain = suspicions.filter(({ example }) => inPlain.has(example));
  const ofContrasted = suspicions.filter(({ example }) => !inPlain.has(example));
  const flagFrom = Math.max(
    reachedBy(falseAlarmRates.plain, ofPlain.filter(isTrue)),
    reachedBy(falseAlarmRates.contrasted, ofContrasted.filter(isTrue)),
  );
  const shareFlagged = (list: readonly Suspicion[]) =>
    round(list.filter(({ logit }) => logit >= flagFrom).length / list.length);
  const isFalse = (one: Suspicion) => !isTrue(one);
  const flagged = suspicions.filter(({ example, logit }) => example.isFalse && logit >= flagFrom);
  return {
    card: {
      about:
        'A logistic regression: which sentence denies what the question takes for granted. The most likely one leads the answer, with a warning, from flagFrom on, and is quoted from quoteFrom on.',
      fittedBy: 'npm run tune -- --only premise',
      data: `${plain.length} questions of evals/fragmented-europe.jsonl and more-questions.jsonl, dev split, chapters that the encoder never saw, and of evals/reports, and ${contrasted.length} of evals/false-premises.jsonl and more-false-premises.jsonl; ${suspicions.filter(isFalse).length} of them have a false premise. Scores are cross-validated over chapters.`,
      scores: {
        flagged: shareFlagged(suspicions.filter(isFalse)),
        flaggedOfMainFile: shareFlagged(ofPlain.filter(isFalse)),
        flaggedByTheCorrection: round(flagged.filter(({ corrects }) => corrects).length / flagged.length),
        correctionFirst: round(
          suspicions.filter(({ corrects }) => corrects).length / suspicions.filter(isFalse).length,
        ),
        falseAlarms: shareFlagged(ofPlain.filter(isTrue)),
        falseAlarmsOfContrasted: shareFlagged(ofContrasted.filter(isTrue)),
      },
    },
    weights: roundModel(fitWeights(examples)),
    flagFrom: round(flagFrom, 4),
    quoteFrom: round(reachedBy(quoteRate, ofPlain.filter(isTrue)), 4),
  };
}
