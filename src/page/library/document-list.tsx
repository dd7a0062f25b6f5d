/** The reports of the library as rows, of which only those in view are drawn; arrows move, Enter opens, Space chooses. */
import { useRef, useState } from 'preact/hooks';
import type { DocumentListing } from '../../wire/types.ts';
import { Icon } from '../icon.tsx';
import type { Scope } from '../nouns.ts';
import { isChosen } from '../scope/scope.ts';
import { narrowQuery, useMedia } from '../use-media.ts';
import { useWindow } from '../use-window.ts';
import { DocumentRow } from './document-row.tsx';
import { type FoundDocument, firstSorting, type Sorting, type SortKey } from './find-documents.ts';

/** Pixels, in a wide window and in a narrow one; as in library.css. */
const rowHeights = { wide: 60, narrow: 84 };
/** Pixels at the top of the view: the search and the heads stand over the rows. */
const headHeights = { wide: 92, narrow: 60 };

const columns: { key: SortKey; name: string }[] = [
  { key: 'title', name: 'Title' },
  { key: 'year', name: 'Year' },
  { key: 'pages', name: 'Pages' },
  { key: 'chapters', name: 'Chapters' },
  { key: 'added', name: 'Added' },
];

function Heads({ sorting, onSort }: { sorting: Sorting; onSort: (sorting: Sorting) => void }) {
  return (
    <thead>
      <tr aria-rowindex={1}>
        <th scope="col" class="tick-box">
          <span class="sr">Searched</span>
        </th>
        {columns.map(({ key, name }) => {
          const isSorted = sorting.key === key;
          const order = sorting.isDescending ? 'descending' : 'ascending';
          return (
            <th scope="col" key={key} class={`of-${key}`} aria-sort={isSorted ? order : 'none'}>
              <button
                type="button"
                class="sort-by"
                onClick={() =>
                  onSort(isSorted ? { key, isDescending: !sorting.isDescending } : firstSorting(key))
                }
              >
                {name}
                {isSorted && <Icon name="down" class={sorting.isDescending ? '' : 'upward'} />}
              </button>
            </th>
          );
        })}
      </tr>
    </thead>
  );
}

/** The room of rows that are not drawn. */
function Room({ height }: { height: number }) {
  if (height <= 0) return null;
  return (
    // biome-ignore lint/a11y/noAriaHiddenOnFocusable: it takes no focus.
    <tr aria-hidden="true" class="room-row">
      <td style={{ height: `${height}px` }} />
    </tr>
  );
}

export function DocumentList({
  found,
  scope,
  sorting,
  inspected,
  onSort,
  onInspect,
  onToggle,
}: {
  found: readonly FoundDocument[];
  scope: Scope;
  sorting: Sorting;
  /** The report whose details are shown. */
  inspected: string | null;
  onSort: (sorting: Sorting) => void;
  onInspect: (id: string) => void;
  onToggle: (document: DocumentListing) => void;
}) {
  const [active, setActive] = useState<string | null>(inspected);
  const [hasFocus, setFocus] = useState(false);
  const list = useRef<HTMLTableSectionElement>(null);
  const size = useMedia(narrowQuery) ? 'narrow' : 'wide';
  const rowHeight = rowHeights[size];
  const { start, end, reveal } = useWindow(list, found.length, rowHeight, headHeights[size]);
  const at = Math.max(
    0,
    found.findIndex(({ document }) => document.id === active),
  );
  const current = found[at]?.document;
  const move = (to: number) => {
    const next = Math.min(found.length - 1, Math.max(0, to));
    const id = found[next]?.document.id;
    if (id === undefined) return;
    setActive(id);
    setFocus(true);
    reveal(next);
    // Details that are open follow; in a narrow window they would cover the list.
    if (inspected !== null && size === 'wide') onInspect(id);
  };
  const steps: Partial<Record<string, number>> = {
    ArrowDown: at + 1,
    ArrowUp: at - 1,
    PageDown: at + 8,
    PageUp: at - 8,
    Home: 0,
    End: found.length - 1,
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.target !== event.currentTarget || event.ctrlKey || event.metaKey || event.altKey) return;
    const next = steps[event.key];
    if (next !== undefined) move(next);
    else if (event.key === 'Enter' && current !== undefined) onInspect(current.id);
    else if (event.key === ' ' && current !== undefined) onToggle(current);
    else return;
    event.preventDefault();
  };
  return (
    <table
      class="reports"
      // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: its rows are moved over and chosen.
      role="grid"
      tabIndex={0}
      aria-label="Reports"
      aria-rowcount={found.length + 1}
      aria-multiselectable="true"
      aria-activedescendant={hasFocus && current ? `report-${at}` : undefined}
      onKeyDown={onKeyDown}
      onFocus={({ target, currentTarget }) =>
        setFocus(target === currentTarget && currentTarget.matches(':focus-visible'))
      }
      onBlur={() => setFocus(false)}
    >
      <Heads sorting={sorting} onSort={onSort} />
      <tbody ref={list}>
        <Room height={start * rowHeight} />
        {found.slice(start, end).map((one, index) => {
          const { id } = one.document;
          return (
            <DocumentRow
              key={id}
              found={one}
              at={start + index}
              isInScope={isChosen(scope, { kind: 'document', document: id })}
              isActive={hasFocus && id === current?.id}
              isInspected={id === inspected}
              onOpen={() => {
                setActive(id);
                onInspect(id);
              }}
              onToggle={() => {
                setActive(id);
                onToggle(one.document);
              }}
            />
          );
        })}
        <Room height={(found.length - end) * rowHeight} />
      </tbody>
    </table>
  );
}
