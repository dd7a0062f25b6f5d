/** What a whole document is about. Pure. */
import type { PassageStore } from '../core/passage-store.ts';
import { isCountry } from './reading/name-keys.ts';
import { readWords } from './reading/read-words.ts';

/** The texts that say what documents are about: their passages of body text. */
export function bodyTexts({ passages }: Pick<PassageStore, 'passages'>): string[] {
  return passages.filter(({ kind }) => kind === 'body').map(({ text }) => text);
}

/** A country named in this share of the passages is what the document is about. */
const leastShare = 0.5;

/** The countries that most passages name: a report on China need not say so on every page. */
export function findSubjects(texts: readonly string[]): string[] {
  const counts = new Map<string, number>();
  for (const text of texts) {
    const keys = new Set(readWords([text]).map(({ key }) => key));
    for (const key of keys) if (isCountry(key)) counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  return [...counts].filter(([, count]) => count >= leastShare * texts.length).map(([country]) => country);
}
