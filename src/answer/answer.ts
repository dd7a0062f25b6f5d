/** From a question to an answer: analyse, encode, search, select, decide, cite. */
import type { Language } from '../core/language.ts';
import type { AnswerReader, Encoder } from '../core/networks.ts';
import type { PassageFilter, PassageStore } from '../core/passage-store.ts';
import type { Hit, Warning } from '../core/types.ts';
import type { Answer } from '../wire/types.ts';
import { type AnswerListener, announceSentences } from './announce.ts';
import { abstention, choice } from './answer-numbers.ts';
import { choose, chooseOutright } from './choose/choose-answer.ts';
import { asksOfSeveral, type Decision, decide, type Findings } from './choose/decide.ts';
import { type AnswerModel, answerModel } from './choose/linear-model.ts';
import { readClosely } from './choose/read-closely.ts';
import { unread } from './choose/read-hits.ts';
import { describeResolved, type ResolvedQuestion, withoutShown } from './choose/resolved-question.ts';
import { scoreSentences } from './choose/select.ts';
import { readDocumentQuestion } from './document/read-document-question.ts';
import { readSmallTalk, tellSmallTalk } from './document/small-talk.ts';
import { tellAboutAnswer } from './document/tell-about-answer.ts';
import { tellDocument } from './document/tell-document.ts';
import { pointElsewhere } from './elsewhere.ts';
import { explainNotFound, nearestPassages, type Searched, tellRefusal } from './explain.ts';
import { findCorrection } from './premise/premise.ts';
import { findAbsentNames } from './question/absent-names.ts';
import { createClock } from './question/clock.ts';
import { measureScope } from './question/measure-scope.ts';
import { nameScope } from './question/name-scope.ts';
import { analyseQuestion, type QuestionAnalysis } from './question/question.ts';
import { readQuestion } from './question/read-question.ts';
import { partsOfLast, splitParts } from './question/split-parts.ts';
import { type Choice, quoteChoice, readableText } from './quote.ts';
import { type Reckoning, reckon } from './reckon/reckon.ts';
import { reckonTerm } from './reckon/reckon-term.ts';
import { type SearchOptions, searchPart, searchQuestion, withoutBylines } from './search-question.ts';
import { standsAlone } from './stands-alone.ts';
import type { Write, Written } from './written.ts';

export interface AnswerOptions extends AnswerListener, SearchOptions {
  encoder: Encoder;
  /** Reads the best passages together with the question. */
  reader: AnswerReader;
  maxWords: number;
  maxWordsPerCountry: number;
  /** The share of the questions with an answer to answer, as `answerRates` bounds it. */
  answerRate: number;
  /** Understands the question, as it was read, from the turns before it; null where it stands alone. */
  resolve?:
    | ((question: string, language: Language) => ResolvedQuestion | null | Promise<ResolvedQuestion | null>)
    | undefined;
  /** The weights; those that ship by default. */
  model?: AnswerModel;
  /** Writes the answer; absent where the sentences chosen are the answer. Not asked where there is none. */
  write?: Write | undefined;
  /** The answer's id. */
  id: string;
}

/** The decision on a question that seemed answered until nothing was found to quote. */
function ruleOut({ confidence }: Decision): Decision {
  return { confidence: Math.min(confidence, abstention.ruledOut), reason: 'not-stated' };
}

async function describeNotFound(
  decision: Decision,
  analysis: QuestionAnalysis,
  findings: Findings,
  store: PassageStore,
  searched: Searched,
  refusal: Partial<Answer['explanation']> = {},
) {
  const reason = decision.reason ?? 'not-stated';
  const explanation = { ...explainNotFound(analysis, reason, findings, searched), ...refusal };
  return {
    status: 'not-found' as const,
    reason,
    answer: tellRefusal(explanation, searched.documents),
    sentences: [],
    citations: [],
    nearest: await nearestPassages(analysis, findings.candidates, store),
    explanation,
  };
}

const warnOfAbsentName = (name: string, documents: number): Warning => ({
  code: 'not-mentioned',
  message: `${documents > 1 ? 'No report mentions' : 'The report does not mention'} “${name}”.`,
});

/** The choice with the rows that figures are reckoned from. */
function withRows(choice: Choice, reckoning: Reckoning | undefined): Choice {
  const missing = reckoning?.rows.filter((row) => !choice.chosen.includes(row)) ?? [];
  return missing.length === 0 ? choice : { ...choice, chosen: [...choice.chosen, ...missing] };
}

