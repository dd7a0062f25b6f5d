/** The lines of a draft. Pure. */

export interface DraftLine {
  /** Offsets in the draft, the end exclusive and without the line feed. */
  start: number;
  end: number;
}

export function* linesOf(draft: string): Generator<DraftLine> {
  for (let start = 0; start <= draft.length; ) {
    const found = draft.indexOf('\n', start);
    const end = found < 0 ? draft.length : found;
    yield { start, end };
    start = end + 1;
  }
}
