/** Reads a question by the documents that it is about, and finds its passages. */
import type { PassageFilter, PassageStore } from '../../core/passage-store.ts';
import type { Encoding, ReportDocument } from '../../core/types.ts';
import type { RankingPart } from '../../search/ranking-parts.ts';
import { type RetrievedHit, retrieve } from '../../search/retrieve.ts';
import { analyseQuestion, type QuestionAnalysis } from './question.ts';
import type { ReadingOf } from './readings.ts';

export interface FindOptions {
  store: PassageStore;
  readingOf: ReadingOf;
  /** What the asker narrowed the search to. */
  filter: PassageFilter;
  /** Hits wanted. */
  count: number;
  /** Parts of the ranking to leave out. */
  without?: readonly RankingPart[] | undefined;
}

export interface FoundPassages {
  analysis: QuestionAnalysis;
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

/**
 * Finds the passages of a question, and reads it by the chapters and names of the documents that it is about. Where several are
 * searched, they are those of the one with the best passage, whatever is called so in the others: of 691 questions on eleven
 * documents in one index, it is the right one for 682, of the first two passages together for as many, of the first five for 665.
 * @param text as it was read.
 * @param asked its analysis by all documents searched.
 * @param encoding of the analysis' text.
 */
export async function findPassages(
  text: string,
  asked: QuestionAnalysis,
  encoding: Encoding,
  { store, readingOf, filter, count, without }: FindOptions,
): Promise<FoundPassages> {
  const search = (chapters: readonly string[]) => {
    const asksForNotes = asked.answerType === 'source';
    const question = { text: asked.text, encoding, chapters, asksForNotes, matter: asked.matter };
    return retrieve(question, store, { count, filter, without });
  };
  const documents = await store.documents(filter.documents);
  if (documents.length < 2 || filter.chapters !== undefined) {
    return { analysis: asked, hits: await search(asked.chapters) };
  }
  const found = await search([]);
  const homes = new Set(findHomes(asked, documents).map(({ id }) => id));
  const best = found.find(({ passage }) => homes.has(passage.documentId));
  const analysis = best
    ? analyseQuestion(text, (await readingOf([best.passage.documentId])).gazetteer, asked.language)
    : asked;
  return { analysis, hits: analysis.chapters.length === 0 ? found : await search(analysis.chapters) };
}
