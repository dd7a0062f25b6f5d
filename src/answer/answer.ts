/** From a question to an answer: understand, search, read, settle, quote or write. */
import type { Hit, Warning } from '../core/types.ts';
import type { Answer } from '../wire/types.ts';
import { announceSentences } from './announce.ts';
import { choice as numbers } from './answer-numbers.ts';
import type { AnswerOptions } from './answer-options.ts';
import { describeResolved } from './choose/resolved-question.ts';
import { readDocumentQuestion } from './document/read-document-question.ts';
import { readSmallTalk, tellSmallTalk } from './document/small-talk.ts';
import { tellAboutAnswer } from './document/tell-about-answer.ts';
import { tellDocument } from './document/tell-document.ts';
import { pointElsewhere } from './elsewhere.ts';
import { explainNotFound, nearestPassages, tellRefusal } from './explain.ts';
import { joinAnswers } from './join-answers.ts';
import { createClock } from './question/clock.ts';
import { measureScope } from './question/measure-scope.ts';
import { nameScope } from './question/name-scope.ts';
import { analyseQuestion, type QuestionAnalysis } from './question/question.ts';
import { type Choice, quoteChoice, readableText } from './quote.ts';
import { type ReadFindings, readFound } from './read-found.ts';
import type { Reckoning } from './reckon/reckon.ts';
import { type Found, searchQuestion } from './search-question.ts';
import { separateWholes } from './separate-wholes.ts';
import { type Settled, settle } from './settle.ts';
import { standsAlone } from './stands-alone.ts';
import { type Asked, analyse, narrow, type Understood, understand } from './understand.ts';
import type { Told, Written } from './written.ts';

/** An answer with what it was made from. */
interface Within {
  answer: Answer;
  analysis: QuestionAnalysis;
  hits: readonly Hit[];
}

/** What is the same of every answer to a question. */
function headOf(
  { question, resolved }: Understood,
  { id }: AnswerOptions,
): Pick<Answer, 'id' | 'question' | 'resolvedQuestion'> {
  const head = { id, question };
  return resolved === null ? head : { ...head, resolvedQuestion: describeResolved(resolved) };
}

/** What the program knows without a search: small talk, and what is asked of the documents themselves. */
async function tellKnown(
  { text, language, namedChapters, documents }: Asked,
  { store, languages }: AnswerOptions,
): Promise<Told | undefined> {
  const smallTalk = readSmallTalk(text, language);
  if (smallTalk !== undefined) return tellSmallTalk(smallTalk, documents);
  const ofDocument = readDocumentQuestion(text, language, namedChapters, documents);
  return ofDocument && tellDocument(ofDocument, documents, { store, languages });
}

async function answerKnown(asked: Asked, known: Told, options: AnswerOptions): Promise<Answer> {
  const { store, filter, encoder, signal } = options;
  const { clock, analyseMs } = asked;
  const head = headOf(asked, options);
  await options.onHits?.([], head.resolvedQuestion);
  await announceSentences(known, options.onSentence, signal);
  const selectMs = clock.lap();
  return {
    ...head,
    status: 'answered',
    answer: readableText(known),
    ...known,
    confidence: 1,
    warnings: [...asked.readings],
    searched: await measureScope(store, filter),
    timings: { totalMs: clock.total(), analyseMs, encodeMs: 0, searchMs: 0, selectMs, generateMs: 0 },
    model: { encoder: encoder.id, chat: null },
  };
}

/** The choice with the rows that figures are reckoned from. */
function withRows(choice: Choice, reckoning: Reckoning | undefined): Choice {
  const missing = reckoning?.rows.filter((row) => !choice.chosen.includes(row)) ?? [];
  return missing.length === 0 ? choice : { ...choice, chosen: [...choice.chosen, ...missing] };
}

/** What was written in vain. */
function struckOf(written: Written | undefined): Pick<Answer, 'struck'> {
  return written?.outcome === 'failed' && written.struck.length > 0 ? { struck: written.struck } : {};
}

/** What is told, and how it was made; nothing is told where the question is not answered. */
interface Telling {
  told: Told | undefined;
  written: Written | undefined;
}

/** Quotes what was chosen, or has it written, and announces it. */
async function tell(
  { text, resolved, clock }: Asked,
  { analysis, hits }: Found,
  { choice, reckoning }: Settled,
  options: AnswerOptions,
): Promise<Telling & { selectMs: number; generateMs: number }> {
  const { store, onSentence, signal } = options;
  const quotation = await quoteChoice(withRows(choice, reckoning), analysis.text, store, reckoning);
  const quoted = tellAboutAnswer(quotation, resolved?.about);
  const selectMs = clock.lap();
  if (choice.chosen.length === 0) return { told: undefined, written: undefined, selectMs, generateMs: 0 };
  const groups = choice.groups?.map((group) => ({ ...group, subject: analysis.subjects.of(group.label) }));
  const written = await options.write?.({
    question: text,
    hits,
    chosen: choice.chosen,
    groups,
    onSentence,
    signal,
  });
  const generateMs = written === undefined ? 0 : clock.lap();
  const timed = { written, selectMs, generateMs };
  // A writer has announced its sentences as they passed.
  if (written?.outcome === 'written') return { told: written.told, ...timed };
  if (written?.outcome === 'refused') return { told: undefined, ...timed };
  await announceSentences(quoted, onSentence, signal);
  return { told: quoted, ...timed };
}

async function describeNotFound(
  { documents }: Asked,
  { analysis }: Found,
  { findings }: ReadFindings,
  { decision }: Settled,
  { store }: AnswerOptions,
  scope: readonly string[] | undefined,
  refusal: Partial<Answer['explanation']> = {},
) {
  const reason = decision.reason ?? 'not-stated';
  const searched = { scope, documents: documents.length };
  const explanation = { ...explainNotFound(analysis, reason, findings, searched), ...refusal };
  return {
    status: 'not-found' as const,
    reason,
    answer: tellRefusal(explanation, documents.length),
    sentences: [],
    citations: [],
    nearest: await nearestPassages(analysis, findings.candidates, store),
    explanation,
  };
}

