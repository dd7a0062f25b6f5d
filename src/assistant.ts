/**
 * The composition root: opens an index, builds the seams, and gives the assistant that the command line,
 * the HTTP server and the evals all use.
 */
import { randomUUID } from 'node:crypto';
import { answerQuestion } from './answer/answer.ts';
import { toNote } from './answer/cite.ts';
import { buildGazetteer } from './answer/gazetteer.ts';
import { analyseQuestion } from './answer/question.ts';
import type { Config } from './config.ts';
import { VerseError } from './errors.ts';
import { type IngestReport, ingest } from './ingest/ingest.ts';
import { openEncoder } from './models/encoder.ts';
import { openEncoderPool } from './models/encoder-pool.ts';
import { encoderId } from './models/model-files.ts';
import { isSameName, nearNames } from './near-names.ts';
import type { Encoder, PassageFilter, PassageStore } from './seams.ts';
import { openIndex } from './search/open-index.ts';
import { type RankingPart, rankingParts, retrieve } from './search/retrieve.ts';
import type { Hit, OnProgress, Passage, ReportDocument } from './types.ts';
import {
  type Answer,
  type AskRequest,
  type DocumentListing,
  type PassageDetail,
  type SearchRequest,
  type SearchResponse,
  searchRequestSchema,
} from './wire.ts';

export { type IngestReport, type RankingPart, rankingParts };

/** Answers questions about the documents of one open index. */
export interface Assistant {
  /** The encoder's id, as in `Answer.model`. */
  readonly encoderId: string;
  /** @throws VerseError `unknown-document`, `unknown-chapter` (names near ones). */
  ask(request: AskRequest): Promise<Answer>;
  /** @throws VerseError `unknown-document`, `unknown-chapter`. */
  search(request: SearchRequest): Promise<SearchResponse>;
  /** The ranked passages themselves, for evals; `without` as the assistant's own by default. */
  retrieve(
    question: string,
    count: number,
    filter?: PassageFilter,
    without?: readonly RankingPart[],
  ): Promise<Hit[]>;
  /** All passages in reading order, for evals. */
  passages(): readonly Passage[];
  documents(): DocumentListing[];
  /** @throws VerseError `unknown-document`. */
  document(id: string): ReportDocument;
  /** @throws VerseError `unknown-passage`. */
  passage(id: string): PassageDetail;
  close(): Promise<void>;
}

/** Finds names among those that exist, case and accents aside. @throws VerseError naming near ones. */
function resolveNames(
  kind: 'document' | 'chapter',
  wanted: readonly string[],
  known: readonly string[],
): string[] {
  return wanted.map((name) => {
    const found = known.find((one) => isSameName(one, name));
    if (found !== undefined) return found;
    const near = nearNames(name, known);
    const hint =
      near.length > 0
        ? `Did you mean ${near.join(' or ')}?`
        : `There ${known.length === 1 ? 'is' : 'are'}: ${known.join(', ')}.`;
    throw new VerseError(`unknown-${kind}`, `No ${kind} is called “${name}”.`, hint);
  });
}

function chaptersOf(documents: readonly ReportDocument[]): string[] {
  return [...new Set(documents.flatMap((document) => document.chapters.map((chapter) => chapter.name)))];
}

/** A request's documents and chapters as a filter. An empty list narrows nothing. */
function toFilter(request: Pick<AskRequest, 'documents' | 'chapters'>, store: PassageStore): PassageFilter {
  const filter: PassageFilter = {};
  let searched = store.documents;
  if (request.documents !== undefined && request.documents.length > 0) {
    const ids = resolveNames(
      'document',
      request.documents,
      store.documents.map((document) => document.id),
    );
    filter.documents = ids;
    searched = store.documents.filter((document) => ids.includes(document.id));
  }
  if (request.chapters !== undefined && request.chapters.length > 0) {
    filter.chapters = resolveNames('chapter', request.chapters, chaptersOf(searched));
  }
  return filter;
}

function listDocument(document: ReportDocument, store: PassageStore): DocumentListing {
  return {
    id: document.id,
    title: document.title,
    pages: document.pageCount,
    passages: store.passages.filter((passage) => passage.documentId === document.id).length,
    sha256: document.sha256,
    ingestedAt: document.ingestedAt,
    chapters: document.chapters
      .filter((chapter) => chapter.kind === 'chapter')
      .map(({ name, title, page, lastPage }) => ({ name, title, page, lastPage })),
  };
}

