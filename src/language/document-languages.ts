/** The languages of the documents that are open. Pure. */
import type { Language } from '../core/language.ts';
import type { ReportDocument } from '../core/types.ts';
import { languageCalled, usualLanguage } from './choose-language.ts';

export interface DocumentLanguages {
  /** Of a document, by its id; the usual one where there is no such document. */
  of(documentId: string): Language;
  /** Of some documents, each once, or of all where none are named; the usual one where there are none at all. */
  among(documentIds?: readonly string[]): readonly Language[];
}

export function createDocumentLanguages(
  documents: readonly Pick<ReportDocument, 'id' | 'language'>[],
): DocumentLanguages {
  const byTag = new Map(documents.map(({ language }) => [language, languageCalled(language)]));
  const byId = new Map(documents.map(({ id, language }) => [id, byTag.get(language) ?? usualLanguage]));
  return {
    of: (documentId) => byId.get(documentId) ?? usualLanguage,
    among: (documentIds = [...byId.keys()]) => {
      const some = new Set(documentIds.flatMap((id) => byId.get(id) ?? []));
      return some.size > 0 ? [...some] : [usualLanguage];
    },
  };
}