/** Answers each of the questions that one asks of the documents as wholes; undefined where it does not. */
async function answerEach(
  asked: Asked,
  options: AnswerOptions,
  scope: readonly string[] | undefined,
): Promise<Within | undefined> {
  // A model that writes reads them together.
  const questions = options.write === undefined && asked.resolved === null ? separateWholes(asked) : [];
  if (questions.length === 0) return undefined;
  const maxWords = Math.round((options.maxWords * numbers.shareOfWholes) / questions.length);
  const silent = { ...options, maxWords, onHits: undefined, onSentence: undefined };
  const { question, language, readings } = asked;
  const each: { asked: string; within: Within }[] = [];
  for (const read of questions) {
    const understood = { question, read, language, readings, resolved: null, clock: createClock() };
    each.push({ asked: read, within: await answerWithin(understood, silent, scope) });
  }
  const answer = {
    ...joinAnswers(each.map((one) => ({ asked: one.asked, answer: one.within.answer }))),
    ...headOf(asked, options),
  };
  const hits = [
    ...new Map(
      each.flatMap(({ within }) => within.hits.map((hit) => [hit.passage.id, hit] as const)),
    ).values(),
  ];
  await options.onHits?.(hits, answer.resolvedQuestion);
  await announceSentences(answer, options.onSentence, options.signal);
  return { answer, analysis: asked.analysis, hits };
}

/** @param scope what the filter lets through, in words; undefined where that is all. */
async function answerWithin(
  understood: Understood,
  options: AnswerOptions,
  scope: readonly string[] | undefined,
): Promise<Within> {
  const { encoder, store, filter, signal } = options;
  signal?.throwIfAborted();
  const asked = await analyse(understood, options);
  const known = await tellKnown(asked, options);
  if (known !== undefined)
    return { answer: await answerKnown(asked, known, options), analysis: asked.analysis, hits: [] };
  const separately = await answerEach(asked, options, scope);
  if (separately !== undefined) return separately;
  const { clock, analyseMs, readings } = asked;
  const head = headOf(asked, options);
  const found = await searchQuestion(asked.text, asked.analysis, options);
  const { analysis, encodeMs, hits } = found;
  const searchMs = clock.lap() - encodeMs;
  await options.onHits?.(hits, head.resolvedQuestion);
  const read = await readFound(asked, found, options);
  const settled = await settle(asked, found, read, options);
  const { told, written, selectMs, generateMs } = await tell(asked, found, settled, options);
  const { choice, decision } = settled;
  const body =
    told === undefined
      ? await describeNotFound(asked, found, read, settled, options, scope, written?.explanation)
      : {
          status: 'answered' as const,
          answer: readableText(told),
          ...told,
          ...struckOf(written),
          ...(choice.coverage && { coverage: choice.coverage }),
        };
  const warnings: Warning[] = [...readings, ...settled.warnings, ...(written?.warnings ?? [])];
  const answer: Answer = {
    ...head,
    ...body,
    confidence: Math.round(decision.confidence * 1000) / 1000,
    warnings,
    searched: await measureScope(store, filter),
    timings: { totalMs: clock.total(), analyseMs, encodeMs, searchMs, selectMs, generateMs },
    model: { encoder: encoder.id, chat: written?.chat ?? null },
  };
  return { answer, analysis, hits };
}

/**
 * Answers a question as it was understood. Where it may as well stand alone, it is answered both ways, and the answer
 * that is the surer holds.
 */
async function answerEither(
  understood: Understood,
  options: AnswerOptions,
  scope: readonly string[] | undefined,
): Promise<Within> {
  const { resolved } = understood;
  const alone = resolved?.orAlone;
  if (alone === undefined) return answerWithin(understood, options, scope);
  const silent = { ...options, onHits: undefined, onSentence: undefined };
  const apart = await answerWithin({ ...understood, resolved: null }, silent, scope);
  const leaning = await answerWithin(understood, silent, scope);
  const { language } = understood;
  const asked = { question: alone, language, said: resolved?.said ?? [] };
  const taken = standsAlone(apart.answer, leaning.answer, asked) ? apart : leaning;
  await options.onHits?.(taken.hits, taken.answer.resolvedQuestion);
  await announceSentences(taken.answer, options.onSentence, options.signal);
  return taken;
}

/**
 * Answers one question from the passages that the filter lets through. Where they do not answer, but others of the index
 * do, it says so.
 * @throws the reason of `signal`, once that is aborted.
 */
export async function answerQuestion(question: string, options: AnswerOptions): Promise<Answer> {
  const { filter, store } = options;
  const scope = nameScope(filter, await store.documents());
  const understood = await understand(question, options);
  const { answer, analysis } = await answerEither(understood, options, scope);
  if (answer.status === 'answered') return answer;
  const silent = {
    ...options,
    resolve: undefined,
    write: undefined,
    onHits: undefined,
    onSentence: undefined,
  };
  return pointElsewhere(answer, analysis, options, scope, {
    async ask(text, wider) {
      const others = { ...silent, filter: wider };
      return (await answerWithin(await understand(text, others), others, undefined)).answer;
    },
    async find(text, wider) {
      const others = { ...silent, filter: wider };
      const { gazetteer } = await options.readingOf(wider.documents);
      const asked = narrow(analyseQuestion(text, gazetteer, analysis.language), wider);
      return (await searchQuestion(text, asked, others)).hits.map(({ passage }) => passage);
    },
  });
}
