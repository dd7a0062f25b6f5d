/** An eval run of one question and one near miss. */
import type { QuestionResult } from '../../workshop/evaluate/ask-question.ts';
import type { EvalReport } from '../../workshop/evaluate/report/eval-report.ts';
import { summarize } from '../../workshop/evaluate/score/summarize.ts';
import { sampleResult } from './sample-result.ts';

export const sampleNearMiss: QuestionResult = {
  ...sampleResult,
  id: 'swe-m02',
  kind: 'near-miss',
  type: 'numeric',
  question: 'What did Geely pay for Volvo?',
  reference: { answer: null, facts: [], evidence: [], pages: [], why: 'No price is given.' },
  confidence: 0.4,
  evidenceRanks: [],
  ranking: [],
  relevant: [],
  facts: [],
  pageHit: null,
  pagePrecision: null,
  pageRecall: null,
};

/**
 * An eval run.
 * @param status the result of the near miss.
 */
export function makeRun(status: QuestionResult['status'] = 'answered'): EvalReport {
  const questions = [sampleResult, { ...sampleNearMiss, status }];
  return {
    settings: {
      version: '0.1.0',
      encoder: 'fake-encoder@00000000',
      processor: 'AMD EPYC (avx2)',
      files: [{ name: '/home/someone/evals/sweden.jsonl', questions: 2 }],
      split: 'dev',
      kinds: null,
      without: [],
      answerRate: null,
      asked: { answerable: 1, 'near-miss': 1 },
      retrievalDepth: 20,
      wordCap: 120,
      bootstrap: { seed: 1, resamples: 1000, level: 0.95 },
    },
    summary: summarize(questions),
    misses: [],
    questions,
  };
}
