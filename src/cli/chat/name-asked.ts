/** What a conversation can be about, told before its first question. Pure. */
import { type DocumentScope, selectDocuments } from '../../assistant/select-documents.ts';
import { countNoun } from '../../text/count-noun.ts';
import { joinNames } from '../../text/join-names.ts';
import type { AskRequest, DocumentListing } from '../../wire/types.ts';

type Asked = Pick<DocumentListing, 'id' | 'year' | 'tags'> & { chapters: readonly unknown[] };

/**
 * What can be asked about: "Germany and France", the chapters of one document, else how many documents.
 * @throws VerseError `unknown-document` for documents, tags and years that are not there.
 */
export function nameAsked(
  documents: readonly Asked[],
  scope: DocumentScope & Pick<AskRequest, 'chapters'>,
): string {
  const selected = selectDocuments(scope, documents);
  const { chapters: named = [] } = scope;
  if (named.length > 0) return joinNames(named);
  const asked = documents.filter(({ id }) => selected === undefined || selected.includes(id));
  const [first, ...others] = asked;
  return first !== undefined && others.length === 0
    ? countNoun(first.chapters.length, 'chapter')
    : countNoun(asked.length, 'report');
}
