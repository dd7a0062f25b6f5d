/** Types of the page, built on those of the API. */
import type { Answer, AnswerSentence, AskRequest, Citation, Turn as EarlierTurn } from '../wire/types.ts';

/** Where to search, as requests have it: each list narrows what the others leave; without any it is everywhere. */
export type Scope = Pick<AskRequest, 'documents' | 'tags' | 'years' | 'chapters'>;

/** Quoted from the report, or written by a language model and checked. */
export type Mode = 'extract' | 'generate';

/** The parts of an answer that are known before it is complete. */
export type PartialAnswer = Pick<Answer, 'sentences' | 'citations' | 'groups' | 'lead' | 'coverage'>;

/** A failure to show: what happened, and what to do about it. */
export interface Failure {
  kind: 'unreachable' | 'no-index' | 'no-access' | 'refused';
  title: string;
  detail: string;
}

/** The state of a question. */
export type Outcome =
  | { state: 'asking'; partial: PartialAnswer; passages: number | null }
  | { state: 'answered'; answer: Answer }
  | { state: 'stopped'; partial: PartialAnswer }
  | { state: 'failed'; failure: Failure };

/** A question of this tab with its outcome. */
export interface Turn {
  key: string;
  question: string;
  scope: Scope;
  mode: Mode;
  /** The turns before it, latest last. */
  history: readonly EarlierTurn[];
  outcome: Outcome;
}

/** A place in the report that a chip leads to. */
export interface Mark {
  /** Unique within a turn. */
  key: string;
  kind: 'sentence' | 'nearest' | 'note';
  /** The number of the sentence or endnote, shown in the page's margin; empty for a nearest passage. */
  label: string;
  citation: Citation;
}

/** The page shown in the pane. */
export interface Shown {
  document: string;
  /** Counted from 1. */
  page: number;
  /** The mark to highlight, if a chip led here. */
  mark: string | null;
}

export type { Answer, AnswerSentence, Citation, EarlierTurn };
