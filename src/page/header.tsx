/** The header: list of questions, report, chapter picker, adding a PDF. */
import type { ComponentChildren } from 'preact';
import { countNoun } from '../text/count-noun.ts';
import type { DocumentListing } from '../wire/types.ts';
import { Icon } from './icon.tsx';

function ReportTitle({ documents }: { documents: readonly DocumentListing[] | null }) {
  if (documents === null) return <p class="doc" />;
  const pages = documents.reduce((sum, document) => sum + document.pages, 0);
  const name = documents.length === 1 ? (documents[0]?.title ?? '') : countNoun(documents.length, 'report');
  return (
    <p class="doc">
      <b title={name}>{documents.length === 0 ? 'No report open yet' : name}</b>
      {documents.length > 0 && <span>{countNoun(pages, 'page')}</span>}
    </p>
  );
}

export function Header({
  documents,
  isRailOpen,
  onRail,
  onAdd,
  children,
}: {
  /** Null until loaded. */
  documents: readonly DocumentListing[] | null;
  isRailOpen: boolean;
  onRail: () => void;
  /** Absent if the server takes no uploads. */
  onAdd?: (() => void) | undefined;
  /** The picker. */
  children?: ComponentChildren;
}) {
  return (
    <header class="top">
      <button
        type="button"
        class="icon"
        aria-controls="rail"
        aria-expanded={isRailOpen}
        aria-label="Questions in this tab"
        title="Questions in this tab (press [)"
        onClick={onRail}
      >
        <Icon name="rail" />
      </button>
      <a class="brand" href="/">
        Chapter &amp; Verse
      </a>
      <ReportTitle documents={documents} />
      {children}
      {onAdd !== undefined && (
        <button type="button" class="btn add" onClick={onAdd}>
          <Icon name="plus" />
          <span>Add a PDF</span>
        </button>
      )}
    </header>
  );
}
