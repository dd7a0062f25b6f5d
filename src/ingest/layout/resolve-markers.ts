/** Resolves note markers to their notes and their positions in sentences. Pure. */
import type { Note, NoteMarker } from '../../core/types.ts';
import type { Marker } from '../page-model.ts';

export interface MarkerResolver {
  /** How many numbers were found, and how many have a note. */
  readonly count: { found: number; resolved: number };
  /** The ids of the notes with these numbers; numbers without a note are skipped. */
  resolve(numbers: readonly number[]): string[];
}

/** Resolves the markers of one chapter. */
export function createMarkerResolver(notes: readonly Note[]): MarkerResolver {
  const byNumber = new Map<number, string>();
  for (const note of notes) if (!byNumber.has(note.number)) byNumber.set(note.number, note.id);
  const count = { found: 0, resolved: 0 };
  /** "45" after a word, in a chapter with 36 notes, is 4 and 5: two adjacent markers. */
  const splitGlued = (number: number): number[] => {
    if (byNumber.has(number)) return [number];
    const digits = String(number);
    for (let at = 1; at < digits.length; at++) {
      const [first, second] = [Number(digits.slice(0, at)), Number(digits.slice(at))];
      if (second === first + 1 && byNumber.has(first) && byNumber.has(second)) return [first, second];
    }
    return [number];
  };
  return {
    count,
    resolve(numbers: readonly number[]): string[] {
      return numbers.flatMap(splitGlued).flatMap((number) => {
        count.found++;
        const id = byNumber.get(number);
        if (id !== undefined) count.resolved++;
        return id === undefined ? [] : [id];
      });
    },
  };
}

/** A marker belongs to the word before it, even if a line break separates them. */
function behindWord(text: string, offset: number): number {
  return text.slice(0, offset).trimEnd().length;
}

/**
 * A marker's position in a part of a text.
 * @param start where the part starts, in the text of `marker.offset`.
 */
export function placeMarker(
  marker: Marker,
  text: string,
  start: number,
  resolver: MarkerResolver,
): NoteMarker[] {
  const offset = behindWord(text, Math.min(Math.max(0, marker.offset - start), text.length));
  return resolver.resolve(marker.numbers).map((noteId) => ({ noteId, offset }));
}

/** The notes that markers name, each once. */
export function notesOf(markers: readonly NoteMarker[]): string[] {
  return [...new Set(markers.map(({ noteId }) => noteId))];
}
