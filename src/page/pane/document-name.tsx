/** Which report the page is of; where several are cited, the choice among them. */
import type { DocumentListing } from '../../wire/types.ts';
import { Icon } from '../icon.tsx';
import { isTwin } from '../library/describe-document.ts';
import type { Mark } from '../nouns.ts';

/** A report that the turn cites, with the marks in it. */
export interface CitedDocument {
  document: DocumentListing;
  count: number;
}

export function DocumentName({
  document,
  cited,
  onDocument,
}: {
  document: DocumentListing;
  /** The reports cited, in the order of their marks; the one on show may not be among them. */
  cited: readonly CitedDocument[];
  onDocument: (id: string) => void;
}) {
  const { id, title, label, year } = document;
  const told = [year ?? [], isTwin(document) ? id : []].flat();
  const others = cited.filter((one) => one.document.id !== id);
  if (others.length === 0) {
    return (
      <p class="bar-name" title={label}>
        <b>{title}</b>
        <span class="q">{told.join(' · ')}</span>
      </p>
    );
  }
  const all = others.length === cited.length ? [{ document, count: 0 }, ...cited] : cited;
  return (
    <label class="bar-name" title={label}>
      <span class="sr">Report on show</span>
      <select value={id} onChange={(event) => onDocument(event.currentTarget.value)}>
        {all.map((one) => (
          <option key={one.document.id} value={one.document.id}>
            {one.document.label}
            {one.count > 0 && ` – ${one.count} cited`}
          </option>
        ))}
      </select>
      {/* Over the choice, which cannot show a year beside a title that is cut. */}
      <b aria-hidden="true">{title}</b>
      <span class="q" aria-hidden="true">
        {told.map((one) => `${one} · `).join('')}
        {all.findIndex((one) => one.document.id === id) + 1} of {all.length} cited
      </span>
      <Icon name="down" />
    </label>
  );
}

/** The reports that marks are in, in their order. Pure. */
export function citedDocuments(
  marks: readonly Mark[],
  documents: readonly DocumentListing[],
): CitedDocument[] {
  const counts = new Map<string, number>();
  for (const { citation } of marks) {
    counts.set(citation.document, (counts.get(citation.document) ?? 0) + 1);
  }
  return [...counts].flatMap(([id, count]) => {
    const document = documents.find((one) => one.id === id);
    return document === undefined ? [] : [{ document, count }];
  });
}
