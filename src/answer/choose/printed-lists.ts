/** Finds the printed lists that the best passages hold a part of, and reads each whole, its items' first words only. */
import { doAtOnce } from '../../core/do-at-once.ts';
import type { AnswerReader, AnswerReading } from '../../core/networks.ts';
import type { PassageStore } from '../../core/passage-store.ts';
import type { Passage, Sentence } from '../../core/types.ts';
import { indexedParts } from '../../search/indexed-text.ts';
import { choice } from '../answer-numbers.ts';
import { isSentence } from './sentence-form.ts';

/** A sentence of a list. */
export interface ListSentence {
  passage: Passage;
  index: number;
}

/** A printed list. */
export interface PrintedList {
  /** The sentence that it stands below; undefined where only a heading stands above it. */
  announcement: ListSentence | undefined;
  /** In order, each with its first sentence, and the one behind where that is only a label: "Endpoints:". */
  items: ListSentence[][];
}

/** A list, and what the reader says of it, as logits. */
export interface ReadList extends PrintedList {
  /** Whether the list answers. */
  answers: number;
  /** Whether its announcement does; undefined without one. */
  announces: number | undefined;
  /** Whether its items do, in their mean. */
  itemsAnswer: number;
  /** What is read of each of its passages, by their ids. */
  readings: ReadonlyMap<string, AnswerReading>;
}

/** A passage's id without its number, which counts the passages of its chapter, and that number. */
function splitId(id: string): { chapter: string; number: number } {
  const at = id.lastIndexOf('/') + 1;
  return { chapter: id.slice(0, at), number: Number(id.slice(at)) };
}

/** The lists that a passage holds a part of. */
const listsOf = ({ sentences }: Passage): number[] => [
  ...new Set(sentences.flatMap(({ announces, item }) => [announces ?? [], item ?? []].flat())),
];

const textAt = ({ passage, index }: ListSentence): string => passage.sentences[index]?.text ?? '';

/** An item's sentences, from the one that opens it. */
function itemAt(first: ListSentence, next: ListSentence | undefined): ListSentence[] {
  const opensNext = next !== undefined && isOpening(next.passage.sentences[next.index]);
  return isSentence(textAt(first)) || next === undefined || opensNext ? [first] : [first, next];
}

const isOpening = (sentence: Sentence | undefined): boolean =>
  sentence?.item !== undefined || sentence?.announces !== undefined;

/** @param passages some of a chapter, in reading order, the list's own among them. */
function listIn(passages: readonly Passage[], list: number): PrintedList | undefined {
  const all = passages.flatMap((passage) => passage.sentences.map((_, index) => ({ passage, index })));
  const sentenceAt = ({ passage, index }: ListSentence) => passage.sentences[index];
  const announcement = all.find((one) => sentenceAt(one)?.announces === list);
  const items = all.flatMap((one, at) => (sentenceAt(one)?.item === list ? [itemAt(one, all[at + 1])] : []));
  return items.length > 1 ? { announcement, items } : undefined;
}

/** The lists that passages hold a part of, in the order of these. */
export async function findPrintedLists(
  passages: readonly Passage[],
  store: PassageStore,
): Promise<PrintedList[]> {
  const { most, before, behind } = choice.printedLists;
  const found = passages
    .filter(({ kind }) => kind === 'body')
    .flatMap((passage) => listsOf(passage).map((list) => ({ list, ...splitId(passage.id) })));
  const isFirst = ({ list, chapter }: (typeof found)[number], at: number) =>
    found.findIndex((other) => other.list === list && other.chapter === chapter) === at;
  const wanted = found.filter(isFirst).slice(0, most);
  const windowOf = ({ chapter, number }: (typeof found)[number]) =>
    Array.from({ length: before + 1 + behind }, (_, at) => `${chapter}${number - before + at}`);
  const held = await store.passages([...new Set(wanted.flatMap(windowOf))]);
  return wanted.flatMap((one) => {
    const around = windowOf(one).flatMap((id) => held.get(id) ?? []);
    return (
      listIn(
        around.filter(({ kind }) => kind === 'body'),
        one.list,
      ) ?? []
    );
  });
}

const meanOf = (values: readonly number[]): number =>
  values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length);

/** What is read of a list's sentences, as readings of their passages, of which nothing else is read. */
function readingsOf(
  sentences: readonly (ListSentence & Record<'answers' | 'denies', number | null>)[],
  passage: number,
): Map<string, AnswerReading> {
  const readings = new Map<string, AnswerReading>();
  for (const { passage: of, index, answers, denies } of sentences) {
    const nothing = of.sentences.map(() => null);
    const reading = readings.get(of.id) ?? { passage, sentences: nothing, denials: nothing };
    readings.set(of.id, {
      passage,
      sentences: reading.sentences.with(index, answers),
      denials: reading.denials.with(index, denies),
    });
  }
  return readings;
}

async function readList(list: PrintedList, question: string, reader: AnswerReader): Promise<ReadList> {
  const { announcement, items } = list;
  const [first] = items[0] ?? [];
  const heading = first === undefined ? '' : (indexedParts(first.passage)[0] ?? '');
  const units = [...(announcement === undefined ? [] : [[announcement]]), ...items];
  const texts = units.map((unit) => `${unit.map(textAt).join(' ')} `);
  const reading = await reader.readAnswers([heading, ...texts], question);
  const ofItems = reading.sentences.slice(units.length - items.length);
  const sentences = units.flatMap((unit, at) =>
    unit.map((one) => ({
      ...one,
      answers: reading.sentences[at] ?? null,
      denies: reading.denials[at] ?? null,
    })),
  );
  return {
    ...list,
    answers: reading.passage,
    announces: announcement === undefined ? undefined : (reading.sentences[0] ?? undefined),
    itemsAnswer: meanOf(ofItems.flatMap((answers) => answers ?? [])),
    readings: readingsOf(sentences, reading.passage),
  };
}

/**
 * Reads lists together with the question, some 20 ms each: their announcement and the beginning of each item, which stand
 * far apart where the items are paragraphs.
 * @throws the reason of `signal`, once that is aborted.
 */
export function readPrintedLists(
  lists: readonly PrintedList[],
  question: string,
  reader: AnswerReader,
  signal?: AbortSignal,
): Promise<ReadList[]> {
  return doAtOnce(lists, reader.concurrency ?? 1, (list) => readList(list, question, reader), signal);
}
