/** How well confidence separates questions with an answer from those without. Pure. */

/**
 * The area under the ROC curve: the chance that a random question with an answer has a higher confidence than one
 * without; ties count half (Mann-Whitney; Hanley and McNeil 1982). Null if either list is empty.
 */
export function auroc(withAnswer: readonly number[], without: readonly number[]): number | null {
  if (withAnswer.length === 0 || without.length === 0) return null;
  const all = [
    ...withAnswer.map((confidence) => ({ confidence, has: 1 })),
    ...without.map((confidence) => ({ confidence, has: 0 })),
  ].sort((a, b) => a.confidence - b.confidence);
  let lowerWithout = 0;
  let wins = 0;
  for (let start = 0; start < all.length; ) {
    let end = start;
    let tiedWith = 0;
    while (end < all.length && all[end]?.confidence === all[start]?.confidence) {
      tiedWith += all[end]?.has ?? 0;
      end += 1;
    }
    const tiedWithout = end - start - tiedWith;
    wins += tiedWith * (lowerWithout + tiedWithout / 2);
    lowerWithout += tiedWithout;
    start = end;
  }
  return wins / (withAnswer.length * without.length);
}

/** The highest threshold that still answers `share` (0..1) of the questions. Null without questions. */
export function thresholdAnswering(confidences: readonly number[], share: number): number | null {
  const sorted = [...confidences].sort((a, b) => b - a);
  // Rounding: .95 * 20 = 19.000000000000004 means 19.
  const wanted = Math.max(1, Math.ceil(share * sorted.length - 1e-9));
  return sorted[wanted - 1] ?? null;
}

/** Share of `without` refused at the threshold that answers `share` of `withAnswer`. Null if either is empty. */
export function refusedAt(
  withAnswer: readonly number[],
  without: readonly number[],
  share: number,
): number | null {
  const threshold = thresholdAnswering(withAnswer, share);
  if (threshold === null || without.length === 0) return null;
  return without.filter((confidence) => confidence < threshold).length / without.length;
}

/** One question for the risk-coverage curve. */
export interface ConfidentAnswer {
  /** Null: not answered at any threshold. */
  confidence: number | null;
  isRight: boolean;
  /** Whether the report has an answer; without one, no answer is right. */
  isAnswerable: boolean;
}

/** The results at one threshold. */
export interface RiskCoveragePoint {
  threshold: number;
  /** Share of the answerable questions that are answered. */
  coverage: number;
  /** Share of all answers given that are right. */
  right: number;
}

/** The curve from the most confident answers to all; equal confidences form one point. */
export function riskCoverage(questions: readonly ConfidentAnswer[]): RiskCoveragePoint[] {
  const answerable = questions.filter((one) => one.isAnswerable).length;
  if (answerable === 0) return [];
  const answered = questions
    .flatMap((one) => (one.confidence === null ? [] : [{ ...one, confidence: one.confidence }]))
    .sort((a, b) => b.confidence - a.confidence);
  const points: RiskCoveragePoint[] = [];
  let covered = 0;
  let right = 0;
  answered.forEach(({ confidence, isRight, isAnswerable }, index) => {
    covered += isAnswerable ? 1 : 0;
    right += isRight ? 1 : 0;
    if (answered[index + 1]?.confidence === confidence) return;
    points.push({ threshold: confidence, coverage: covered / answerable, right: right / (index + 1) });
  });
  return points;
}

/** The largest coverage at which `share` of the answers is right; 0 if there is none, null without questions. */
export function coverageAt(questions: readonly ConfidentAnswer[], share: number): number | null {
  if (!questions.some((one) => one.isAnswerable)) return null;
  const fits = riskCoverage(questions).filter((point) => point.right >= share - 1e-9);
  return Math.max(0, ...fits.map((point) => point.coverage));
}
