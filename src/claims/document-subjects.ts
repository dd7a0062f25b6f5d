/** What documents are about: the countries that most of their passages name. */
import type { PassageStore } from '../core/passage-store.ts';
import { findSubjects } from '../verify/subjects.ts';

/** Of some documents together, by their ids, or of all where none are named. */
export type SubjectsOf = (documentIds?: readonly string[]) => Promise<readonly string[]>;

/** Keeps those of single documents and of all. */
export function createDocumentSubjects(store: Pick<PassageStore, 'summary'>): SubjectsOf {
  const kept = new Map<string | undefined, Promise<readonly string[]>>();
  return (documentIds) => {
    const read = () => store.summary(documentIds).then(findSubjects);
    const [id, ...others] = documentIds ?? [];
    if (others.length > 0) return read();
    const subjects = kept.get(id) ?? read();
    kept.set(id, subjects);
    return subjects;
  };
}
