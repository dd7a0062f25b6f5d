/** What changed between two editions, in words. Pure. */
import { countNoun } from '../text/count-noun.ts';
import { formatPages } from '../text/format-pages.ts';
import { changeKinds } from './kinds.ts';
import type { Change, ChangeKind, EditionChanges } from './types.ts';

type Counts = EditionChanges['counts']['body'];
export type ChangedPiece = NonNullable<Change['words']>[number];

/** What is counted. */
const nouns = { body: 'sentence', table: 'row', note: 'note' } as const;

/** "31 changed, 12 added"; empty where nothing differs. */
function tellDiffering(counts: Record<ChangeKind, number>): string {
  return changeKinds
    .filter((kind) => counts[kind] > 0)
    .map((kind) => `${counts[kind].toLocaleString('en')} ${kind}`)
    .join(', ');
}

/** "412 sentences the same (3 in another order), 31 changed, 12 added". */
function tellCounts({ same, reordered, ...differing }: Counts, noun: string): string {
  const order = reordered > 0 ? ` (${reordered.toLocaleString('en')} in another order)` : '';
  return `${countNoun(same, noun)} the same${order}, ${tellDiffering(differing) || 'none changed'}`;
}

/**
 * Which share of the shorter edition the other has too, word for word, in other words or in another chapter: of its sentences,
 * rows and notes, 0..1.
 */
function shareInBoth({ body, table, note }: EditionChanges['counts']): number {
  const sum = (kinds: readonly (keyof Counts)[]) =>
    kinds.reduce((total, kind) => total + body[kind] + table[kind] + note[kind], 0);
  const [both, added, removed] = [sum(['same', 'changed', 'moved']), sum(['added']), sum(['removed'])];
  return both === 0 ? 0 : both / (both + Math.min(added, removed));
}

/**
 * Below this share two documents are not told as editions. Of 28 pairs of reports that have nothing to do with each other the
 * most was .012; of 15 pairs of versions of a specification, over seven years, the least was .40.
 */
const leastInBoth = 0.1;

/** Whether two documents are rather two reports than two editions of one. */
export const isUnlike = ({ counts }: Pick<EditionChanges, 'counts'>): boolean =>
  shareInBoth(counts) < leastInBoth;

function tellUnlike(changes: EditionChanges): string[] {
  if (!isUnlike(changes)) return [];
  const percent = shareInBoth(changes.counts) * 100;
  const share = percent === 0 ? 'Nothing' : percent < 1 ? 'Less than 1 %' : `Only ${Math.floor(percent)} %`;
  return [
    `${share} of the shorter one is in the other: these may be two reports rather than two editions of one.`,
  ];
}

/** How many chapters are named of those that were added, removed or renamed. */
const mostNamed = 12;

function tellChapters({ added, removed, renamed }: EditionChanges['chapters']): string[] {
  const lists = {
    added,
    removed,
    renamed: renamed.map(({ before, after }) => `${before} → ${after}`),
  };
  return Object.entries(lists).flatMap(([what, titles]) => {
    const others = titles.length - mostNamed;
    const named = [...titles.slice(0, mostNamed), ...(others > 0 ? [countNoun(others, 'other')] : [])];
    return titles.length === 0 ? [] : [`Chapters ${what}: ${named.join('; ')}.`];
  });
}

/** What is told of two editions: all; a part of them, so that other chapters are not told; or each chapter in a line. */
export type ToldExtent = 'all' | 'part' | 'summary';

const isEmpty = (counts: Counts) => Object.values(counts).every((count) => count === 0);
const isSame = (counts: Counts) => changeKinds.every((kind) => counts[kind] === 0);

/** The figures, a sentence or two each. */
export function tellFigures(changes: EditionChanges, extent: ToldExtent): string[] {
  const { before, after, counts, chapters } = changes;
  const { body, table, note } = counts;
  const differs = [body, table, note].some((one) => !isSame(one));
  return [
    ...(before.id === after.id ? ['Both are the same document.'] : []),
    ...(extent === 'part' ? [] : tellUnlike(changes)),
    ...(differs || isEmpty(body) ? [] : ['No sentence differs.']),
    `${tellCounts(body, nouns.body)}.`,
    ...(isEmpty(table) ? [] : [`Tables: ${tellCounts(table, nouns.table)}.`]),
    ...(isEmpty(note) ? [] : [`Notes: ${tellCounts(note, nouns.note)}.`]),
    ...(extent === 'all' ? tellChapters(chapters) : []),
  ];
}

/** "Sweden", "Poland (added)", "Estonia (removed)", "Magyar path (was Hungary)". */
export function nameGroup({ chapter, formerly }: Omit<EditionChanges['groups'][number], 'changes'>): string {
  if (chapter === null) return `${formerly ?? ''} (removed)`;
  if (formerly === null) return `${chapter} (added)`;
  return formerly === chapter ? chapter : `${chapter} (was ${formerly})`;
}

const pagesOf = (sentences: Change['after']) =>
  formatPages([...new Set(sentences.flatMap(({ pages }) => pages))].sort((a, b) => a - b));

/** "Sweden: 2 changed, 1 added"; "Poland: 46 removed" says by itself that the chapter is gone. */
export function summarizeGroup({ chapter, formerly, changes }: EditionChanges['groups'][number]): string {
  const counts = { changed: 0, added: 0, removed: 0, moved: 0 };
  for (const { change } of changes) counts[change] += 1;
  const name = nameGroup({ chapter: chapter ?? formerly, formerly: formerly ?? chapter });
  return `${name}: ${tellDiffering(counts)}`;
}

/** "changed, p. 84 (was p. 82)", "row added, p. 85", "moved, p. 85 (was Poland, p. 99)", "note removed (was p. 9)". */
export function nameChange({ change, kind, before, after }: Change): string {
  const what = kind === 'body' ? change : `${nouns[kind]} ${change}`;
  const shape = before.length > 1 ? ', joined' : change === 'changed' && after.length > 1 ? ', split' : '';
  const isElsewhere = after[0] !== undefined && before[0]?.chapter !== after[0].chapter;
  const was = before.length === 0 ? '' : `${isElsewhere ? `${before[0]?.chapter}, ` : ''}${pagesOf(before)}`;
  if (after.length === 0) return `${what} (was ${was})`;
  const now = pagesOf(after);
  return `${what}${shape}, ${now}${was === '' || was === now ? '' : ` (was ${was})`}`;
}

/** The sentence of an added, removed or moved one. */
export function sentenceOf({ before, after }: Change): string {
  return (after.length > 0 ? after : before).map(({ text }) => text).join(' ');
}

const marks = { before: ['[-', '-]'], after: ['{+', '+}'] } as const;

/** "alone is cutting [-20,000-]{+22,000+} jobs", as wdiff marks changed words. */
export function markWords(pieces: readonly ChangedPiece[]): string {
  const texts = pieces.map(({ text, in: where }, index) => {
    if (where === 'both') return text;
    const [open, close] = marks[where];
    const isReplaced = where === 'before' && pieces[index + 1]?.in === 'after';
    return `${open}${text.trim()}${close}${/\s$/.test(text) && !isReplaced ? ' ' : ''}`;
  });
  return texts.join('');
}
