/** Reads a question by the documents that it is about, and finds its passages. */
import type { Encoder } from '../../core/networks.ts';
import type { PassageFilter, PassageStore } from '../../core/passage-store.ts';
import type { Encoding, ReportDocument } from '../../core/types.ts';
import type { RankingPart } from '../../search/ranking-parts.ts';
import { type RetrievedHit, retrieve } from '../../search/retrieve.ts';
import { hasName } from './own-names.ts';
import { analyseQuestion, type Company, type QuestionAnalysis } from './question.ts';
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

/** Whether the best passage tells of the company in a document that is no report of it. */
function isToldElsewhere(best: RetrievedHit | undefined, { names, documents }: Company): boolean {
  return (
    best !== undefined && !documents.includes(best.passage.documentId) && hasName(best.passage.text, names)
  );
}

/**
 * Finds the passages of a question, and reads it by the chapters and names of the documents that it is about. Where several are
 * searched, they are those of the one with the best passage, whatever is called so in the others: of 691 questions on eleven
 * documents in one index, it is the right one for 682, of the first two passages together for as many, of the first five for 665.
 * Where the question names a company, the rest of it is looked for in that company's reports, unless another document tells of it.
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
  const find = async (
    analysis: QuestionAnalysis,
    sought: string,
    chapters: readonly string[],
    within = filter,
  ) => {
    const started = performance.now();
    const encoding = await encoder.encodeQuery(sought, signal);
    encodeMs += performance.now() - started;
    signal?.throwIfAborted();
    const asksForNotes = analysis.answerType === 'source';
    const question = { text: sought, encoding, chapters, asksForNotes, matter: analysis.matter };
    const hits = await retrieve(question, store, { count, filter: within, without });
    return { analysis, encoding, encodeMs, hits };
  };
  const documents = await store.documents(filter.documents);
  if (documents.length < 2 || filter.chapters !== undefined) return find(asked, asked.text, asked.chapters);
  const { company } = asked;
  const found = await find(asked, company === undefined ? asked.text : text, []);
  if (company !== undefined && !isToldElsewhere(found.hits[0], company)) {
    const { gazetteer } = await readingOf(company.documents);
    const analysis = analyseQuestion(text, gazetteer, asked.language);
    return find(analysis, analysis.text, analysis.chapters, { ...filter, documents: [...company.documents] });
  }
  const homes = new Set(findHomes(asked, documents).map(({ id }) => id));
  const best = found.hits.find(({ passage }) => homes.has(passage.documentId));
  if (best === undefined) return found;
  const { gazetteer } = await readingOf([best.passage.documentId]);
  const analysis = analyseQuestion(text, gazetteer, asked.language);
  return analysis.chapters.length === 0 && analysis.text === asked.text
    ? { ...found, analysis }
    : find(analysis, analysis.text, analysis.chapters);
}
