/** Where the next question is searched: a line of the question box whose parts can be taken away. */
import { useEffect, useRef, useState } from 'preact/hooks';
import { cutName } from '../../cite/place-names.ts';
import type { DocumentListing } from '../../wire/types.ts';
import { Icon } from '../icon.tsx';
import type { Scope } from '../nouns.ts';
import { nameScope, scopeChips } from './scope.ts';
import { ScopePicker } from './scope-picker.tsx';

function ChipName({ name }: { name: string }) {
  const [title, details] = cutName(name);
  return (
    <>
      <span class="cut">{title}</span>
      {details !== '' && <span>{details}</span>}
    </>
  );
}

export function ScopeLine({
  documents,
  scope,
  onScope,
}: {
  documents: readonly DocumentListing[];
  scope: Scope;
  onScope: (scope: Scope) => void;
}) {
  const [isOpen, setOpen] = useState(false);
  const root = useRef<HTMLDivElement>(null);
  const button = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    if (!isOpen) return;
    const closeOutside = (event: Event) => {
      if (event.target instanceof Node && !root.current?.contains(event.target)) setOpen(false);
    };
    document.addEventListener('pointerdown', closeOutside);
    document.addEventListener('focusin', closeOutside);
    return () => {
      document.removeEventListener('pointerdown', closeOutside);
      document.removeEventListener('focusin', closeOutside);
    };
  }, [isOpen]);
  const chips = scopeChips(scope, documents);
  const everything = documents.length === 1 ? 'All chapters' : 'All reports';
  return (
    <div class="scope" ref={root}>
      {isOpen && (
        <ScopePicker
          documents={documents}
          scope={scope}
          onScope={onScope}
          onClose={() => {
            setOpen(false);
            button.current?.focus();
          }}
        />
      )}
      {chips.map(({ key, name, title, without }) => (
        <span key={key} class="scope-chip" title={title}>
          <ChipName name={name} />
          <button
            type="button"
            aria-label={`Do not search only in ${name}`}
            title="Take away"
            onClick={() => {
              onScope(without);
              button.current?.focus();
            }}
          >
            <Icon name="close" />
          </button>
        </span>
      ))}
      <button
        ref={button}
        type="button"
        class="scope-open"
        aria-haspopup="tree"
        aria-expanded={isOpen}
        onClick={() => setOpen(!isOpen)}
      >
        {chips.length === 0 ? (
          <span>
            <span class="sr">Search in: </span>
            {everything}
          </span>
        ) : (
          <span>
            Change<span class="sr"> where to search: now {nameScope(scope, documents)}</span>
          </span>
        )}
        <Icon name="down" />
      </button>
    </div>
  );
}
