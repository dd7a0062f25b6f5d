/** That a document may be another edition of one that is there, as a sentence with what to do. Pure. */
import type { IngestReport } from '../../assistant/ingest-documents.ts';

/** An id as it is typed. */
export const typed = (id: string) => (/^[\w.-]+$/.test(id) ? id : `"${id}"`);

/** "2023 shares 71 % of its sentences with 2022: another edition? …". */
export function tellEdition({
  document,
  like,
  share,
  isDuplicate,
}: IngestReport['editions'][number]): string {
  if (isDuplicate) {
    return `${document} has the same sentences as ${like}: a duplicate? verse remove ${typed(document)} takes it out.`;
  }
  // An id that counts up tells which is the later one.
  const [before, after] = [document, like]
    .sort(new Intl.Collator('en', { numeric: true }).compare)
    .map(typed);
  const percent = Math.floor(share * 100);
  return `${document} shares ${percent} % of its sentences with ${like}: another edition? verse compare ${before} ${after} says what changed.`;
}
