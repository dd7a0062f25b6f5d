/** What became of the sentences of two editions. Imports only nouns. */
import type { EditionChapter, EditionSentence } from './edition.ts';

export type Fate = 'same' | 'reordered' | 'changed' | 'added' | 'removed' | 'moved';

/** What became of a sentence. */
export interface Relation {
  /**
   * `reordered` is the same, but elsewhere in its chapter; `moved` the same in another chapter; `changed` may be of several
   * sentences on either side: one that was split, or joined.
   */
  fate: Fate;
  /** In the old edition; empty if it is added. */
  before: EditionSentence[];
  /** In the new edition; empty if it is removed. */
  after: EditionSentence[];
  /** Where it stands in the reading order of the new edition; if it is removed, behind which of its sentences it stood. */
  place: number;
}

/** A chapter in the old edition and in the new one; absent where the edition has it not. */
export interface ChapterPair {
  before?: EditionChapter;
  after?: EditionChapter;
}

export interface RelatedEditions {
  relations: Relation[];
  /** In the order of the new edition; each that was removed behind the one that it stood behind. */
  chapters: ChapterPair[];
}
