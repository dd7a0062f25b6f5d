/** A report in the library's list. */
import { countNoun } from '../../text/count-noun.ts';
import { Icon } from '../icon.tsx';
import { addedOn, cautionsOf, foundIn, isTwin } from './describe-document.ts';
import type { FoundDocument } from './find-documents.ts';

/** Tags that a row has room for. */
const mostTags = 3;

/** The chapters that a search found; else tags, and what was found in the report. */
function Details({ document, chapters }: FoundDocument) {
  const [first] = chapters;
  if (first !== undefined) {
    const others = chapters.length > 1 ? ` and ${chapters.length - 1} more` : '';
    return (
      <p class="hit">
        {first.name}, p. {first.page}
        {others}
      </p>
    );
  }
  const { id, tags, year, pages } = document;
  const small = [year === undefined ? [] : [String(year)], countNoun(pages, 'page')].flat();
  const rest = [...(isTwin(document) ? [id] : []), ...foundIn(document)];
  const cautions = cautionsOf(document);
  return (
    <p>
      {tags.slice(0, mostTags).map((tag) => (
        <span key={tag} class="tag-name">
          {tag}
        </span>
      ))}
      {tags.length > mostTags && <span class="tag-name">+{tags.length - mostTags}</span>}
      <span class="small-only">{small.join(' · ')}</span>
      {rest.length > 0 && <span class="found">{rest.join(' · ')}</span>}
      {cautions.length > 0 && <span class="found caution">{cautions.join(' · ')}</span>}
    </p>
  );
}

export function DocumentRow({
  found,
  at,
  isInScope,
  isActive,
  isInspected,
  onOpen,
  onToggle,
}: {
  found: FoundDocument;
  /** Its place in the list, from 0. */
  at: number;
  isInScope: boolean;
  isActive: boolean;
  isInspected: boolean;
  onOpen: () => void;
  onToggle: () => void;
}) {
  const { title, label, year, pages, chapters } = found.document;
  return (
    // The grid keeps the focus and handles keys; it holds its active descendant.
    <tr
      id={`report-${at}`}
      aria-rowindex={at + 2}
      aria-selected={isInScope}
      aria-current={isInspected ? 'true' : undefined}
      class={isActive ? 'report active' : 'report'}
      onClick={onOpen}
    >
      {/* biome-ignore lint/a11y/useKeyWithClickEvents: the grid handles keys. */}
      <td
        class="tick-box"
        title="Search in this report (Space)"
        aria-label={isInScope ? 'Searched' : 'Not searched'}
        onClick={(event) => {
          event.stopPropagation();
          onToggle();
        }}
      >
        <i>{isInScope && <Icon name="ok" />}</i>
      </td>
      <td class="what">
        <b title={label}>{title}</b>
        <Details {...found} />
      </td>
      <td class="of-year">{year ?? '–'}</td>
      <td class="of-pages">{pages.toLocaleString('en')}</td>
      <td class="of-chapters">{chapters.length}</td>
      <td class="of-added">{addedOn(found.document)}</td>
    </tr>
  );
}
