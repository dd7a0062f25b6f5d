/**
 * The composition root: opens an index, builds the seams, and gives the assistant that the command line,
 * the HTTP server and the evals all use.
 */

import { randomUUID } from 'node:crypto';
import { answerQuestion } from '../answer/answer.ts';
import { readQuestion } from '../answer/question/read-question.ts';
import { createReadings } from '../answer/question/readings.ts';
import { createChecker } from '../claims/create-checker.ts';
import { createDocumentSubjects } from '../claims/document-subjects.ts';
import { type Config, readingLimits } from '../config/settings.ts';
import { resolveFollowUp } from '../converse/resolve-follow-up.ts';
import type { Models } from '../core/networks.ts';
import type { PassageStore } from '../core/passage-store.ts';
import type { WorkOptions } from '../core/types.ts';
import { type IngestOptions, ingest } from '../ingest/ingest.ts';
import type { IngestReport } from '../ingest/ingest-report.ts';
import { createDocumentLanguages } from '../language/document-languages.ts';
import { openEncoderPool } from '../networks/encoder-pool.ts';
import { encoderId } from '../networks/model-files.ts';
import { openModels } from '../networks/open-models.ts';
import type { RankingPart } from '../search/ranking-parts.ts';
import { openHome, withHome } from '../store/choose-home.ts';
import { languageOf } from '../verify/alignment.ts';
import type { SourceText, Verification } from '../verify/verification.ts';
import { verifySentence } from '../verify/verify-sentence.ts';
import { nameDocuments } from '../wire/label-documents.ts';
import type { AskOptions, Assistant } from './assistant-interface.ts';
import { openAudit } from './audit.ts';
import { compareDocuments } from './compare-documents.ts';
import { forwardCalls } from './counted-assistant.ts';
import { expectedIndex } from './expected-index.ts';
import { checkFittedNumbers } from './fitted-numbers.ts';
import { reportOn, usualSample } from './how-read.ts';
import { findDocument, findPassage, readChapter } from './look-up.ts';
import { markGone } from './mark-gone.ts';
import { filesToIngest } from './own-reports.ts';
import { createRanking } from './rank-passages.ts';
import { toFilter } from './scope.ts';
import { searchPassages } from './search-passages.ts';
import { summarizer } from './summarizer.ts';
import { listDocuments, toHitsEvent } from './views.ts';
import { chooseCondenser, chooseWriter, meterWriting, openWriting, type Writing } from './writing.ts';

export type { AskOptions, Assistant, IngestReport, RankingPart, Verification };

/**
 * An assistant over an encoder and an open store. `close` of the store is called with the assistant's.
 * @param ablated parts of the ranking to leave out, for evals.
 * @param writing without it nothing is written.
 */
