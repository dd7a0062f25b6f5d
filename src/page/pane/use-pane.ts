/** State of the pane: its page and the marks it can show. */
import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { marksOf } from '../answer/marks.ts';
import type { Mark, Shown, Turn } from '../nouns.ts';
import { narrowQuery, useMedia } from '../use-media.ts';

/** The page of a mark. */
function placeOf({ key, citation }: Mark): Shown {
  return { document: citation.document, page: citation.page, mark: key };
}

export interface Pane {
  /** Null while closed. */
  shown: Shown | null;
  /** All marks of the current turn. */
  marks: readonly Mark[];
  /** Shows the page of a mark. */
  show(markKey: string): void;
  /** Shows the page of a new mark and keeps the mark, replacing one with the same key. */
  showOther(mark: Mark): void;
  /** Replaces such a mark, if the turn has it still. */
  updateOther(mark: Mark): void;
  turnTo(page: number): void;
  /** Shows another report, at the first place that is marked in it. */
  turnToDocument(id: string): void;
  close(): void;
}

/**
 * In a wide window it opens by itself: with the cover at the start, then at the first place of each answer.
 * @param cover the document whose cover is shown before the first question.
 */
export function usePane(turn: Turn | null, cover: string | undefined): Pane {
  const [shown, setShown] = useState<Shown | null>(null);
  const [others, setOthers] = useState<readonly Mark[]>([]);
  const isNarrow = useMedia(narrowQuery);
  const own = turn === null ? [] : marksOf(turn.outcome);
  const marks = [...own, ...others];
  const [first] = own;
  const lastTurn = useRef<string | null>(null);
  // Before it is painted: a key that closes the pane is not undone.
  useLayoutEffect(() => {
    const key = turn?.key ?? null;
    const isSameTurn = lastTurn.current === key;
    lastTurn.current = key;
    if (!isSameTurn) setOthers([]);
    if (isNarrow) {
      setShown(null);
      return;
    }
    setShown((before) => {
      // Keep what the reader chose while the answer was coming.
      if (isSameTurn && own.some((mark) => mark.key === before?.mark)) return before;
      if (first !== undefined) return placeOf(first);
      // Keep the page until there is a place to show: closing and reopening the pane would move the text.
      if (turn !== null && before !== null) return { ...before, mark: null };
      return cover === undefined ? null : { document: cover, page: 1, mark: null };
    });
    // Only when the turn or its first place changes.
  }, [turn?.key, first?.key, first?.citation.passageId, cover, isNarrow]);
  return {
    shown,
    marks,
    show: (key) => {
      const mark = marks.find((one) => one.key === key);
      if (mark !== undefined) setShown(placeOf(mark));
    },
    showOther: (mark) => {
      setOthers((before) => [...before.filter(({ key }) => key !== mark.key), mark]);
      setShown(placeOf(mark));
    },
    updateOther: (mark) => setOthers((before) => before.map((one) => (one.key === mark.key ? mark : one))),
    turnTo: (page) => {
      if (shown === null) return;
      const here = marks.find(
        ({ citation }) => citation.document === shown.document && citation.pages.includes(page),
      );
      const keeps = marks.some(({ key, citation }) => key === shown.mark && citation.pages.includes(page));
      setShown({ ...shown, page, mark: keeps ? shown.mark : (here?.key ?? null) });
    },
    turnToDocument: (id) => {
      const first = marks.find(({ citation }) => citation.document === id);
      setShown(first === undefined ? { document: id, page: 1, mark: null } : placeOf(first));
    },
    close: () => setShown(null),
  };
}