function describePassage(passage: Passage, position: number, store: PassageStore): PassageDetail {
  const neighbour = (at: number) => {
    const other = store.passages[at];
    return other?.documentId === passage.documentId ? other.id : null;
  };
  return {
    passageId: passage.id,
    document: passage.documentId,
    chapter: passage.chapter,
    section: passage.section,
    kind: passage.kind,
    page: passage.pages[0] ?? 1,
    pages: passage.pages,
    text: passage.text,
    sentences: passage.sentences.map((sentence) => ({
      text: sentence.text,
      pages: sentence.pages,
      boxes: sentence.boxes,
      notes: sentence.noteIds.flatMap((id) => {
        const note = store.note(id);
        return note === undefined ? [] : [toNote(note)];
      }),
    })),
    previous: neighbour(position - 1),
    next: neighbour(position + 1),
  };
}

function toWireHit({ passage, score, scores }: Hit): SearchResponse['hits'][number] {
  const round = (value: number | null) => (value === null ? null : Math.round(value * 10_000) / 10_000);
  return {
    passageId: passage.id,
    document: passage.documentId,
    chapter: passage.chapter,
    section: passage.section,
    page: passage.pages[0] ?? 1,
    pages: passage.pages,
    kind: passage.kind,
    text: passage.text,
    score: Math.round(score * 10_000) / 10_000,
    scores: { keyword: round(scores.keyword), vector: round(scores.vector), maxsim: round(scores.maxsim) },
  };
}

/**
 * An assistant over an encoder and an open store. `close` of the store is called with the assistant's.
 * @param ablated parts of the ranking to leave out, for evals.
 */
export function createAssistant(
  encoder: Encoder,
  store: PassageStore & { close(): Promise<void> },
  limits: Pick<Config, 'maxWords' | 'maxWordsPerCountry'>,
  ablated: readonly RankingPart[] = [],
): Assistant {
  const gazetteer = buildGazetteer(store.documents, store.passages);
  const rank = async (question: string, count: number, filter: PassageFilter, without = ablated) => {
    const started = performance.now();
    const encoding = await encoder.encodeQuery(question);
    const encodeMs = performance.now() - started;
    const { chapters, answerType } = analyseQuestion(question, gazetteer);
    const asked = { text: question, encoding, chapters, asksForNotes: answerType === 'source' };
    const hits = await retrieve(asked, store, { count, filter, without });
    return { hits, encodeMs, totalMs: performance.now() - started };
  };
  return {
    encoderId: encoder.id,
    ask: async (request) => {
      const filter = toFilter(request, store);
      return answerQuestion(request.question.trim(), {
        encoder,
        store,
        gazetteer,
        filter,
        without: ablated,
        id: randomUUID(),
        ...limits,
      });
    },
    search: async (request) => {
      const { query, limit, kinds } = searchRequestSchema.parse(request);
      const filter = {
        ...toFilter(request, store),
        ...(kinds !== undefined && kinds.length > 0 && { kinds }),
      };
      const { hits, encodeMs, totalMs } = await rank(query, limit, filter);
      const round = (value: number) => Math.round(value * 100) / 100;
      return {
        hits: hits.map(toWireHit),
        timings: { totalMs: round(totalMs), encodeMs: round(encodeMs), searchMs: round(totalMs - encodeMs) },
      };
    },
    retrieve: async (question, count, filter = {}, without = ablated) =>
      (await rank(question, count, filter, without)).hits,
    passages: () => store.passages,
    documents: () => store.documents.map((document) => listDocument(document, store)),
    document: (id) => {
      const [known] = resolveNames(
        'document',
        [id],
        store.documents.map((document) => document.id),
      );
      const document = store.documents.find((one) => one.id === known);
      if (document === undefined) throw new VerseError('unknown-document', `No document is called “${id}”.`);
      return document;
    },
    passage: (id) => {
      const position = store.position(id);
      const passage = position === undefined ? undefined : store.passages[position];
      if (position === undefined || passage === undefined) {
        throw new VerseError(
          'unknown-passage',
          `No passage has the id “${id}”.`,
          'Search again: ids change when a document does.',
        );
      }
      return describePassage(passage, position, store);
    },
    close: () => store.close(),
  };
}

/**
 * Opens the index and the encoder.
 * @throws VerseError `no-index`, `stale-index`, `damaged-index`, `model-missing`, `model-damaged`.
 */
export async function openAssistant(
  config: Config,
  ablated: readonly RankingPart[] = [],
): Promise<Assistant> {
  const expected = { encoderId: await encoderId(config.modelsDir) };
  const [store, encoder] = await Promise.all([
    openIndex(config.indexDir, expected),
    openEncoder(config.modelsDir),
  ]);
  return createAssistant(encoder, store, config, ablated);
}

/** Brings the index up to date; see `ingest`. */
export async function ingestDocuments(
  config: Config,
  files: readonly string[] = [],
  onProgress: OnProgress = () => {},
): Promise<IngestReport> {
  return ingest({
    files,
    corpusDir: config.corpusDir,
    indexDir: config.indexDir,
    maxFileBytes: config.maxFileBytes,
    encoderId: await encoderId(config.modelsDir),
    openEncoder: () => openEncoderPool(config.modelsDir),
    onProgress,
  });
}
