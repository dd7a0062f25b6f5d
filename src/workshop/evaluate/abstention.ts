/** How well a confidence tells what the report answers from what it does not. Pure. */

/**
 * The chance that a question with an answer has the higher confidence of two, one of each sort; ties count half.
 * The area under the ROC curve, as the Mann-Whitney statistic (Hanley and McNeil 1982). Null where one sort is missing.
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

/** The highest confidence to ask for that still answers `share` (0..1) of the questions. Null over none. */
export function thresholdAnswering(confidences: readonly number[], share: number): number | null {
  const sorted = [...confidences].sort((a, b) => b - a);
  // A share of 20 questions such as .95 * 20 = 19.000000000000004 asks for 19.
  const wanted = Math.max(1, Math.ceil(share * sorted.length - 1e-9));
  return sorted[wanted - 1] ?? null;
}

/** Share of `without` refused where `share` of `withAnswer` is answered. Null where one sort is missing. */
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
  /** Null: not answered at all, so at no threshold. */
  confidence: number | null;
  isRight: boolean;
  /** Whether the report has an answer; one given where it has none is never right. */
  isAnswerable: boolean;
}

/** What asking for one confidence gives. */
export interface RiskCoveragePoint {
  threshold: number;
  /** Share of the answerable questions that are answered. */
  coverage: number;
  /** Share of all answers given that are right. */
  right: number;
}

/** The curve from the most confident answers to all of them; equal confidences come together. */
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

/** The most of the answerable questions answered while `share` of all answers is right; 0 where none is; null over none. */
export function coverageAt(questions: readonly ConfidentAnswer[], share: number): number | null {
  if (!questions.some((one) => one.isAnswerable)) return null;
  const fits = riskCoverage(questions).filter((point) => point.right >= share - 1e-9);
  return Math.max(0, ...fits.map((point) => point.coverage));
}
