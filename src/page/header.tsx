/** The header: list of questions, report, library, adding a PDF. */
import { countNoun } from '../text/count-noun.ts';
import type { DocumentListing } from '../wire/types.ts';
import { Icon } from './icon.tsx';
import { IconButton } from './icon-button.tsx';

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
  isLibrary,
  onRail,
  onLibrary,
  onAdd,
}: {
  /** Null until loaded. */
  documents: readonly DocumentListing[] | null;
  isRailOpen: boolean;
  /** Whether the library is on show. */
  isLibrary: boolean;
  onRail: () => void;
  onLibrary: () => void;
  /** Absent if the server takes no uploads. */
  onAdd?: (() => void) | undefined;
}) {
  return (
    <header class="top">
      <IconButton
        icon="rail"
        aria-controls="rail"
        aria-expanded={isRailOpen}
        label="Questions in this tab"
        title="Questions in this tab (press [)"
        onClick={onRail}
      />
      <a class="brand" href="/">
        Chapter &amp; Verse
      </a>
      <ReportTitle documents={documents} />
      {documents !== null && documents.length > 0 && (
        <button
          type="button"
          class="btn library-open"
          aria-pressed={isLibrary}
          title={isLibrary ? 'Back to the answer (Esc)' : 'The reports, to find and choose them'}
          onClick={onLibrary}
        >
          <Icon name="shelf" />
          <span>Library</span>
        </button>
      )}
      {onAdd !== undefined && (
        <button type="button" class="btn add" onClick={onAdd}>
          <Icon name="plus" />
          <span>Add a PDF</span>
        </button>
      )}
    </header>
  );
}
