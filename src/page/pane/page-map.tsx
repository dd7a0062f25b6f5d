/** The strip below the page: the report with a segment per chapter and a tick per cited page. */

import type { DocumentListing } from '../../wire/types.ts';
import { clusterPages, shareOf } from '../answer/marks.ts';
import { percent } from './page-picture.tsx';

/** A button is 24 px wide and the strip at least 340 px. */
const buttonShare = 24 / 340;

/** The page of a cluster after the current one; after the last, the first. */
function nextOf(pages: readonly number[], page: number): number {
  return pages.find((one) => one > page) ?? pages[0] ?? page;
}

export function PageMap({
  document,
  page,
  cited,
  onPage,
}: {
  document: DocumentListing;
  page: number;
  /** Pages with a mark, in any order. */
  cited: readonly number[];
  onPage: (page: number) => void;
}) {
  const { pages: count, chapters } = document;
  return (
    <nav class="map" aria-label="Cited pages of the report">
      {chapters.map((chapter) => (
        <i
          key={chapter.name}
          class={chapter.page <= page && page <= chapter.lastPage ? 'here' : ''}
          style={{
            left: percent((chapter.page - 1) / count),
            width: `calc(${percent((chapter.lastPage - chapter.page + 1) / count)} - 2px)`,
          }}
        />
      ))}
      {[...new Set(cited)].map((one) => (
        <b
          key={one}
          class={one === page ? 'tick here' : 'tick'}
          style={{ left: percent(shareOf(one, count)) }}
        />
      ))}
      {clusterPages(cited, count, buttonShare).map(({ pages, at }) => (
        <button
          key={pages.join()}
          type="button"
          aria-label={`Cited on ${pages.length === 1 ? 'page' : 'pages'} ${pages.join(', ')}`}
          aria-current={pages.includes(page) ? 'page' : undefined}
          style={{ left: percent(at) }}
          onClick={() => onPage(nextOf(pages, page))}
        />
      ))}
    </nav>
  );
}
