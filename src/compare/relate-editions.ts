/** Finds for each sentence of two editions what became of it. Pure. */
import { mapInPieces, type Pause } from '../core/pauses.ts';
import type { PassageKind } from '../core/types.ts';
import { alignChapters } from './align-chapters.ts';
import { alignSequences } from './align-sequences.ts';
import type { EditionChapter, EditionSentence } from './edition.ts';
import { pairChanged } from './pair-changed.ts';
import { placeRemoved } from './place-removed.ts';
import type { RelatedEditions, Relation } from './relation.ts';

/** How like two sentences must be (`likenessOf`) to be one that changed: between two that stayed; anywhere. */
const least = { between: 0.55, anywhere: 0.75 } as const;
/** Fewer words are too common to know a sentence again by them, wherever it stands. */
const leastWords = 5;

const kinds: readonly PassageKind[] = ['body', 'table', 'note'];

/** Sentences of one kind between two that stayed. */
interface Gap {
  before: EditionSentence[];
  after: EditionSentence[];
}

/** What is the same of one kind in a chapter, and the gaps between. */
function alignKind(before: EditionSentence[], after: EditionSentence[]): { same: Relation[]; gaps: Gap[] } {
  const keysOf = (sentences: readonly EditionSentence[]) => sentences.map(({ key }) => key);
  const same: Relation[] = [];
  const gaps: Gap[] = [];
  let [start, startAfter] = [0, 0];
  const addGap = (end: number, endAfter: number) => {
    if (end > start || endAfter > startAfter)
      gaps.push({ before: before.slice(start, end), after: after.slice(startAfter, endAfter) });
  };
  for (const [index, indexAfter] of alignSequences(keysOf(before), keysOf(after))) {
    addGap(index, indexAfter);
    const [one, other] = [before[index], after[indexAfter]];
    if (one !== undefined && other !== undefined)
      same.push({ fate: 'same', before: [one], after: [other], place: other.at });
    [start, startAfter] = [index + 1, indexAfter + 1];
  }
  addGap(before.length, after.length);
  return { same, gaps };
}

/** The sentences of each key, in order. */
function byKey(sentences: readonly EditionSentence[]): Map<string, EditionSentence[]> {
  const found = new Map<string, EditionSentence[]>();
  for (const sentence of sentences) {
    const own = found.get(sentence.key);
    if (own === undefined) found.set(sentence.key, [sentence]);
    else own.push(sentence);
  }
  return found;
}

/**
 * Pairs those of one text, the first with the first. In another chapter only where both editions have it equally often: else
 * which of them went there cannot be told.
 */
function pairSameTexts(
  before: readonly EditionSentence[],
  after: readonly EditionSentence[],
  fate: 'reordered' | 'moved',
): Relation[] {
  const others = byKey(after);
  return [...byKey(before)].flatMap(([key, own]) => {
    const other = others.get(key) ?? [];
    if (fate === 'moved' && other.length !== own.length) return [];
    return own.flatMap((one, index): Relation[] => {
      const its = other[index];
      return its === undefined ? [] : [{ fate, before: [one], after: [its], place: its.at }];
    });
  });
}

const joinKeys = (sentences: readonly EditionSentence[]) => sentences.map(({ key }) => key).join(' ');

/** A pair that changed; the same, where only the ends of its sentences were read elsewhere. */
const toRelation = ({ before, after }: Gap): Relation => ({
  fate: joinKeys(before) === joinKeys(after) ? 'same' : 'changed',
  before,
  after,
  place: after[0]?.at ?? 0,
});

const ofKind = (sentences: readonly EditionSentence[], kind: PassageKind) =>
  sentences.filter((sentence) => sentence.kind === kind);

const isLong = ({ key }: EditionSentence) => key.split(' ').length >= leastWords;

/** Relates the sentences of two editions. In chapters that both have each kind is aligned by itself; the rest wherever it is. */
export async function relateEditions(
  before: readonly EditionChapter[],
  after: readonly EditionChapter[],
  pause: Pause,
): Promise<RelatedEditions> {
  const chapters = alignChapters(before, after);
  const all = {
    before: before.flatMap(({ sentences }) => sentences),
    after: after.flatMap(({ sentences }) => sentences),
  };
  const relations: Relation[] = [];
  const done = new Set<EditionSentence>();
  const add = (found: readonly Relation[]) => {
    for (const relation of found) {
      relations.push(relation);
      for (const sentence of [...relation.before, ...relation.after]) done.add(sentence);
    }
  };
  const open = (sentences: readonly EditionSentence[]) => sentences.filter((sentence) => !done.has(sentence));
  const addChanged = async (gap: Gap, likeness: number) => {
    const pairs = await pairChanged(open(gap.before), open(gap.after), likeness, pause);
    add(pairs.map(toRelation));
  };

  const shared = chapters.map((pair) => ({
    before: pair.before?.sentences ?? [],
    after: pair.after?.sentences ?? [],
  }));
  const aligned = await mapInPieces(shared, pause, (chapter) =>
    kinds.flatMap((kind) => {
      const { same, gaps: between } = alignKind(ofKind(chapter.before, kind), ofKind(chapter.after, kind));
      add(same);
      return between;
    }),
  );
  const gaps = aligned.flat();
  // Of rows the place says more than the text: tables have rows of one label, whose figures may come to be another's.
  const isOfRows = ({ before: [one] }: Gap) => one?.kind === 'table';
  for (const gap of gaps.filter(isOfRows)) await addChanged(gap, least.between);
  for (const chapter of shared) add(pairSameTexts(open(chapter.before), open(chapter.after), 'reordered'));
  add(pairSameTexts(open(all.before).filter(isLong), open(all.after).filter(isLong), 'moved'));
  for (const gap of gaps.filter((one) => !isOfRows(one))) await addChanged(gap, least.between);
  for (const kind of kinds) {
    const [old, fresh] = [ofKind(all.before, kind).filter(isLong), ofKind(all.after, kind).filter(isLong)];
    await addChanged({ before: old, after: fresh }, least.anywhere);
  }
  add(open(all.after).map((one) => ({ fate: 'added', before: [], after: [one], place: one.at })));
  const stayed = relations.filter(({ fate }) => fate === 'same' || fate === 'changed');
  add(placeRemoved(new Set(open(all.before)), chapters, stayed));
  return { relations, chapters };
}
