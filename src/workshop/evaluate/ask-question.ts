/** Asks one question and scores the answer. */

import type { Assistant } from '../../assistant/assistant.ts';
import { VerseError } from '../../core/errors.ts';
import { countWords } from '../../text/count-words.ts';
import type { Answer, NotFoundReason, PassageDetail } from '../../wire/types.ts';
import type { EvalQuestion } from './questions/eval-format.ts';
import type { EvalKind, EvalSplit } from './questions/eval-kinds.ts';
import {
  answerText,
  checkQuotations,
  citationPageHit,
  citationPagePrecision,
  citationPageRecall,
  evidenceRanks,
  factsFound,
  type QuotationCheck,
} from './score/scorers.ts';

/** The expected answer, from the question file. */
export interface Reference {
  answer: string | null;
  facts: string[][];
  evidence: string[];
  pages: number[];
  /** For a question without an answer: what the report does say. */
  why: string | null;
}

/** A question with its answer and scores. */
export interface QuestionResult {
  id: string;
  kind: EvalKind;
  split: EvalSplit | null;
  type: string;
  difficulty: string | null;
  chapters: string[];
  /** As asked; a follow-up by its standalone text. */
  question: string;
  status: Answer['status'];
  reason: NotFoundReason | null;
  /** Its sentences; empty if nothing was found. */
  answer: string;
  citations: { passageId: string; chapter: string; pages: number[]; quote: string; arranged?: string }[];
  /** The expected answer. */
  reference: Reference;
  confidence: number;
  words: number;
  /** For each snippet of evidence its rank from 1; null if not in the first `retrievalDepth`. */
  evidenceRanks: (number | null)[];
  /** The first `retrievalDepth` passages, best first; empty if the question has no evidence. */
  ranking: { passageId: string; score: number }[];
  /** Ids of all passages with a snippet of the evidence. */
  relevant: string[];
  /** For each fact, whether the answer holds it. */
  facts: boolean[];
  /** Null: not eligible. */
  pageHit: boolean | null;
  pagePrecision: number | null;
  pageRecall: number | null;
  quotations: QuotationCheck;
  /** The codes of its warnings. */
  warnings: string[];
  /** From asking to the complete answer. */
  latencyMs: number;
}

/** How many passages of a ranking are scored. */
export const retrievalDepth = 20;

/** The passages that an answer quotes, by their ids; those that the index does not hold are left out. */
async function readQuoted(answer: Answer, assistant: Assistant): Promise<Map<string, PassageDetail>> {
  const cited = [...answer.citations, ...(answer.nearest ?? [])];
  const ids = cited.flatMap(({ passageId, alsoIn = [] }) => [
    passageId,
    ...alsoIn.map((one) => one.passageId),
  ]);
  const read = [...new Set(ids)].map(async (id) => {
    try {
      return [[id, await assistant.passage(id)] as const];
    } catch (error) {
      if (error instanceof VerseError && error.code === 'unknown-passage') return [];
      throw error;
    }
  });
  return new Map((await Promise.all(read)).flat());
}

export interface AskOptions {
  /** Milliseconds, as `performance.now`. */
  clock: () => number;
  /** The ids of the passages with a snippet; see `createJudge`. */
  judge: (evidence: readonly string[]) => string[];
}

export async function askQuestion(
  assistant: Assistant,
  question: EvalQuestion,
  { clock, judge }: AskOptions,
): Promise<QuestionResult> {
  const asked = question.standalone ?? question.question;
  // The answer first: a ranking before it would warm caches and flatter the latency.
  const start = clock();
  const answer = await assistant.ask({ question: asked });
  const latencyMs = clock() - start;
  const hits = question.evidence.length > 0 ? await assistant.retrieve(asked, retrievalDepth) : [];
  const text = answerText(answer);
  const quoted = await readQuoted(answer, assistant);
  return {
    id: question.id,
    kind: question.kind,
    split: question.split ?? null,
    type: question.type,
    difficulty: question.difficulty ?? null,
    chapters: question.chapters,
    question: asked,
    status: answer.status,
    reason: answer.reason ?? null,
    answer: text,
    citations: answer.citations.map(({ passageId, chapter, pages, quote, row }) => ({
      passageId,
      chapter,
      pages,
      quote,
      ...(row && { arranged: row.arranged }),
    })),
    reference: {
      answer: question.answer ?? null,
      facts: question.facts,
      evidence: question.evidence,
      pages: question.pages,
      why: question.why ?? null,
    },
    confidence: answer.confidence,
    words: countWords(text),
    evidenceRanks: evidenceRanks(hits, question),
    ranking: hits.map(({ passage, score }) => ({ passageId: passage.id, score })),
    relevant: judge(question.evidence),
    facts: factsFound(text, question),
    pageHit: citationPageHit(answer, question),
    pagePrecision: citationPagePrecision(answer, question),
    pageRecall: citationPageRecall(answer, question),
    quotations: checkQuotations(answer, quoted),
    warnings: answer.warnings.map(({ code }) => code),
    latencyMs,
  };
}
