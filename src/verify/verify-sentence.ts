/**
 * Decides whether a source supports a written sentence: by certain problems first, then by what the doubts weigh
 * together. Pure.
 */
import { logitOf, sigmoid } from '../answer/choose/linear-model.ts';
import type { Language } from '../core/language.ts';
import type { ClozeModel, Readers } from '../core/networks.ts';
import { type Alignment, align } from './alignment.ts';
import { findForeignMarkup } from './checks/check-markup.ts';
import { findProblems } from './checks/check-sentence.ts';
import { measureSentence, type NetworkSignals, type VerifyFeatures } from './features.ts';
import { doubtFillings, type FilledGap, readFilling } from './filled-gaps.ts';
import { findGaps } from './gaps.ts';
import { isVerbatim } from './is-verbatim.ts';
import { type Premise, toNearestPremise, toWholePremises } from './premises.ts';
import { restateDates } from './restate-dates.ts';
import { restateNumbers } from './restate-numbers.ts';
import { spellOutSource } from './spell-out-source.ts';
import { findUnsaid, joinNames } from './tell-problems.ts';
import type { Finding, SourceText, TellableProblem, Verification, VerifyProblem } from './verification.ts';
import { type VerifyModel, verifyModel } from './verify-model.ts';

/** All that is known about a sentence before the verdict. */
export interface Signals {
  alignment: Alignment;
  findings: readonly Finding[];
  /** The doubts of the cloze model. */
  fillings: readonly TellableProblem[];
  /** Empty where a certain problem was found. */
  features: VerifyFeatures;
}

/** What the cloze model says about each gap of the sentence. */
async function fillGaps(
  source: string,
  sentence: string,
  { cloze, language }: { cloze: ClozeModel; language: Language },
): Promise<FilledGap[]> {
  const fillings = findGaps(source, sentence, language).map(async (gap) =>
    readFilling(gap, source, sentence, await cloze.fill(source, gap.mentions, sentence, gap)),
  );
  return (await Promise.all(fillings)).filter((one) => one !== null);
}

/** Runs the networks on a sentence, with its numbers and dates as the sources write them. */
async function readSentence(
  alignment: Alignment,
  premises: readonly [Premise, ...Premise[]],
  nearest: string,
  { entailment, cloze }: Readers,
): Promise<NetworkSignals> {
  const sentence = restateDates(restateNumbers(alignment), alignment.source, alignment.language);
  const [{ text: first }] = premises;
  const entails = (text: string) => entailment.entails(text, sentence);
  const [logits, ofNearest, gaps] = await Promise.all([
    Promise.all(premises.map(({ text }) => entails(text))),
    // A source of one sentence is read once.
    nearest === first ? undefined : entails(nearest),
    fillGaps(first, sentence, { cloze, language: alignment.language }),
  ]);
  const ofWhole = Math.max(...logits);
  return { whole: ofWhole, nearest: ofNearest ?? ofWhole, gaps };
}

/**
 * What the rules find in a sentence, and, unless that includes a certain problem, what the networks say. Most sentences
 * that are checked against a wrong passage have a certain problem, which spares the slower networks.
 * @param given the sources, one at least.
 * @throws VerseError `model-missing`, `model-damaged`.
 */
export async function gatherSignals(
  sentence: string,
  given: readonly SourceText[],
  readers: Readers,
): Promise<Signals> {
  const sources = given.map(spellOutSource);
  const markup = findForeignMarkup(sentence, sources);
  const alignment = align(markup.plain, sources);
  const findings = [...markup.findings, ...findProblems(alignment)];
  if (findings.some(({ isCertain }) => isCertain)) return { alignment, findings, fillings: [], features: {} };
  const premises = toWholePremises(alignment, sources);
  const signals = await readSentence(alignment, premises, toNearestPremise(alignment, sources), readers);
  // A long source has almost any word somewhere: what counts is the stretch that has most of them. So claims of which a long
  // source says nothing are told from those that it carries with an area of .914 for .900 (workshop/tune/make-pairs.ts).
  const [best] = premises;
  const read = premises.length === 1 ? alignment : align(alignment.sentence, best.sources);
  const features = measureSentence(findings, signals, read);
  return { alignment, findings, fillings: doubtFillings(signals.gaps, sentence), features };
}

const toProblem = ({ kind, text, reason }: VerifyProblem): VerifyProblem => ({ kind, text, reason });

/**
 * The doubts to report, strongest first: two at most, since the weaker ones are often wrong, and one for each wording.
 */
function tellDoubts({ findings, fillings, alignment }: Signals): VerifyProblem[] {
  const doubts = [...findings, ...fillings]
    .sort((a, b) => b.strength - a.strength)
    .filter(({ text }, at, all) => all.findIndex((other) => other.text === text) === at)
    .slice(0, 2);
  return doubts.length > 0 ? joinNames(doubts.map(toProblem), alignment) : findUnsaid(alignment);
}

/** The verdict: a certain problem decides, or else the model's score. */
export function judge(evidence: Signals, model: VerifyModel = verifyModel): Verification {
  const { findings, features } = evidence;
  const certain = findings.filter(({ isCertain }) => isCertain);
  if (certain.length > 0) {
    const isQuotation = certain.some(({ kind }) => kind === 'quotation');
    return {
      verdict: isQuotation ? 'altered-quotation' : 'unsupported',
      problems: joinNames(certain.map(toProblem), evidence.alignment),
      score: 0,
    };
  }
  const score = sigmoid(logitOf(model.weights, features));
  if (score >= model.threshold) return { verdict: 'supported', problems: [], score };
  return { verdict: 'unsupported', problems: tellDoubts(evidence), score };
}

/**
 * Checks a sentence against the texts that it cites; one that is copied from them is supported without more.
 * @param sources one text at least; together they must support the sentence.
 * @throws VerseError `model-missing`, `model-damaged`.
 */
export async function verifySentence(
  sentence: string,
  sources: readonly SourceText[],
  readers: Readers,
): Promise<Verification> {
  if (isVerbatim(sentence, sources)) return { verdict: 'supported', problems: [], score: 1 };
  return judge(await gatherSignals(sentence, sources, readers));
}
