/** Settles what is answered: whether at all, with which sentences, and what is reckoned of them. */
import type { Warning } from '../core/types.ts';
import { abstention } from './answer-numbers.ts';
import type { AnswerOptions } from './answer-options.ts';
import { choose } from './choose/choose-answer.ts';
import { type Decision, decide, type Findings } from './choose/decide.ts';
import { answerModel } from './choose/linear-model.ts';
import type { QuestionAnalysis } from './question/question.ts';
import type { Choice } from './quote.ts';
import type { ReadFindings } from './read-found.ts';
import { type Reckoning, reckon } from './reckon/reckon.ts';
import { reckonTerm } from './reckon/reckon-term.ts';
import type { Found } from './search-question.ts';
import type { Asked } from './understand.ts';

export interface Settled {
  decision: Decision;
  /** Nothing is chosen where the question is not answered. */
  choice: Choice;
  reckoning: Reckoning | undefined;
  warnings: Warning[];
}

/** The decision on a question that seemed answered until nothing was found to quote. */
function ruleOut({ confidence }: Decision): Decision {
  return { confidence: Math.min(confidence, abstention.ruledOut), reason: 'not-stated' };
}

const warnOfAbsentName = (name: string, documents: number): Warning => ({
  code: 'not-mentioned',
  message: `${documents > 1 ? 'No report mentions' : 'The report does not mention'} “${name}”.`,
});

/** What a term of the question's trade stands for, reckoned of the sentences found for its parts. */
function reckonOfTerm({ reckoned }: QuestionAnalysis, { parts = [] }: Findings): Reckoning | undefined {
  return (
    reckoned &&
    reckonTerm(
      reckoned,
      parts.map((part) => part.candidates),
    )
  );
}

export async function settle(
  asked: Asked,
  { analysis, encoding }: Found,
  { outright, findings, ownParts }: ReadFindings,
  options: AnswerOptions,
): Promise<Settled> {
  const { model = answerModel, answerRate } = options;
  const decided: Decision =
    outright === undefined
      ? decide(analysis, findings, model, answerRate)
      : { confidence: outright.confidence };
  const choosePlainly = async (): Promise<Choice> => {
    if (decided.reason !== undefined) return { chosen: [] };
    const ofOwnParts = { ...findings, parts: ownParts };
    return choose(analysis, encoding, ofOwnParts, { ...options, beyond: asked.resolved?.beyond ?? [] });
  };
  const plainly = outright ?? (await choosePlainly());
  const ofTerm = reckonOfTerm(analysis, findings);
  // Where it is reckoned, its figures are the answer.
  const choice: Choice = ofTerm && plainly.chosen.length > 0 ? { chosen: ofTerm.rows } : plainly;
  const isFound = choice.chosen.length > 0;
  const { absentNames = [], candidates } = findings;
  const ofNames = isFound ? absentNames.map((name) => warnOfAbsentName(name, asked.documents.length)) : [];
  return {
    decision: isFound || decided.reason !== undefined ? decided : ruleOut(decided),
    choice,
    reckoning:
      choice.groups === undefined ? (ofTerm ?? reckon(analysis, choice.chosen, candidates)) : undefined,
    warnings: [...(choice.warning === undefined ? [] : [choice.warning]), ...ofNames],
  };
}
