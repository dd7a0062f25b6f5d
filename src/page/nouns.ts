/** The page's own nouns, over those of the wire. */
import type { Answer, AnswerSentence, Citation, Turn as EarlierTurn } from '../wire/types.ts';

/** Where to search; empty is everywhere. */
export interface Scope {
  document?: string;
  /** The short name of a chapter of `document`, or of any document where that is absent. */
  chapter?: string;
}

/** Quoted from the report, or written by a language model and checked. */
export type Mode = 'extract' | 'generate';

/** The parts of an answer that are there while it is still on its way. */
export type PartialAnswer = Pick<Answer, 'sentences' | 'citations' | 'groups'>;

/** A failure to show: what happened, and what to do about it. */
export interface Failure {
  kind: 'unreachable' | 'no-index' | 'no-access' | 'refused';
  title: string;
  detail: string;
}

/** What a question has come to. */
export type Outcome =
  | { state: 'asking'; partial: PartialAnswer; passages: number | null }
  | { state: 'answered'; answer: Answer }
  | { state: 'stopped'; partial: PartialAnswer }
  | { state: 'failed'; failure: Failure };

/** A question of this tab, with what came of it. */
export interface Turn {
  key: string;
  question: string;
  scope: Scope;
  mode: Mode;
  /** What it follows on, the latest last. */
  history: readonly EarlierTurn[];
  outcome: Outcome;
}

/** A place of the report to show: what a chip leads to. */
export interface Mark {
  /** Unique within a turn. */
  key: string;
  kind: 'sentence' | 'nearest' | 'note';
  /** The number of the sentence, repeated in the page's margin, or of the endnote; empty for a nearest passage. */
  label: string;
  citation: Citation;
}

/** The page on show in the pane. */
export interface Shown {
  document: string;
  /** Counted from 1. */
  page: number;
  /** The mark to point out, if the reader came by one. */
  mark: string | null;
}

export type { Answer, AnswerSentence, Citation, EarlierTurn };
