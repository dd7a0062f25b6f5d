/** What a document's structure is put together from. Types only. */
import type { TitleSource } from '../../core/types.ts';

/** A part, chapter or section as one source or several name it. */
export interface Entry {
  /** As printed, where its heading was found. */
  title: string;
  /** From 0, the outermost, in the terms of its source; made even when the tree is built. */
  depth: number;
  page: number;
  /** The first block of its heading, or of its page where no heading was found. */
  block: number;
  /** The last block of its heading; null where none was found. */
  titleEnd: number | null;
  sources: TitleSource[];
}
