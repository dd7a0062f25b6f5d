/** A row of the picker: its name is picked, its mark at the left unfolds it, its box at the right adds it. */
import { Icon } from '../icon.tsx';
import type { PickerRow, Siblings } from './picker-rows.ts';

export function PickerItem({
  row,
  siblings,
  at,
  top,
  isMarked,
  isActive,
  onPick,
  onAdd,
  onFold,
}: {
  row: PickerRow;
  siblings: Siblings | undefined;
  /** Its place among all rows, from 0. */
  at: number;
  top: number;
  isMarked: boolean;
  isActive: boolean;
  onPick: () => void;
  onAdd: () => void;
  onFold: () => void;
}) {
  const canAdd = row.choice != null;
  return (
    // The input keeps the focus and handles keys; the tree holds its active descendant.
    // biome-ignore lint/a11y/useKeyWithClickEvents: the combobox's input handles keys.
    // biome-ignore lint/a11y/useFocusableInteractive: it is an active descendant.
    <div
      id={`place-${at}`}
      role="treeitem"
      data-key={row.key}
      aria-level={row.level}
      aria-posinset={siblings?.position}
      aria-setsize={siblings?.group.size}
      aria-selected={isMarked}
      aria-expanded={row.isOpen}
      class={`level-${row.level} ${isActive ? 'active' : ''}`}
      style={{ top: `${top}px` }}
      title={row.name}
      onClick={row.choice === undefined ? onFold : onPick}
    >
      {row.isOpen === undefined ? (
        <i />
      ) : (
        // biome-ignore lint/a11y/useKeyWithClickEvents: see above.
        // biome-ignore lint/a11y/noStaticElementInteractions: see above.
        <i
          class="fold-mark"
          onClick={(event) => {
            event.stopPropagation();
            onFold();
          }}
        >
          <Icon name={row.isOpen ? 'down' : 'right'} />
        </i>
      )}
      <span>{row.name}</span>
      <em>{row.note}</em>
      {/* biome-ignore lint/a11y/useKeyWithClickEvents: see above. */}
      {/* biome-ignore lint/a11y/noStaticElementInteractions: see above. */}
      <i
        class={canAdd ? 'tick-box' : 'tick-mark'}
        title={canAdd ? 'Search in this too (Shift Enter)' : undefined}
        onClick={(event) => {
          if (!canAdd) return;
          event.stopPropagation();
          onAdd();
        }}
      >
        {isMarked && <Icon name="ok" />}
      </i>
    </div>
  );
}
