/** The pane's state: which page it shows, and which marks can be shown on it. */
import { useEffect, useRef, useState } from 'preact/hooks';
import { marksOf } from '../answer/marks.ts';
import type { Mark, Shown, Turn } from '../nouns.ts';
import { narrowQuery, useMedia } from '../use-media.ts';

/** The page of a mark. */
function placeOf({ key, citation }: Mark): Shown {
  return { document: citation.document, page: citation.page, mark: key };
}

export interface Pane {
  /** Null while it is closed. */
  shown: Shown | null;
  /** All marks of the turn on show. */
  marks: readonly Mark[];
  /** Shows the page of a mark. */
  show(markKey: string): void;
  /** Shows the page of a mark that is not among the turn's, and keeps it, in place of one with the same key. */
  showOther(mark: Mark): void;
  turnTo(page: number): void;
  close(): void;
}

/**
 * Where there is room, the first place of an answer shows as soon as it is there, and the cover at the start.
 * @param cover the document whose cover shows before the first question.
 */
export function usePane(turn: Turn | null, cover: string | undefined): Pane {
  const [shown, setShown] = useState<Shown | null>(null);
  const [others, setOthers] = useState<readonly Mark[]>([]);
  const isNarrow = useMedia(narrowQuery);
  const own = turn === null ? [] : marksOf(turn.outcome);
  const marks = [...own, ...others];
  const [first] = own;
  const lastTurn = useRef<string | null>(null);
  useEffect(() => {
    const key = turn?.key ?? null;
    const isSameTurn = lastTurn.current === key;
    lastTurn.current = key;
    if (!isSameTurn) setOthers([]);
    if (isNarrow) {
      setShown(null);
      return;
    }
    setShown((before) => {
      // What the reader chose while the answer was on its way stays.
      if (isSameTurn && own.some((mark) => mark.key === before?.mark)) return before;
      if (first !== undefined) return placeOf(first);
      // Until there is a place to show, the page stays: a pane that closed and opened again would move the text.
      if (turn !== null && before !== null) return { ...before, mark: null };
      return cover === undefined ? null : { document: cover, page: 1, mark: null };
    });
    // Only when another turn is on show, or the first place of this one is another.
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
    turnTo: (page) => {
      if (shown === null) return;
      const here = marks.find(
        ({ citation }) => citation.document === shown.document && citation.pages.includes(page),
      );
      const keeps = marks.some(({ key, citation }) => key === shown.mark && citation.pages.includes(page));
      setShown({ ...shown, page, mark: keeps ? shown.mark : (here?.key ?? null) });
    },
    close: () => setShown(null),
  };
}
