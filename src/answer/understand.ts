/** What is asked: the question as it was read, what the turns before make of it, and its analysis. */
import type { Language } from '../core/language.ts';
import type { PassageFilter } from '../core/passage-store.ts';
import type { ReportDocument, Warning } from '../core/types.ts';
import type { AnswerOptions } from './answer-options.ts';
import type { ResolvedQuestion } from './choose/resolved-question.ts';
import { createClock } from './question/clock.ts';
import { analyseQuestion, type QuestionAnalysis } from './question/question.ts';
import { readQuestion } from './question/read-question.ts';
import type { Reading } from './question/readings.ts';

/** A question as it was read, and what it was understood as. */
export interface Understood {
  /** As it was asked. */
  question: string;
  read: string;
  language: Language;
  /** What was made of it on the way: typos, another language. */
  readings: readonly Warning[];
  resolved: ResolvedQuestion | null;
  clock: ReturnType<typeof createClock>;
}

/** A question analysed by the documents that are searched. */
export interface Asked extends Understood {
  /** What is looked for: as it was read, or as the turns before complete it. */
  text: string;
  analysis: QuestionAnalysis;
  /** The chapters that it names itself, whatever the asker has picked. */
  namedChapters: readonly string[];
  /** Analyses another question in the same way. */
  analyse(text: string): QuestionAnalysis;
  spelling: Reading['spelling'];
  /** Those searched. */
  documents: readonly ReportDocument[];
  analyseMs: number;
}

/** @throws the reason of `signal`, once that is aborted. */
export async function understand(question: string, options: AnswerOptions): Promise<Understood> {
  const { filter, readingOf, languages, signal } = options;
  signal?.throwIfAborted();
  const clock = createClock();
  const { spelling } = await readingOf(filter.documents);
  const among = languages.among(filter.documents);
  const { text: read, language, warnings: readings } = readQuestion(question, among, spelling);
  const resolved = (await options.resolve?.(read, language)) ?? null;
  return { question, read, language, readings, resolved, clock };
}

/** Chapters that the asker has picked are what the question is about. */
export function narrow(analysis: QuestionAnalysis, { chapters }: PassageFilter): QuestionAnalysis {
  return chapters === undefined
    ? analysis
    : { ...analysis, chapters: [...chapters], namedChapters: [...chapters] };
}

/** Analyses a question that was understood. */
export async function analyse(
  understood: Understood,
  { store, filter, readingOf }: AnswerOptions,
): Promise<Asked> {
  const { read, language, resolved, clock } = understood;
  const { gazetteer, spelling } = await readingOf(filter.documents);
  const text = resolved?.text ?? read;
  const asWritten = analyseQuestion(text, gazetteer, language);
  const analyseMs = clock.lap();
  return {
    ...understood,
    text,
    analysis: narrow(asWritten, filter),
    namedChapters: asWritten.namedChapters,
    analyse: (other) => narrow(analyseQuestion(other, gazetteer, language), filter),
    spelling,
    documents: await store.documents(filter.documents),
    analyseMs,
  };
}