/** The places of what leads; nothing where all of it does. */
function leadOf({ chosen, lead }: Choice): Pick<Answer, 'lead'> {
  return lead === undefined ? {} : { lead: lead.map((one) => chosen.indexOf(one)) };
}

/** What was written in vain. */
function struckOf(written: Written | undefined): Pick<Answer, 'struck'> {
  return written?.outcome === 'failed' && written.struck.length > 0 ? { struck: written.struck } : {};
}

/** A question as it was read, and what it was understood as. */
interface Understood {
  /** As it was asked. */
  question: string;
  read: string;
  language: Language;
  /** What was made of it on the way: typos, another language. */
  readings: readonly Warning[];
  resolved: ResolvedQuestion | null;
  clock: ReturnType<typeof createClock>;
}

async function understand(question: string, options: AnswerOptions): Promise<Understood> {
  const { filter, readingOf, languages, signal } = options;
  signal?.throwIfAborted();
  const clock = createClock();
  const { spelling } = await readingOf(filter.documents);
  const among = languages.among(filter.documents);
  const { text: read, language, warnings: readings } = readQuestion(question, among, spelling);
  const resolved = (await options.resolve?.(read, language)) ?? null;
  return { question, read, language, readings, resolved, clock };
}

/** An answer with what it was made from. */
interface Within {
  answer: Answer;
  analysis: QuestionAnalysis;
  hits: readonly Hit[];
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
  const taken = standsAlone(apart.answer, leaning.answer, resolved?.said ?? []) ? apart : leaning;
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

/** Chapters that the asker has picked are what the question is about. */
function narrow(analysis: QuestionAnalysis, { chapters }: PassageFilter): QuestionAnalysis {
  return chapters === undefined
    ? analysis
    : { ...analysis, chapters: [...chapters], namedChapters: [...chapters] };
}

/** The questions that one is made of: for each thing that it is reckoned of, or each that it asks. */
function partsOf(text: string, { reckoned, language }: QuestionAnalysis): string[] {
  return reckoned?.parts.map((part) => part.text) ?? splitParts(text, language);
}

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

/** @param scope what the filter lets through, in words; undefined where that is all. */
async function answerWithin(
  { question, read, language, readings, resolved, clock }: Understood,
  options: AnswerOptions,
  scope: readonly string[] | undefined,
): Promise<Within> {
  const { encoder, store, filter, readingOf, languages, signal, model = answerModel } = options;
  signal?.throwIfAborted();
  const { gazetteer, spelling } = await readingOf(filter.documents);
  const text = resolved?.text ?? read;
  const beyond = resolved?.beyond ?? [];
  const asWritten = analyseQuestion(text, gazetteer, language);
  const asked = narrow(asWritten, filter);
  const analyseMs = clock.lap();
  const resolvedQuestion = resolved === null ? undefined : describeResolved(resolved);
  const searched = await store.documents(filter.documents);
  const smallTalk = readSmallTalk(text, language);
  const ofDocument = readDocumentQuestion(text, language, asWritten.namedChapters, searched);
  const known =
    smallTalk !== undefined
      ? tellSmallTalk(smallTalk, searched)
      : ofDocument && (await tellDocument(ofDocument, searched, { store, languages }));
  const head = { id: options.id, question, ...(resolvedQuestion !== undefined && { resolvedQuestion }) };
  if (known !== undefined) {
    await options.onHits?.([], resolvedQuestion);
    await announceSentences(known, options.onSentence, signal);
    const selectMs = clock.lap();
    const answer: Answer = {
      ...head,
      status: 'answered',
      answer: readableText(known),
      ...known,
      confidence: 1,
      warnings: [...readings],
      searched: await measureScope(store, filter),
      timings: { totalMs: clock.total(), analyseMs, encodeMs: 0, searchMs: 0, selectMs, generateMs: 0 },
      model: { encoder: encoder.id, chat: null },
    };
    return { answer, analysis: asked, hits: [] };
  }
  const found = await searchQuestion(text, asked, options);
  const { analysis, encoding, encodeMs, hits } = found;
  const searchMs = clock.lap() - encodeMs;
  await options.onHits?.(hits, resolvedQuestion);
  // Put into English word by word, or in a language of which nothing is known, a question meets nothing as it should.
  const isForeign = readings.some(({ code }) => code === 'language') || language.words === undefined;
  const outright = await chooseOutright(
    analysis,
    (some) => scoreSentences(found.question, some, model),
    options,
  );
  // No passage alone answers a question about several places: with three passages of each read, .55 and .56 of the comparisons
  // and sweeps of evals/cross-chapters.jsonl and of dev hold all facts, without .58 and .65.
  const isReadable = outright === undefined && !isForeign && !asksOfSeveral(analysis);
  const readWhole = async () =>
    isReadable
      ? readClosely(found.question, hits, { ...options, models: model, depth: choice.passagesRead })
      : { hits, readings: unread };
  const readPart = async (part: string) => {
    const ofPart = narrow(analyseQuestion(part, gazetteer, language), filter);
    return searchPart(part, ofPart, model, options);
  };
  const asParts = isReadable ? partsOf(text, analysis) : [];
  const [close, parts] = await Promise.all([readWhole(), Promise.all(asParts.map(readPart))]);
  const scored = scoreSentences({ ...found.question, readings: close.readings }, close.hits, model);
  const ownParts = partsOfLast(parts, resolved?.orAlone, language);
  const candidates = withoutBylines(withoutShown(scored, beyond));
  const findings = {
    candidates,
    parts,
    topic: isForeign ? null : found.topic,
    correction: findCorrection(analysis, candidates),
    absentNames:
      isForeign || spelling === undefined ? [] : findAbsentNames(analysis.text, spelling, language),
  };
  const decided: Decision =
    outright === undefined
      ? decide(analysis, findings, model, options.answerRate)
      : { confidence: outright.confidence };
  const choosePlainly = async (): Promise<Choice> =>
    decided.reason === undefined
      ? choose(analysis, encoding, { ...findings, parts: ownParts }, { ...options, beyond })
      : { chosen: [] };
  const ofTerm = reckonOfTerm(analysis, findings);
  const plainly = outright ?? (await choosePlainly());
  // Where it is reckoned, its figures are the answer.
  const picked: Choice = ofTerm && plainly.chosen.length > 0 ? { chosen: ofTerm.rows } : plainly;
  const isFound = picked.chosen.length > 0;
  const decision = isFound || decided.reason !== undefined ? decided : ruleOut(decided);
  const reckoning =
    picked.groups === undefined ? (ofTerm ?? reckon(analysis, picked.chosen, candidates)) : undefined;
  const quoted = tellAboutAnswer(
    await quoteChoice(withRows(picked, reckoning), analysis.text, store, reckoning),
    resolved?.about,
  );
  const warnings = [
    ...(picked.warning === undefined ? [] : [picked.warning]),
    ...(isFound ? findings.absentNames.map((name) => warnOfAbsentName(name, searched.length)) : []),
  ];
  const selectMs = clock.lap();
  const { onSentence } = options;
  const written = isFound
    ? await options.write?.({
        question: text,
        hits,
        chosen: picked.chosen,
        groups: picked.groups?.map((group) => ({ ...group, subject: analysis.subjects.of(group.label) })),
        onSentence,
        signal,
      })
    : undefined;
  const generateMs = written === undefined ? 0 : clock.lap();
  const told = written?.outcome === 'written' ? written.told : quoted;
  // A writer has announced its sentences as they passed.
  if (told === quoted && written?.outcome !== 'refused') await announceSentences(quoted, onSentence, signal);
  const isAnswered = isFound && written?.outcome !== 'refused';
  const body = isAnswered
    ? { status: 'answered' as const, answer: readableText(told), ...told, ...struckOf(written) }
    : await describeNotFound(
        decision,
        analysis,
        findings,
        store,
        { scope, documents: searched.length },
        written?.explanation,
      );
  const answer: Answer = {
    ...head,
    ...body,
    confidence: Math.round(decision.confidence * 1000) / 1000,
    ...(isAnswered && picked.coverage && { coverage: picked.coverage }),
    ...(isAnswered && told === quoted && reckoning === undefined && leadOf(picked)),
    warnings: [...readings, ...warnings, ...(written?.warnings ?? [])],
    searched: await measureScope(store, filter),
    timings: { totalMs: clock.total(), analyseMs, encodeMs, searchMs, selectMs, generateMs },
    model: { encoder: encoder.id, chat: written?.chat ?? null },
  };
  return { answer, analysis, hits };
}
