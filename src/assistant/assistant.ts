/**
 * The composition root: opens an index, builds the seams, and gives the assistant that the command line,
 * the HTTP server and the evals all use.
 */

import { randomUUID } from 'node:crypto';
import { answerQuestion } from '../answer/answer.ts';
import { readQuestion } from '../answer/question/read-question.ts';
import { createReadings } from '../answer/question/readings.ts';
import type { Config } from '../config/settings.ts';
import type { Models } from '../core/networks.ts';
import type { PassageStore } from '../core/passage-store.ts';
import { createDocumentLanguages } from '../language/document-languages.ts';
import { openModels } from '../networks/open-models.ts';
import type { Loading } from '../networks/transformer.ts';
import type { RankingPart } from '../search/ranking-parts.ts';
import { openHome } from '../store/choose-home.ts';
import type { OpenedIndex } from '../store/index-home.ts';
import type { Verification } from '../verify/verification.ts';
import { nameDocuments } from '../wire/label-documents.ts';
import type { AskOptions, Assistant } from './assistant-interface.ts';
import type { Checking } from './checking.ts';
import { forwardCalls } from './counted-assistant.ts';
import { expectedIndex } from './expected-index.ts';
import { checkFittedNumbers } from './fitted-numbers.ts';
import { reportOn, usualSample } from './how-read.ts';
import { findDocument, findPassage, readChapter } from './look-up.ts';
import { markGone } from './mark-gone.ts';
import { createRanking } from './rank-passages.ts';
import { toFilter } from './scope.ts';
import { searchPassages } from './search-passages.ts';
import { listDocuments, toHitsEvent } from './views.ts';
import type { Writing } from './writing.ts';

export type { AskOptions, Assistant, RankingPart, Verification };

/**
 * An assistant over an encoder and an open store. `close` of the store is called with the assistant's.
 * @param ablated parts of the ranking to leave out, for evals.
 * @param writing without it nothing is written.
 */
export async function createAssistant(
  models: Models,
  store: PassageStore & Pick<OpenedIndex, 'close' | 'locateFile' | 'findMissing'>,
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
  const rank = createRanking(encoder, { store, readingOf, languages }, ablated);
  let checking: Promise<Checking> | undefined;
  /** What checks sentences is loaded with the first of them: an answer needs none of it. */
  const openChecking = () => {
    checking ??= import('./checking.ts').then(({ createChecking }) =>
      createChecking(models, store, languages, async (text, count, filter, signal) => {
        const { hits } = await rank(text, count, filter, { signal });
        return hits;
      }),
    );
    return checking;
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
      const { locateFile, findMissing } = store;
      const within = { ...(await store.within(ids)), locateFile, findMissing, close: async () => {} };
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
      const writers = request.mode === 'generate' ? await import('./writing.ts') : undefined;
      const metered = writing && writers?.meterWriting(writing);
      const write = writers?.chooseWriter(request, metered, {
        store,
        verify: async (sentence, sources) =>
          (await openChecking()).verify(sentence, sources, filter.documents),
        languages,
        maxWords: limits.maxWords,
      });
      const condense = writers?.chooseCondenser(request, metered);
      const { history = [] } = request;
      const answer = await answerQuestion(request.question.trim(), {
        encoder,
        reader: models.answers,
        store,
        readingOf,
        languages,
        resolve: async (question, language) => {
          if (history.length === 0) return null;
          const { resolveFollowUp } = await import('../converse/resolve-follow-up.ts');
          const turns = history.map((turn) => ({
            ...turn,
            question: readQuestion(turn.question, languages.among(filter.documents), spelling).text,
          }));
          const byRules = resolveFollowUp(question, turns, gazetteer, language);
          if (condense === undefined) return byRules;
          // A model that rewrites it is not asked twice.
          return condense(question, turns, byRules?.orAlone === undefined ? byRules : null, signal);
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
    verify: async (sentence, sources) => (await openChecking()).verify(sentence, sources),
    check: async (request, { signal } = {}) =>
      (await openChecking()).check(request, await toFilter(request, store), signal),
    compare: async (request, { signal } = {}) => {
      const { compareDocuments } = await import('./compare-documents.ts');
      return compareDocuments(request, store, signal);
    },
    passages: (documentId) => store.readStretch({ documents: [documentId] }),
    documents: async () => {
      const all = await store.documents();
      return markGone(listDocuments(all), await store.findMissing(all));
    },
    document: (id) => findDocument(id, store),
    reading: (id, sample = {}) => reportOn(id, { ...usualSample, ...sample }, store),
    file: async (id) => store.locateFile(await findDocument(id, store)),
    passage: (id) => findPassage(id, store),
    chapter: (documentId, name) => readChapter(documentId, name, store),
    within,
    close: () => store.close(),
  };
}

export interface OpeningOptions extends Pick<Loading, 'readerApart'> {
  /** Parts of the ranking that are left out. */
  without?: readonly RankingPart[] | undefined;
  /** Networks that are open already: they are used where they are those of the index. */
  networks?: Models;
}

/**
 * Opens the index and the networks.
 * @throws VerseError `no-index`, `stale-index`, `damaged-index`, `cannot-read`, `model-missing`, `model-damaged`, `other-network`.
 */
export async function openAssistant(
  config: Config,
  { without = [], networks: opened, ...loading }: OpeningOptions = {},
): Promise<Assistant> {
  const expected = await expectedIndex(config.modelsDir);
  await checkFittedNumbers(config.modelsDir);
  const home = await openHome(config);
  try {
    const isUsable = opened?.encoder.id === expected.encoderId;
    const networks = isUsable
      ? opened
      : openModels(config.modelsDir, { ...loading, cacheDir: config.cacheDir });
    const [store, models] = await Promise.all([home.open(expected), networks]);
    const close = () => store.close().finally(home.close);
    const writing =
      config.chatModel === undefined ? undefined : (await import('./writing.ts')).openWriting(config);
    return await createAssistant(models, { ...store, close }, config, without, writing);
  } catch (error) {
    await home.close();
    throw error;
  }
}
