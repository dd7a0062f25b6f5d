/** What the model sees of a sentence and its source. Pure. */
import type { Comparison } from './comparison.ts';
import type { TokenMatch } from './token-matches.ts';
import type { Finding } from './verification.ts';

export type VerifyFeatures = Readonly<Record<string, number>>;

function share(count: number, total: number): number {
  return total === 0 ? 0 : count / total;
}

/** How much of the sentence was found in words, and in how few sentences of the source. */
function measureCoverage({ words, sourceWords, matches }: Comparison): Record<string, number> {
  const content = words.flatMap((word, at) => (word.isContent ? [at] : []));
  const bySentence = new Map<number, number>();
  let matched = 0;
  let run = 0;
  let longestRun = 0;
  for (const at of content) {
    const match = matches[at];
    if (match === null || match === undefined) {
      run++;
      longestRun = Math.max(longestRun, run);
      continue;
    }
    run = 0;
    matched += match.likeness;
    const sentence = sourceWords[match.at]?.sentence ?? 0;
    bySentence.set(sentence, (bySentence.get(sentence) ?? 0) + 1);
  }
  const counts = [...bySentence.values()].sort((a, b) => b - a);
  return {
    coverage: share(matched, content.length),
    longestGap: Math.log1p(longestRun),
    homes: Math.log(Math.max(1, counts.length)),
    bestHome: share(counts[0] ?? 0, content.length),
    length: Math.log1p(content.length),
  };
}

function measureTokens(tokens: readonly TokenMatch[]): Record<string, number> {
  const cosines = tokens.map(({ cosine }) => cosine).sort((a, b) => a - b);
  const at = (index: number) => cosines[Math.min(index, cosines.length - 1)] ?? 1;
  return {
    leastToken: at(0),
    thirdLeastToken: at(2),
    meanToken: cosines.length === 0 ? 1 : cosines.reduce((sum, value) => sum + value, 0) / cosines.length,
  };
}

/** The strongest finding of each rule that is no certain one. */
function measureFindings(findings: readonly Finding[]): Record<string, number> {
  const strongest: Record<string, number> = {};
  for (const { rule, isCertain, strength } of findings) {
    if (!isCertain) strongest[rule] = Math.max(strongest[rule] ?? 0, strength);
  }
  return strongest;
}

export function measureSentence(
  comparison: Comparison,
  findings: readonly Finding[],
  tokens: readonly TokenMatch[],
): VerifyFeatures {
  return { ...measureCoverage(comparison), ...measureTokens(tokens), ...measureFindings(findings) };
}
