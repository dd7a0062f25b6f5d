/** Whether a source carries a written sentence: certain problems first, then what the doubts weigh together. Pure. */
import { logitOf, sigmoid } from '../answer/linear-model.ts';
import type { Encoder } from '../seams.ts';
import { findProblems } from './check-sentence.ts';
import { type Comparison, compare } from './comparison.ts';
import { measureSentence, type VerifyFeatures } from './features.ts';
import { isVerbatim } from './is-verbatim.ts';
import { matchTokens, type TokenMatch } from './token-matches.ts';
import type { Finding, SourceText, Verification, VerifyProblem } from './verification.ts';
import { type VerifyModel, verifyModel } from './verify-model.ts';

/** What is known of a sentence before it is judged. */
export interface Evidence {
  comparison: Comparison;
  findings: readonly Finding[];
  tokens: readonly TokenMatch[];
  features: VerifyFeatures;
}

/** Reads a sentence against its source. */
export async function gatherEvidence(
  sentence: string,
  sources: readonly SourceText[],
  encoder: Encoder,
): Promise<Evidence> {
  const comparison = compare(sentence, sources);
  const findings = findProblems(comparison);
  const written = await encoder.encodePassage([sentence]);
  const given = await encoder.encodePassage(comparison.source);
  const tokens = matchTokens(written, given, encoder.dimensions);
  return { comparison, findings, tokens, features: measureSentence(comparison, findings, tokens) };
}

const toProblem = ({ kind, text, reason }: Finding): VerifyProblem => ({ kind, text, reason });

/** Where no rule has found anything: the words that the source is farthest from. */
function findFarthest(tokens: readonly TokenMatch[]): VerifyProblem[] {
  const [farthest] = [...tokens].sort((a, b) => a.cosine - b.cosine);
  if (farthest === undefined) return [];
  return [{ kind: 'content', text: farthest.word, reason: 'nothing like it in the passage' }];
}

/** The doubts that weighed, gravest first: two at most, as the lesser ones are often wrong. */
function tellDoubts(findings: readonly Finding[], tokens: readonly TokenMatch[]): VerifyProblem[] {
  const doubts = [...findings].sort((a, b) => b.strength - a.strength).slice(0, 2);
  return doubts.length > 0 ? doubts.map(toProblem) : findFarthest(tokens);
}

/** The verdict on what was gathered. */
export function judge(
  { findings, tokens, features }: Evidence,
  model: VerifyModel = verifyModel,
): Verification {
  const certain = findings.filter(({ isCertain }) => isCertain);
  if (certain.length > 0) {
    const isQuotation = certain.some(({ kind }) => kind === 'quotation');
    return {
      verdict: isQuotation ? 'altered-quotation' : 'unsupported',
      problems: certain.map(toProblem),
      score: 0,
    };
  }
  const score = sigmoid(logitOf(model.weights, features));
  if (score >= model.threshold) return { verdict: 'supported', problems: [], score };
  return { verdict: 'unsupported', problems: tellDoubts(findings, tokens), score };
}

/**
 * Checks a sentence against the texts that it cites.
 * @param sources one text at least; together they must carry the sentence.
 */
export async function verifySentence(
  sentence: string,
  sources: readonly SourceText[],
  encoder: Encoder,
): Promise<Verification> {
  if (isVerbatim(sentence, sources)) return { verdict: 'supported', problems: [], score: 1 };
  return judge(await gatherEvidence(sentence, sources, encoder));
}
