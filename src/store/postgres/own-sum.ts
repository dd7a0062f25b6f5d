import type { Note, Passage } from '../../core/types.ts';
import { sumOf } from '../sum-of.ts';

/** The sum of a passage or a note with its pages and boxes: 32 hexadecimal digits of the SHA-256 of its JSON. */
export function ownSum(entry: Passage | Note): string {
  return sumOf(Buffer.from(JSON.stringify(entry))).slice(0, 32);
}
