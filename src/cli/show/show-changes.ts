/** What changed between two editions, as text. Pure. */
import { countNoun } from '../../text/count-noun.ts';
import { wordsOf, wrapText } from '../../text/wrap-text.ts';
import {
  type ChangedPiece,
  markWords,
  nameChange,
  nameGroup,
  sentenceOf,
  summarizeGroup,
  type ToldExtent,
  tellFigures,
} from '../../wire/tell-change.ts';
import type { Change, EditionChanges } from '../../wire/types.ts';
import type { Screen } from '../terminal.ts';

/** Told apart without colours too. */
const styles = { before: ['red', 'strikethrough'], after: ['green', 'underline'] } as const;

function paintWords({ text, in: where }: ChangedPiece, { paint }: Screen): string {
  if (where === 'both') return text;
  const words = wordsOf(text).map((word) => paint([...styles[where]], word));
  return `${words.join(' ')}${/\s$/.test(text) ? ' ' : ''}`;
}

/** The changed words are coloured, or between marks where nothing is. */
function textOf(change: Change, screen: Screen): string {
  const { change: what, words: pieces } = change;
  if (pieces !== undefined) {
    const isPlain = screen.paint('red', 'x') === 'x';
    return isPlain ? markWords(pieces) : pieces.map((piece) => paintWords(piece, screen)).join('');
  }
  const words = wordsOf(sentenceOf(change));
  const color = what === 'added' ? 'green' : what === 'removed' ? 'red' : undefined;
  return words.map((word) => (color === undefined ? word : screen.paint(color, word))).join(' ');
}

/** Each change below what happened and where; changes of which the same is said stand below it together. */
function showGroup(group: EditionChanges['groups'][number], screen: Screen): string {
  const { width, paint } = screen;
  const heads = group.changes.map(nameChange);
  const lines = group.changes.flatMap((change, index) => {
    const head = heads[index] ?? '';
    return [
      ...(head === heads[index - 1] ? [] : [paint('dim', wrapText(head, width, '    ', '  '))]),
      wrapText(textOf(change, screen), width, '      ', '    '),
    ];
  });
  return [paint('bold', wrapText(nameGroup(group), width)), ...lines].join('\n');
}

/** How many chapters a summary has; the others are counted. */
const mostChapters = 24;

/** A line for each chapter. */
function showSummary(groups: EditionChanges['groups'], { width }: Screen): string {
  const others = groups.length - mostChapters;
  return [
    ...groups.slice(0, mostChapters).map((group) => wrapText(summarizeGroup(group), width, '    ', '  ')),
    ...(others > 0 ? [`  … and ${countNoun(others, 'chapter')} more`] : []),
  ].join('\n');
}

/**
 * The figures, then each change below its chapter, in the order of the new edition; in a summary a line for each chapter.
 * @param extent what was asked for; of a summary also how to see the changes is told.
 */
export function showChanges(changes: EditionChanges, screen: Screen, extent: ToldExtent): string {
  const { before, after, groups } = changes;
  const nameOf = ({ label, pages }: EditionChanges['before']) => `${label}, ${countNoun(pages, 'page')}`;
  const head = [
    screen.paint('bold', wrapText(`${nameOf(before)} → ${nameOf(after)}`, screen.width)),
    ...tellFigures(changes, extent).map((line) => wrapText(line, screen.width)),
  ].join('\n');
  const listed =
    extent === 'summary'
      ? [showSummary(groups, screen), '--all lists each of them.']
      : groups.map((group) => showGroup(group, screen));
  return `${[head, ...listed].join('\n\n')}\n`;
}
