/** Reads the best hits together with the question, and what the best sentences lead to: text behind their passage, notes. */
import { doAtOnce } from '../../core/do-at-once.ts';
import type { AnswerReader, AnswerReading } from '../../core/networks.ts';
import type { PassageStore } from '../../core/passage-store.ts';
import type { Passage } from '../../core/types.ts';
import { indexedParts } from '../../search/indexed-text.ts';
import type { RetrievedHit } from '../../search/retrieve.ts';
import { choice } from '../answer-numbers.ts';
import type { Candidate } from './candidate.ts';
import type { MatchedQuestion } from './features.ts';
import { fetchNotePassages } from './note-passages.ts';
import { findPrintedLists, type ReadList, readPrintedLists } from './printed-lists.ts';
import type { SentenceModels } from './rank-sentences.ts';
import { mostRead, type Readings, readHits } from './read-hits.ts';
import { scoreSentences } from './select.ts';
import { isSentence } from './sentence-form.ts';

export interface ReadClosely {
  /** Those given, and the passages to which the best of them lead: what follows, and notes. */
  hits: RetrievedHit[];
  readings: Readings;
  /** The printed lists that the best of those given hold a part of, of which nothing is in the hits and readings. */
  lists: readonly ReadList[];
}

/** How many hits are read: those that are read first, and all where none of these surely answers. */
export interface ReadingDepth {
  first: number;
  most: number;
}

export interface CloseReading {
  store: PassageStore;
  reader: AnswerReader;
  models: SentenceModels;
  depth: ReadingDepth;
  /** Whether the lists that the hits hold a part of are read whole. */
  takesLists?: boolean;
  signal?: AbortSignal | undefined;
}

/** A passage that one of the best hits leads to, and the sentences of that hit which say what it speaks of. */
interface Further {
  from: RetrievedHit;
  passage: Passage;
  /** As the reader reads them. */
  context: readonly string[];
}

/** Whether one passage goes on with the text of another. */
function goesOn(next: Passage, from: Passage): boolean {
  return next.kind === 'body' && next.chapter === from.chapter && next.section === from.section;
}

/** The text behind the passages in whose last sentences one of the best stands, best first. */
async function findText(
  best: readonly Candidate[],
  hitOf: ReadonlyMap<string, RetrievedHit>,
  store: PassageStore,
): Promise<Further[]> {
  const { tail } = choice.readOn;
  const ended = best.flatMap(({ passage, index }) =>
    passage.kind === 'body' && passage.sentences.length - index <= tail ? [passage.id] : [],
  );
  const hits = [...new Set(ended)].flatMap((id) => hitOf.get(id) ?? []);
  if (hits.length === 0) return [];
  const neighbours = await store.neighbours(hits.map(({ passage }) => passage.id));
  const nextOf = ({ passage }: RetrievedHit) => neighbours.get(passage.id)?.next ?? '';
  const passages = await store.passages(hits.map(nextOf).filter((id) => id !== ''));
  return hits.flatMap((from) => {
    const passage = passages.get(nextOf(from));
    const context = indexedParts(from.passage).slice(1).slice(-tail);
    return passage && goesOn(passage, from.passage) ? [{ from, passage, context }] : [];
  });
}

/** Whether a note says something, or only names a work. */
function saysMore({ sentences }: Passage): boolean {
  return sentences.some(({ text }) => isSentence(text));
}

/** The notes of the best sentences, best first. */
async function findNotes(
  best: readonly Candidate[],
  hitOf: ReadonlyMap<string, RetrievedHit>,
  store: PassageStore,
): Promise<Further[]> {
  const noted = best.filter(
    ({ passage, sentence }) => passage.kind !== 'note' && sentence.noteIds.length > 0,
  );
  const passageOf = await fetchNotePassages(noted, store);
  const notes = noted.flatMap(({ passage, sentence, index }) =>
    sentence.noteIds.flatMap((id): Further[] => {
      const from = hitOf.get(passage.id);
      const note = passageOf.get(id);
      const context = indexedParts(passage).slice(index + 1, index + 2);
      return from && note && saysMore(note) ? [{ from, passage: note, context }] : [];
    }),
  );
  const isFirst = ({ passage }: Further, at: number) =>
    notes.findIndex((other) => other.passage.id === passage.id) === at;
  return notes.filter(isFirst).slice(0, choice.readOn.notes);
}

/** Reads a passage behind the sentences that lead to it. */
async function readBehind(
  { passage, context }: Further,
  question: string,
  reader: AnswerReader,
): Promise<AnswerReading> {
  const [heading = '', ...sentences] = indexedParts(passage);
  const reading = await reader.readAnswers([heading, ...context, ...sentences], question);
  return {
    passage: reading.passage,
    sentences: reading.sentences.slice(context.length),
    denials: reading.denials.slice(context.length),
  };
}