export async function createAssistant(
  models: Models,
  store: PassageStore & { close(): Promise<void> },
  limits: Pick<Config, 'maxWords' | 'maxWordsPerCountry' | 'answerRate'>,
  ablated: readonly RankingPart[] = [],
  writing?: Writing,
): Promise<Assistant> {
  const { encoder } = models;
  const documents = await store.documents();
  const readingOf = createReadings(store, encoder.isWord);
  await readingOf();
  const names = nameDocuments(documents);
  const languages = createDocumentLanguages(documents);
  const subjectsOf = createDocumentSubjects(store);
  const rank = createRanking(encoder, { store, readingOf, languages }, ablated);
  const checker = createChecker(
    models,
    store,
    { subjectsOf, languages },
    async (text, count, filter, signal) => (await rank(text, count, filter, { signal })).hits,
  );
  /** Checks a sentence against sources that are of some documents, or of any where none are named. */
  const verifyWithin = async (
    sentence: string,
    sources: readonly SourceText[],
    documentIds?: readonly string[],
  ) => {
    const subjects = await subjectsOf(documentIds);
    const language = languageOf(languages.among(documentIds).map((one) => ({ language: one })));
    const withSubjects = sources.map((source) => ({ subjects, language, ...source }));
    return verifySentence(sentence, withSubjects, models);
  };
  const chatModel = writing?.chat.id ?? null;
  /** By the ids of their documents. */
  const views = new Map<string, Promise<Assistant>>();
  const openView = (collections: readonly string[]): Promise<Assistant> => {
    const ids = documents.flatMap(({ id, collection }) =>
      collection !== undefined && collections.includes(collection) ? [id] : [],
    );
    const key = JSON.stringify(ids);
    const open = async () => {
      const within = { ...(await store.within(ids)), close: async () => {} };
      return createAssistant(models, within, limits, ablated, writing);
    };
    const view = views.get(key) ?? open();
    views.set(key, view);
    // One that could not be opened is opened anew by the next request.
    view.catch(() => views.delete(key));
    return view;
  };
  const within = (collections: readonly string[]): Assistant =>
    forwardCalls({
      models: () => ({ encoderId: encoder.id, chatModel }),
      call: async (ask) => ask(await openView(collections)),
      within: (others) => within(others.filter((one) => collections.includes(one))),
    });
  return {
    encoderId: encoder.id,
    chatModel,
    ask: async (request, { signal, onHits, onSentence } = {}) => {
      const filter = await toFilter(request, store);
      const { gazetteer, spelling } = await readingOf(filter.documents);
      const metered = writing && meterWriting(writing);
      const write = chooseWriter(request, metered, {
        store,
        verify: (sentence, sources) => verifyWithin(sentence, sources, filter.documents),
        languages,
        maxWords: limits.maxWords,
      });
      const condense = chooseCondenser(request, metered);
      const { history = [] } = request;
      const answer = await answerQuestion(request.question.trim(), {
        encoder,
        reader: models.answers,
        store,
        readingOf,
        languages,
        resolve: (question, language) => {
          const turns = history.map((turn) => ({
            ...turn,
            question: readQuestion(turn.question, languages.among(filter.documents), spelling).text,
          }));
          const byRules = resolveFollowUp(question, turns, gazetteer, language);
          return condense === undefined ? byRules : condense(question, turns, byRules, signal);
        },
        filter,
        without: ablated,
        write,
        signal,
        onHits: onHits && ((hits, resolvedQuestion) => onHits(toHitsEvent(hits, names, resolvedQuestion))),
        onSentence,
        id: randomUUID(),
        maxWords: limits.maxWords,
        maxWordsPerCountry: limits.maxWordsPerCountry,
        answerRate: request.answerRate ?? limits.answerRate,
      });
      const usage = metered?.chat.usage();
      return usage === undefined ? answer : { ...answer, usage };
    },
    search: async (request, { signal } = {}) => searchPassages(request, rank, store, signal),
    retrieve: async (question, count, filter = {}, without = ablated) =>
      (await rank(question, count, filter, { without })).hits,
    verify: (sentence, sources) => verifyWithin(sentence, sources),
    check: async (request, { signal } = {}) => checker.check(request, await toFilter(request, store), signal),
    compare: (request) => compareDocuments(request, store),
    passages: (documentId) => store.readStretch({ documents: [documentId] }),
    documents: async () => {
      const all = await store.documents();
      return markGone(listDocuments(all), all);
    },
    document: (id) => findDocument(id, store),
    reading: (id, sample = {}) => reportOn(id, { ...usualSample, ...sample }, store),
    passage: (id) => findPassage(id, store),
    chapter: (documentId, name) => readChapter(documentId, name, store),
    within,
    close: () => store.close(),
  };
}

/**
 * Opens the index and the networks.
 * @throws VerseError `no-index`, `stale-index`, `damaged-index`, `cannot-read`, `model-missing`, `model-damaged`, `other-network`.
 */
export async function openAssistant(
  config: Config,
  ablated: readonly RankingPart[] = [],
): Promise<Assistant> {
  const expected = await expectedIndex(config.modelsDir);
  await checkFittedNumbers(config.modelsDir);
  const home = await openHome(config);
  try {
    const [store, models] = await Promise.all([home.open(expected), openModels(config.modelsDir)]);
    const close = () => store.close().finally(home.close);
    return await createAssistant(models, { ...store, close }, config, ablated, openWriting(config));
  } catch (error) {
    await home.close();
    throw error;
  }
}

export interface IngestDocumentsOptions
  extends WorkOptions,
    Pick<IngestOptions, 'strict' | 'remove' | 'collection'> {
  /** The name of the token by which it is asked for; undefined for a user of this machine. */
  by?: string | undefined;
}

/** Brings the index up to date; see `ingest`. */
export async function ingestDocuments(
  config: Config,
  files: readonly string[] = [],
  options: IngestDocumentsOptions = {},
): Promise<IngestReport> {
  const id = await encoderId(config.modelsDir);
  const isWhole = files.length === 0 && (options.remove ?? []).length === 0;
  const named = isWhole ? await filesToIngest(config) : files;
  const audit = await openAudit(config.indexDir, options.by);
  return withHome(config, async (home) => {
    const before = audit === undefined ? [] : await home.list();
    const report = await ingest({
      ...options,
      files: named,
      corpusDir: config.corpusDir,
      home,
      maxFileBytes: config.maxFileBytes,
      limits: readingLimits(config),
      ocr: { when: config.ocr, languages: config.ocrLanguages },
      summarizer,
      encoderId: id,
      openEncoder: (signal) => openEncoderPool(config.modelsDir, { signal }),
    });
    // A title is another by a new way to read it too: nobody has renamed the document then.
    await audit?.write(
      before.map(({ id, sha256, collection }) => ({ id, sha256, ...(collection && { collection }) })),
      report.documents,
    );
    return report;
  });
}
