/** What chips need to know of the pane, wherever they stand. */
import { createContext } from 'preact';
import type { Mark, Shown } from '../nouns.ts';

export interface PageControl {
  shown: Shown | null;
  /** Whether a place must say of which report it is. */
  hasSeveralReports: boolean;
  /** Opens the page of a mark of the turn on show. */
  show(markKey: string): void;
  /** Opens the page of a mark that came later, such as where the report says the same again. */
  showOther(mark: Mark): void;
}

export const ShowPage = createContext<PageControl>({
  shown: null,
  hasSeveralReports: false,
  show: () => {},
  showOther: () => {},
});
