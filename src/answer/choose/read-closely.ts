/** Reads the best hits together with the question, and on into what follows where one of the best sentences ends its passage. */
import { doAtOnce } from '../../core/do-at-once.ts';
import type { AnswerReader, AnswerReading } from '../../core/networks.ts';
import type { PassageStore } from '../../core/passage-store.ts';
import type { Passage } from '../../core/types.ts';
import { indexedParts } from '../../search/indexed-text.ts';
import type { RetrievedHit } from '../../search/retrieve.ts';
import { choice } from '../answer-numbers.ts';
import type { MatchedQuestion } from './features.ts';
import type { SentenceModels } from './rank-sentences.ts';
import { mostRead, type Readings, readHits } from './read-hits.ts';
import { scoreSentences } from './select.ts';

export interface ReadClosely {
  /** Those given, and the passages that were read on into behind them. */
  hits: RetrievedHit[];
  readings: Readings;
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
  signal?: AbortSignal | undefined;
}

/** The hits in whose last sentences one of the best stands, best first. */
function endedBy(
  question: MatchedQuestion,
  hits: readonly RetrievedHit[],
  models: SentenceModels,
): RetrievedHit[] {
  const { sentences, tail } = choice.readOn;
  const ended = scoreSentences(question, hits, models)
    .slice(0, sentences)
    .flatMap(({ passage, index }) =>
      passage.kind === 'body' && passage.sentences.length - index <= tail ? [passage.id] : [],
    );
  return [...new Set(ended)].flatMap((id) => hits.find(({ passage }) => passage.id === id) ?? []);
}

/** Whether one passage goes on with the text of another. */
function goesOn(next: Passage, from: Passage): boolean {
  return next.kind === 'body' && next.chapter === from.chapter && next.section === from.section;
}

/** Reads a passage behind the last sentences of the one before it, which say what it speaks of. */
async function readBehind(
  from: Passage,
  next: Passage,
  question: string,
  reader: AnswerReader,
): Promise<AnswerReading> {
  const [heading = '', ...sentences] = indexedParts(next);
  const [, ...before] = indexedParts(from);
  const tail = before.slice(-choice.readOn.tail);
  const reading = await reader.readAnswers([heading, ...tail, ...sentences], question);
  return {
    passage: reading.passage,
    sentences: reading.sentences.slice(tail.length),
    denials: reading.denials.slice(tail.length),
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
  const ended = endedBy({ ...question, readings }, hits, models);
  if (ended.length === 0) return { hits: [...hits], readings };
  const neighbours = await store.neighbours(ended.map(({ passage }) => passage.id));
  const nextOf = ({ passage }: RetrievedHit) => neighbours.get(passage.id)?.next ?? '';
  const ids = ended.map(nextOf).filter((id) => id !== '');
  const [passages, vectors] = await Promise.all([store.passages(ids), store.vectors(ids)]);
  const behind = ended.flatMap((hit) => {
    const passage = passages.get(nextOf(hit));
    const made = vectors.get(nextOf(hit));
    return passage && made && goesOn(passage, hit.passage) ? [{ from: hit, passage, vectors: made }] : [];
  });
  const found = new Map(hits.map((hit) => [hit.passage.id, hit]));
  const readOn = async ({ from, passage, vectors: made }: (typeof behind)[number]) => {
    const reading = await readBehind(from.passage, passage, text, reader);
    readings.set(passage.id, mostOf(reading, readings.get(passage.id)));
    const known = found.get(passage.id);
    const score = Math.max(known?.score ?? 0, from.score * choice.readOn.shareOfScore);
    const scores = known?.scores ?? { keyword: null, vector: null, maxsim: null };
    return { passage, vectors: made, scores, score };
  };
  for (const hit of await doAtOnce(behind, reader.concurrency ?? 1, readOn, signal))
    found.set(hit.passage.id, hit);
  return { hits: [...found.values()], readings };
}