/** Reads the first hits, and the ones behind where those do not surely answer. */
async function readDeep(
  question: string,
  hits: readonly RetrievedHit[],
  { reader, depth, signal }: CloseReading,
): Promise<Map<string, AnswerReading>> {
  const first = await readHits(question, hits, reader, { count: depth.first, signal });
  if (mostRead(first).answers >= choice.sureReading) return new Map(first);
  const behind = hits.slice(depth.first, depth.most);
  return new Map([...first, ...(await readHits(question, behind, reader, { count: depth.most, signal }))]);
}

/** Of two readings of a passage, the more that either says. */
function mostOf(one: AnswerReading, other: AnswerReading | undefined): AnswerReading {
  if (other === undefined) return one;
  const most = (values: AnswerReading['sentences'], others: AnswerReading['sentences']) =>
    values.map((value, at) => {
      const also = others[at] ?? null;
      return value === null || also === null ? (value ?? also) : Math.max(value, also);
    });
  return {
    passage: Math.max(one.passage, other.passage),
    sentences: most(one.sentences, other.sentences),
    denials: most(one.denials, other.denials),
  };
}

/** Reads the lists that the best hits hold a part of. */
async function readLists(
  question: string,
  hits: readonly RetrievedHit[],
  { store, reader, takesLists = false, signal }: CloseReading,
): Promise<ReadList[]> {
  if (!takesLists) return [];
  const passages = hits.slice(0, choice.printedLists.hits).map(({ passage }) => passage);
  return readPrintedLists(await findPrintedLists(passages, store), question, reader, signal);
}

/** A passage that a hit leads to, as a hit. @param known that passage, where it was found itself. */
function hitBehind(
  { from, passage }: Pick<Further, 'from' | 'passage'>,
  vectors: RetrievedHit['vectors'],
  known: RetrievedHit | undefined,
): RetrievedHit {
  const score = Math.max(known?.score ?? 0, from.score * choice.readOn.shareOfScore);
  const scores = known?.scores ?? { keyword: null, vector: null, maxsim: null };
  return { passage, vectors, scores, score };
}

/** What was read, and a list that one of the hits led to. */
export async function withList(
  { hits, readings }: Pick<ReadClosely, 'hits' | 'readings'>,
  { announcement, items, readings: ofList }: ReadList,
  store: PassageStore,
): Promise<Pick<ReadClosely, 'hits' | 'readings'>> {
  const parts = [...(announcement === undefined ? [] : [announcement]), ...items.flat()];
  const passages = [...new Map(parts.map(({ passage }) => [passage.id, passage])).values()];
  const known = new Set(hits.map(({ passage }) => passage.id));
  const from = hits.find(({ passage }) => passages.some(({ id }) => id === passage.id));
  const missing = passages.filter(({ id }) => !known.has(id));
  const vectors = await store.vectors(missing.map(({ id }) => id));
  const further = missing.flatMap((passage) => {
    const made = vectors.get(passage.id);
    return from && made ? [hitBehind({ from, passage }, made, undefined)] : [];
  });
  const merged = [...ofList].map(([id, reading]) => [id, mostOf(reading, readings.get(id))] as const);
  return { hits: [...hits, ...further], readings: new Map([...readings, ...merged]) };
}

/**
 * Reads the best hits, about 15 ms each, and where one of the best sentences is among the last of its passage, the passage
 * behind: "The group asked why. || It did so because …" is cut by length, not by matter.
 * @param question nothing of which is read yet.
 * @throws the reason of `signal`, once that is aborted.
 */
export async function readClosely(
  question: MatchedQuestion,
  hits: readonly RetrievedHit[],
  options: CloseReading,
): Promise<ReadClosely> {
  const { store, reader, models, signal } = options;
  const { text } = question.analysis;
  const readings = await readDeep(text, hits, options);
  const { sentences, sureSentences } = choice.readOn;
  const best = scoreSentences({ ...question, readings }, hits, models).slice(0, sentences);
  const isSure = mostRead(readings).answers >= choice.sureReading;
  const found = new Map(hits.map((hit) => [hit.passage.id, hit]));
  const [onward, notes, lists] = await Promise.all([
    findText(best.slice(0, isSure ? sureSentences : sentences), found, store),
    findNotes(best, found, store),
    readLists(text, hits, options),
  ]);
  const further = [...onward, ...notes];
  const vectors = await store.vectors(further.map(({ passage }) => passage.id));
  const readOn = async (one: Further): Promise<RetrievedHit[]> => {
    const { id } = one.passage;
    const made = vectors.get(id);
    if (made === undefined) return [];
    const reading = await readBehind(one, text, reader);
    readings.set(id, mostOf(reading, readings.get(id)));
    return [hitBehind(one, made, found.get(id))];
  };
  for (const hit of (await doAtOnce(further, reader.concurrency ?? 1, readOn, signal)).flat())
    found.set(hit.passage.id, hit);
  return { hits: [...found.values()], readings, lists };
}
