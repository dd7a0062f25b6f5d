/** The pane, for chips anywhere below. */
import { createContext } from 'preact';
import type { NamedReport } from '../../cite/place-names.ts';
import type { Mark, Shown } from '../nouns.ts';

export interface PageControl {
  shown: Shown | null;
  /** The reports of the index; where there are several, places name theirs. */
  reports: readonly NamedReport[];
  /** Opens the page of a mark of the current turn. */
  show(markKey: string): void;
  /** Opens the page of a mark that was found later, such as where the report repeats a sentence. */
  showOther(mark: Mark): void;
  /** Replaces such a mark when more is known of it; what is on show stays. */
  updateOther(mark: Mark): void;
}

export const ShowPage = createContext<PageControl>({
  shown: null,
  reports: [],
  show: () => {},
  showOther: () => {},
  updateOther: () => {},
});
