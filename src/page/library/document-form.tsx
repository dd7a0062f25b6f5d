/** Sets a report's title, year and tags. */
import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { DocumentChange, DocumentListing } from '../../wire/types.ts';
import { Icon } from '../icon.tsx';
import { type Typed, toChange } from './to-change.ts';

export function DocumentForm({
  document,
  change,
  onClose,
}: {
  document: DocumentListing;
  /** Resolves to why it was refused, null where it was not. */
  change: (id: string, change: DocumentChange) => Promise<string | null>;
  onClose: () => void;
}) {
  const { id, title, year, tags } = document;
  const [typed, setTyped] = useState<Typed>({
    title,
    year: year === undefined ? '' : String(year),
    tags: tags.join(', '),
  });
  const [problem, setProblem] = useState<string | null>(null);
  const [isSaving, setSaving] = useState(false);
  const first = useRef<HTMLInputElement>(null);
  useLayoutEffect(() => first.current?.select(), []);
  const save = async () => {
    if (isSaving) return;
    const wanted = toChange(document, typed);
    if (wanted === null) return onClose();
    setSaving(true);
    const refusal = await change(id, wanted);
    setSaving(false);
    if (refusal === null) onClose();
    else setProblem(refusal);
  };
  const field = (key: keyof Typed) => ({
    value: typed[key],
    autocomplete: 'off',
    onInput: (event: { currentTarget: HTMLInputElement }) =>
      setTyped({ ...typed, [key]: event.currentTarget.value }),
  });
  return (
    <form
      class="change"
      onSubmit={(event) => {
        event.preventDefault();
        void save();
      }}
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return;
        event.preventDefault();
        event.stopPropagation();
        onClose();
      }}
    >
      <label>
        Title
        <input ref={first} {...field('title')} placeholder="Left empty: the printed one" />
      </label>
      <label>
        Year
        <input
          {...field('year')}
          inputMode="numeric"
          pattern="[0-9]{4}"
          title="Four digits"
          placeholder="Left empty: as read of it"
        />
      </label>
      <label>
        Tags
        <input {...field('tags')} placeholder="Energy, Germany" />
      </label>
      {problem !== null && (
        <p class="alert" role="alert">
          <Icon name="bad" />
          {problem}
        </p>
      )}
      <div class="acts">
        <button type="submit" class="btn primary" aria-disabled={isSaving}>
          {isSaving ? 'Saving …' : 'Save'}
        </button>
        <button type="button" class="btn bare" onClick={onClose}>
          Cancel
        </button>
      </div>
    </form>
  );
}
