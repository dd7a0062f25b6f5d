/** Reads a question by the documents that it is about, and finds its passages. */
import type { Encoder } from '../../core/networks.ts';
import type { PassageFilter, PassageStore } from '../../core/passage-store.ts';
import type { Encoding, ReportDocument } from '../../core/types.ts';
import type { RankingPart } from '../../search/ranking-parts.ts';
import { type RetrievedHit, retrieve } from '../../search/retrieve.ts';
import { withoutNames } from './own-names.ts';
import { analyseQuestion, type QuestionAnalysis } from './question.ts';
import type { ReadingOf } from './readings.ts';

export interface FindOptions {
  store: PassageStore;
  encoder: Pick<Encoder, 'encodeQuery'>;
  readingOf: ReadingOf;
  /** What the asker narrowed the search to. */
  filter: PassageFilter;
  /** Hits wanted. */
  count: number;
  /** Parts of the ranking to leave out. */
  without?: readonly RankingPart[] | undefined;
  /** When it is aborted the work stops at the next step. */
  signal?: AbortSignal | undefined;
}

export interface FoundPassages {
  analysis: QuestionAnalysis;
  /** Of the analysis' text. */
  encoding: Encoding;
  /** Time spent on encoding. */
  encodeMs: number;
  /** Best first. */
  hits: RetrievedHit[];
}

/**
 * The documents that have all that a question compares; none where it compares Sweden of one with Italy of another, all where it
 * compares nothing. Topics do not count, since a word of a question may well be the title of a chapter somewhere.
 */
function findHomes(
  { compared, subjects }: QuestionAnalysis,
  documents: readonly ReportDocument[],
): ReportDocument[] {
  const sides = compared.filter(
    (name) => subjects.of(name).kind !== 'topic' && subjects.list.some((subject) => subject.name === name),
  );
  return documents.filter(({ chapters }) =>
    sides.every((side) => chapters.some(({ name }) => name === side)),
  );
}

/** The documents whose titles name the company that a question names, and that one of them is the report of. */
function findNamesakes(
  text: string,
  ownNames: readonly string[],
  documents: readonly ReportDocument[],
): ReportDocument[] {
  const named = ownNames.filter((name) => withoutNames(text, [name]) !== text);
  return documents.filter(({ title }) => named.some((name) => withoutNames(title, [name]) !== title));
}

/**
 * Finds the passages of a question, and reads it by the chapters and names of the documents that it is about. Where several are
 * searched, they are those of the one with the best passage, whatever is called so in the others: of 691 questions on eleven
 * documents in one index, it is the right one for 682, of the first two passages together for as many, of the first five for 665.
 * If that is the report of a company that the question names, the search is for the rest of the question in that company's reports.
 * @param text as it was read.
 * @param asked its analysis by all documents searched.
 * @throws the reason of `signal`, once that is aborted.
 */
export async function findPassages(
  text: string,
  asked: QuestionAnalysis,
  { store, encoder, readingOf, filter, count, without, signal }: FindOptions,
): Promise<FoundPassages> {
  let encodeMs = 0;
  const encode = async (sought: string) => {
    const started = performance.now();
    const encoding = await encoder.encodeQuery(sought, signal);
    encodeMs += performance.now() - started;
    return encoding;
  };
  const search = (analysis: QuestionAnalysis, encoding: Encoding, chapters: readonly string[], within = filter) => {
    signal?.throwIfAborted();
    const asksForNotes = analysis.answerType === 'source';
    const question = { text: analysis.text, encoding, chapters, asksForNotes, matter: analysis.matter };
    return retrieve(question, store, { count, filter: within, without });
  };
  const documents = await store.documents(filter.documents);
  const encoding = await encode(asked.text);
  if (documents.length < 2 || filter.chapters !== undefined) {
    const hits = await search(asked, encoding, asked.chapters);
    return { analysis: asked, encoding, encodeMs, hits };
  }
  const found = await search(asked, encoding, []);
  const homes = new Set(findHomes(asked, documents).map(({ id }) => id));
  const best = found.find(({ passage }) => homes.has(passage.documentId));
  if (best === undefined) return { analysis: asked, encoding, encodeMs, hits: found };
  const { gazetteer } = await readingOf([best.passage.documentId]);
  const analysis = analyseQuestion(text, gazetteer, asked.language);
  const namesakes = findNamesakes(text, gazetteer.ownNames, documents);
  if (namesakes.length === 0) {
    const hits = analysis.chapters.length === 0 ? found : await search(asked, encoding, analysis.chapters);
    return { analysis, encoding, encodeMs, hits };
  }
  const own = { ...filter, documents: namesakes.map(({ id }) => id) };
  const ofRest = await encode(analysis.text);
  const hits = await search(analysis, ofRest, analysis.chapters, own);
  return { analysis, encoding: ofRest, encodeMs, hits };
}
