/** What changed between two editions, in words. Pure. */
import { countNoun } from '../text/count-noun.ts';
import { formatPages } from '../text/format-pages.ts';
import type { Change, EditionChanges } from './types.ts';

type Counts = EditionChanges['counts']['body'];
export type ChangedPiece = NonNullable<Change['words']>[number];

/** What is counted. */
const nouns = { body: 'sentence', table: 'row', note: 'note' } as const;

/** "412 sentences the same (3 in another order), 31 changed, 12 added". */
function tellCounts({ same, reordered, ...changes }: Counts, noun: string): string {
  const order = reordered > 0 ? ` (${reordered.toLocaleString('en')} in another order)` : '';
  const others = (['changed', 'added', 'removed', 'moved'] as const)
    .filter((kind) => changes[kind] > 0)
    .map((kind) => `, ${changes[kind].toLocaleString('en')} ${kind}`);
  return `${countNoun(same, noun)} the same${order}${others.length > 0 ? others.join('') : ', none changed'}`;
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

/**
 * The figures, a sentence or two each.
 * @param isPart whether they are of a part of the editions: other chapters are not told then, and it may be new as a whole.
 */
export function tellFigures({ counts, chapters }: EditionChanges, isPart: boolean): string[] {
  const { body, table, note } = counts;
  const isEmpty = (one: Counts) => Object.values(one).every((count) => count === 0);
  const hasNone = body.same + table.same + note.same === 0;
  return [
    `${tellCounts(body, nouns.body)}.`,
    ...(isEmpty(table) ? [] : [`Tables: ${tellCounts(table, nouns.table)}.`]),
    ...(isEmpty(note) ? [] : [`Notes: ${tellCounts(note, nouns.note)}.`]),
    ...(isPart ? [] : tellChapters(chapters)),
    ...(hasNone && !isPart
      ? ['Nothing is the same: these may be two reports rather than two editions of one.']
      : []),
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
