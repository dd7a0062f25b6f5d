/** The entries of printed contents, each at the page and heading that it names. Pure. */

import { titleKey } from '../../text/similar-titles.ts';
import { type Block, blockText, joinTitle } from '../page-model.ts';
import { depthsOf } from './contents-depths.ts';
import { type RawEntry, textOf, toRawEntries } from './contents-entries.ts';
import type { PrintedContents, PrintedNumber } from './contents-rows.ts';
import type { Entry } from './entries.ts';
import { findTitle, findTitleBelow, indexPages, isDisplay } from './find-title.ts';
import { findOffset } from './page-offset.ts';

/** How a title may be worded on its page: without an author above it, with a second line below. */
function wordings({ rows, after }: RawEntry, before: RawEntry | undefined): string[] {
  const own = rows.map((_, at) => textOf(rows.slice(at)));
  const longer = after.map((_, at) => textOf([...rows, ...after.slice(0, at + 1)]));
  const withBefore = before?.number === null ? [`${textOf(before.rows)} ${textOf(rows)}`] : [];
  return [...own, ...longer, ...withBefore];
}

/** A row of the contents, and where the document has it. */
interface Located {
  raw: RawEntry;
  entry: Omit<Entry, 'depth'>;
}

/** The longest rising run of entries by page: what is out of order was misread. */
function inOrder(located: readonly Located[]): Located[] {
  const entries = located.map(({ entry }) => entry);
  const best: number[] = [];
  const previous: number[] = [];
  entries.forEach((entry, at) => {
    best[at] = 1;
    previous[at] = -1;
    for (let before = 0; before < at; before++) {
      const rises = (entries[before]?.page ?? 0) <= entry.page;
      if (rises && (best[before] ?? 0) + 1 > (best[at] ?? 0)) {
        best[at] = (best[before] ?? 0) + 1;
        previous[at] = before;
      }
    }
  });
  const kept: Located[] = [];
  for (let at = best.indexOf(Math.max(...best)); at >= 0; at = previous[at] ?? -1) {
    const one = located[at];
    if (one !== undefined) kept.unshift(one);
  }
  return kept;
}

/** How many pages further on or back a heading may stand, where pages of the print take two of the file here and there. */
const farthest = 8;
/** How alike a heading that far away must be. */
const sureHeading = 0.95;

/** By how much a longer or shorter wording must be more like the heading than the entry as it is. */
const wordingMargin = 0.06;

/**
 * The entries of one table of contents, at their places.
 * @param printed the numbers printed on the pages, as far as they were found.
 */
export function entriesFromContents(
  contents: PrintedContents,
  blocks: readonly Block[],
  bodySize: number,
  pageCount: number,
  printed: ReadonlyMap<number, PrintedNumber>,
): Entry[] {
  const raws = toRawEntries(contents.rows);
  const onPage = indexPages(blocks);
  const isShown = (index: number) => {
    const block = blocks[index];
    return block !== undefined && isDisplay(block, bodySize);
  };
  const shownOn = new Map(
    [...onPage]
      .filter(([page]) => !contents.pages.includes(page))
      .map(([page, indexes]) => [page, indexes.filter(isShown)] as const),
  );
  const keysOn = new Map(
    [...shownOn].map(([page, indexes]) => [
      page,
      indexes.flatMap((index) => (blocks[index] === undefined ? [] : [titleKey(blockText(blocks[index]))])),
    ]),
  );
  const offsets = [false, true].map((roman) => findOffset(raws, roman, keysOn, printed));

  // The last block of the title before: what follows on the same page stands below it.
  let above = -1;
  /** A numbered entry: its heading on its page or one beside it, else the top of the page. */
  const locateByNumber = (raw: RawEntry, number: PrintedNumber, before: RawEntry | undefined): Located[] => {
    const offset = offsets[number.roman ? 1 : 0];
    const page = number.value + (offset ?? 0);
    if (offset === undefined || page < 1 || page > pageCount) return [];
    const plain = textOf(raw.rows);
    const texts = wordings(raw, before);
    // A title that each chapter has says nothing of a heading that far away.
    const isOnly = raws.filter(({ rows }) => titleKey(textOf(rows)) === titleKey(plain)).length === 1;
    const around = Array.from({ length: (isOnly ? farthest : 1) * 2 + 1 }, (_, at) =>
      at % 2 === 0 ? page - at / 2 : page + (at + 1) / 2,
    );
    for (const candidate of around) {
      if (contents.pages.includes(candidate)) continue;
      const isNear = Math.abs(candidate - page) <= 1;
      const indexes = (isNear ? onPage : shownOn).get(candidate) ?? [];
      const found = (isNear ? texts : [plain])
        .flatMap((text) => {
          const title = findTitleBelow(
            above,
            text,
            indexes,
            blocks,
            bodySize,
            isNear ? undefined : sureHeading,
          );
          return title === null
            ? []
            : [{ ...title, text, score: title.score + (text === plain ? wordingMargin : 0) }];
        })
        .sort((a, b) => b.score - a.score)[0];
      if (found !== undefined) {
        const { text, first: block, last: titleEnd } = found;
        above = titleEnd;
        const heading = joinTitle(
          blocks.slice(block, titleEnd + 1).flatMap(({ lines }) => lines.map((line) => line.text)),
        );
        // The contents may break a word that the heading has whole, and the other way round.
        const isSame = titleKey(heading) === titleKey(text);
        const title =
          isSame && heading.length <= text.length && heading !== heading.toUpperCase() ? heading : text;
        return [
          { raw, entry: { title, page: candidate, block, titleEnd, sources: ['contents', 'heading'] } },
        ];
      }
    }
    const block = (onPage.get(page) ?? onPage.get(page + 1))?.[0];
    if (block === undefined) return [];
    return [{ raw, entry: { title: plain, page, block, titleEnd: null, sources: ['contents'] } }];
  };

  /** An entry without a number ("PART II"): where a heading at the top of a page says the same. */
  const locateByTitle = (raw: RawEntry): Located[] => {
    const title = textOf(raw.rows);
    for (const [page, shown] of shownOn) {
      if (page <= Math.max(...contents.pages)) continue;
      const found = findTitle(title, shown, blocks, bodySize, 0.9);
      if (found !== null && (onPage.get(page) ?? []).indexOf(found.first) <= 1)
        return [
          {
            raw,
            entry: {
              title,
              page,
              block: found.first,
              titleEnd: found.last,
              sources: ['contents', 'heading'],
            },
          },
        ];
    }
    return [];
  };

  const located = inOrder(
    raws.flatMap((raw, at) =>
      raw.number === null ? locateByTitle(raw) : locateByNumber(raw, raw.number, raws[at - 1]),
    ),
  );
  const depths = depthsOf(
    located.map(({ raw: { rows, number } }) => {
      const [{ page = 0, indent = 0, style = '', weight = 0 } = {}] = rows;
      return { title: textOf(rows), isNumbered: number !== null, page, indent, style, weight };
    }),
  );
  return located.map(({ entry }, at) => ({ ...entry, depth: depths[at] ?? 0 }));
}
