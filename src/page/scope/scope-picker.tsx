/** Picks where to search: a tree of reports with their chapters and sections, filtered by typing, with arrow keys. */
import { useEffect, useLayoutEffect, useMemo, useRef, useState } from 'preact/hooks';
import type { DocumentListing } from '../../wire/types.ts';
import { Icon } from '../icon.tsx';
import { IconButton } from '../icon-button.tsx';
import type { Scope } from '../nouns.ts';
import { narrowQuery, useMedia } from '../use-media.ts';
import { useWindow } from '../use-window.ts';
import { PickerItem } from './picker-item.tsx';
import { type PickerRow, pickerRows, siblingsOf } from './picker-rows.ts';
import { isChosen, isEverything, scopeOf, toggleChoice } from './scope.ts';
import { useStructures } from './use-structures.ts';

/** Pixels, of a row that is clicked and of one that is touched; as in scope.css. */
const rowHeights = { wide: 36, narrow: 44 };

function isRowChosen(scope: Scope, { choice }: PickerRow): boolean {
  return choice == null ? choice === null && isEverything(scope) : isChosen(scope, choice);
}

export function ScopePicker({
  documents,
  scope,
  onScope,
  onClose,
}: {
  documents: readonly DocumentListing[];
  scope: Scope;
  onScope: (scope: Scope) => void;
  onClose: () => void;
}) {
  const [words, setWords] = useState('');
  const [opened, setOpened] = useState<ReadonlySet<string>>(
    () => new Set(scope.chapters === undefined ? [] : scope.documents),
  );
  const structures = useStructures(documents, opened);
  const byTitle = useMemo(
    () => documents.toSorted((a, b) => a.label.localeCompare(b.label, 'en', { numeric: true })),
    [documents],
  );
  const rows = useMemo(
    () => pickerRows({ documents: byTitle, structures, opened, words }),
    [byTitle, structures, opened, words],
  );
  const siblings = useMemo(() => siblingsOf(rows), [rows]);
  const [active, setActive] = useState<string | null>(null);
  const first = rows.findIndex((row) =>
    words === '' ? isRowChosen(scope, row) : row.isOnlyAround === undefined,
  );
  const at = Math.max(0, active === null ? first : rows.findIndex(({ key }) => key === active));
  const current = rows[at];
  const input = useRef<HTMLInputElement>(null);
  const list = useRef<HTMLDivElement>(null);
  const rowHeight = rowHeights[useMedia(narrowQuery) ? 'narrow' : 'wide'];
  const { start, end, reveal } = useWindow(list, rows.length, rowHeight);
  // Before it is painted, so that no letter typed at once is lost.
  useLayoutEffect(() => input.current?.focus(), []);

  useEffect(() => {
    // Some of what was unfolded, however far down.
    reveal(Math.min(rows.length - 1, at + 3));
    reveal(at);
  }, [opened]);

  const move = (to: number) => {
    const next = Math.min(rows.length - 1, Math.max(0, to));
    setActive(rows[next]?.key ?? null);
    reveal(next);
  };
  const pick = ({ choice }: PickerRow) => {
    if (choice === undefined) return;
    onScope(choice === null ? {} : scopeOf(choice));
    onClose();
  };
  const add = ({ key, choice }: PickerRow) => {
    if (choice == null) return;
    setActive(key);
    onScope(toggleChoice(scope, choice));
  };
  const fold = ({ key }: PickerRow) => {
    setActive(key);
    const next = new Set(opened);
    if (!next.delete(key)) next.add(key);
    setOpened(next);
  };
  /** Unfolds with the right arrow, folds or goes up with the left one. @returns whether it did. */
  const walk = (row: PickerRow, key: string): boolean => {
    if (words !== '') return false;
    const around = rows.slice(0, at).findLastIndex(({ level }) => level < row.level);
    if (key === 'ArrowRight' && row.isOpen === false) fold(row);
    else if (key === 'ArrowRight' && row.isOpen) move(at + 1);
    else if (key === 'ArrowLeft' && row.isOpen) fold(row);
    else if (key === 'ArrowLeft' && around >= 0) move(around);
    else return false;
    return true;
  };
  const page = Math.max(1, Math.floor((list.current?.parentElement?.clientHeight ?? 0) / rowHeight) - 1);
  const steps: Partial<Record<string, number>> = {
    ArrowDown: at + 1,
    ArrowUp: at - 1,
    PageDown: at + page,
    PageUp: at - page,
    Home: 0,
    End: rows.length - 1,
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const next = steps[event.key];
    if (next !== undefined) move(next);
    else if (event.key === 'Enter' && current !== undefined) {
      if (current.choice === undefined) fold(current);
      else if (event.shiftKey) add(current);
      else pick(current);
    } else if (event.key === 'Escape') onClose();
    else if (current === undefined || !walk(current, event.key)) return;
    event.preventDefault();
    event.stopPropagation();
  };
  const name = documents.length === 1 ? 'Find a chapter or section' : 'Find a report, chapter, tag or year';
  return (
    <div class="picker">
      <label>
        <Icon name="find" />
        <span class="sr">{name}</span>
        <input
          ref={input}
          type="text"
          role="combobox"
          autocomplete="off"
          spellcheck={false}
          aria-expanded="true"
          aria-haspopup="tree"
          aria-controls="picker-list"
          aria-autocomplete="list"
          aria-activedescendant={current && `place-${at}`}
          placeholder={name}
          onKeyDown={onKeyDown}
          value={words}
          onInput={(event) => {
            setWords(event.currentTarget.value);
            setActive(null);
            list.current?.parentElement?.scrollTo({ top: 0, behavior: 'instant' });
          }}
        />
        <IconButton icon="close" label="Close" onClick={onClose} />
      </label>
      <div
        id="picker-list"
        class="scrolls"
        role="tree"
        aria-label="Where to search"
        aria-multiselectable="true"
      >
        <div ref={list} role="none" style={{ height: `${rows.length * rowHeight}px` }}>
          {rows.slice(start, end).map((row, index) => (
            <PickerItem
              key={row.key}
              row={row}
              siblings={siblings[start + index]}
              at={start + index}
              top={(start + index) * rowHeight}
              isMarked={isRowChosen(scope, row)}
              isActive={row === current}
              onPick={() => pick(row)}
              onAdd={() => add(row)}
              onFold={() => fold(row)}
            />
          ))}
        </div>
      </div>
      {rows.length === 0 && <p class="picker-none">Nothing here is called so.</p>}
      <p class="picker-keys" aria-hidden="true">
        <span>
          <kbd>Enter</kbd> only this
        </span>
        <span>
          <kbd>Shift Enter</kbd> this too
        </span>
        <span>
          <kbd>→</kbd> unfold
        </span>
      </p>
    </div>
  );
}
