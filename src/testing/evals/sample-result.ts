/** A scored question for tests of the eval reports. */
import type { QuestionResult } from '../../workshop/evaluate/ask-question.ts';

const quote = 'After Chinese Geely acquired Swedish carmaker Volvo Cars in 2010, investments grew.';

/** A correct answer; a test changes what it is about. */
export const sampleResult: QuestionResult = {
  id: 'swe-02',
  kind: 'answerable',
  split: 'dev',
  type: 'date',
  difficulty: 'easy',
  chapters: ['Sweden'],
  question: 'when did geely buy volvo cars',
  status: 'answered',
  reason: null,
  answer: quote,
  citations: [{ passageId: 'report/22/3', chapter: 'Sweden', pages: [181], quote }],
  reference: {
    answer: 'In 2010.',
    facts: [['2010']],
    evidence: ['acquired Swedish carmaker Volvo Cars in 2010'],
    pages: [181],
    why: null,
  },
  confidence: 0.9,
  words: 12,
  evidenceRanks: [2],
  ranking: [
    { passageId: 'report/22/9', score: 1 },
    { passageId: 'report/22/3', score: 0.75 },
  ],
  relevant: ['report/22/3'],
  facts: [true],
  pageHit: true,
  pagePrecision: 1,
  pageRecall: 1,
  quotations: { count: 2, misquoted: [] },
  warnings: [],
  latencyMs: 12,
};
