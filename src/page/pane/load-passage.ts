/** Passages for previews, each fetched once. */
import type { PassageDetail } from '../../wire/types.ts';
import { readPassage } from '../api.ts';

const passages = new Map<string, Promise<PassageDetail | null>>();

/** The passage, or null if it cannot be loaded: the preview then shows the sentence alone. */
export function loadPassage(id: string): Promise<PassageDetail | null> {
  const known = passages.get(id);
  if (known !== undefined) return known;
  const loading = readPassage(id).catch(() => {
    passages.delete(id);
    return null;
  });
  passages.set(id, loading);
  return loading;
}
