/** The scope of a request: resolves documents and chapters as people write them. */
import { VerseError } from '../core/errors.ts';
import type { PassageFilter, PassageStore } from '../core/passage-store.ts';
import type { ReportDocument } from '../core/types.ts';
import { isSameName, nearNames } from '../text/near-names.ts';
import type { AskRequest } from '../wire/types.ts';

/** Finds existing names, ignoring case and accents. @throws VerseError naming similar ones. */
export function resolveNames(
  kind: 'document' | 'chapter',
  wanted: readonly string[],
  known: readonly string[],
): string[] {
  return wanted.map((name) => {
    const found = known.find((one) => isSameName(one, name));
    if (found !== undefined) return found;
    const near = nearNames(name, known);
    const hint =
      near.length > 0
        ? `Did you mean ${near.join(' or ')}?`
        : `There ${known.length === 1 ? 'is' : 'are'}: ${known.join(', ')}.`;
    throw new VerseError(`unknown-${kind}`, `No ${kind} is called “${name}”.`, hint);
  });
}

/** Names of all chapters, including front and back matter, each once. */
function chaptersOf(documents: readonly ReportDocument[]): string[] {
  return [...new Set(documents.flatMap((document) => document.chapters.map((chapter) => chapter.name)))];
}

/** A request's documents and chapters as a filter. An empty list does not narrow. */
export async function toFilter(
  request: Pick<AskRequest, 'documents' | 'chapters'>,
  store: PassageStore,
): Promise<PassageFilter> {
  const { documents = [], chapters = [] } = request;
  const filter: PassageFilter = {};
  if (documents.length === 0 && chapters.length === 0) return filter;
  let searched = await store.documents();
  if (documents.length > 0) {
    const ids = resolveNames(
      'document',
      documents,
      searched.map((document) => document.id),
    );
    filter.documents = ids;
    searched = searched.filter((document) => ids.includes(document.id));
  }
  if (chapters.length > 0) filter.chapters = resolveNames('chapter', chapters, chaptersOf(searched));
  return filter;
}
