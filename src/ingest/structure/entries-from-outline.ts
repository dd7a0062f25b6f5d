/** The entries of a file's outline, each at its heading. Pure. */
import type { OutlineEntry } from '../../core/document-reader.ts';
import { titleKey } from '../../text/similar-titles.ts';
import { type Block, titleText } from '../page-model.ts';
import type { Entry } from './entries.ts';
import { type FoundTitle, findTitleBelow, indexPages } from './find-title.ts';
import { withoutNumber } from './numbering.ts';

const withoutBlanks = (text: string) => text.replace(/\s/g, '');

/** Titles are cut at such a length at the least; a shorter one may well be the heading without what follows its colon. */
const leastCut = 40;

/**
 * The length at which a program has cut the titles of an outline, as far as it cut any: its longest title's. One shorter may
 * have lost the blank that it ended in.
 */
function cutLength(outline: readonly OutlineEntry[]): number {
  const lengths = (items: readonly OutlineEntry[]): number[] =>
    items.flatMap(({ title, children }) => [title.length, ...lengths(children)]);
  return Math.max(leastCut, ...lengths(outline)) - 1;
}

/**
 * An outline's title as printed: outlines keep a heading's note marker as a digit ("with China1"), lose the blank at
 * its line break ("for theNatural Questions"), and their programs cut it at a length ("Face Challenges in M").
 * @param cut the length at which titles are cut.
 */
function printedTitle(title: string, own: readonly Block[], cut: number): string {
  const last = own.at(-1);
  if (last === undefined) return title;
  const hasMarkers = (last.lines.at(-1)?.markers.length ?? 0) > 0;
  const plain = hasMarkers ? title.replace(/(?<=\p{L})\d{1,2}$/u, '') : title;
  const printed = titleText({ ...last, lines: own.flatMap(({ lines }) => lines) });
  const wordings = [printed, withoutNumber(printed)];
  const isWhole = (text: string) => withoutBlanks(text) === withoutBlanks(plain);
  const isLonger = (text: string) => withoutBlanks(text).startsWith(withoutBlanks(plain));
  return wordings.find(isWhole) ?? (title.length >= cut ? wordings.find(isLonger) : undefined) ?? plain;
}

/** By how much the heading must be more like a title without the author before its colon. */
const authorMargin = 0.08;

/** Where an entry's heading stands: as the outline says it, or without "Jane Doe: " where the heading has no author. */
function findHeading(title: string, find: (wording: string) => FoundTitle | null) {
  const whole = find(title);
  const rest = /^[^:]{3,80}:\s+(.{10,})$/.exec(title)?.[1];
  const part = rest === undefined ? null : find(rest);
  const isBetter = part !== null && part.score > (whole?.score ?? 0) + authorMargin;
  return isBetter && rest !== undefined ? { title: rest, found: part } : { title, found: whole };
}

/** The entries of an outline, outermost first, in the order of their pages. */
export function entriesFromOutline(
  outline: readonly OutlineEntry[],
  blocks: readonly Block[],
  bodySize: number,
): Entry[] {
  const onPage = indexPages(blocks);
  const entries: Entry[] = [];
  const cut = cutLength(outline);
  // The last block of the title before: what follows on the same page stands below it.
  let above = -1;
  const add = (items: readonly OutlineEntry[], depth: number) => {
    for (const { title: named, page, children } of items) {
      const { title, found } = findHeading(
        named,
        (wording) =>
          [page, page + 1, page - 1]
            .map((each) =>
              findTitleBelow(
                above,
                wording,
                onPage.get(each) ?? [],
                blocks,
                bodySize,
                each === page ? 0.5 : 0.9,
              ),
            )
            .find((each) => each !== null) ?? null,
      );
      above = found?.last ?? above;
      const block = found?.first ?? onPage.get(page)?.[0] ?? onPage.get(page + 1)?.[0];
      if (block !== undefined && /\p{L}|\p{N}/u.test(titleKey(title)))
        entries.push({
          title: found ? printedTitle(title, blocks.slice(found.first, found.last + 1), cut) : title,
          depth,
          page: found ? (blocks[found.first]?.page ?? page) : page,
          block,
          titleEnd: found?.last ?? null,
          sources: found ? ['outline', 'heading'] : ['outline'],
        });
      add(children, depth + 1);
    }
  };
  add(outline, 0);
  return entries;
}
