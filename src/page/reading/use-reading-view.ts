/** State: whether the report on a document's reading is on show, and of which document. */
import { createContext } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { readingAddress, readReadingAddress } from '../address.ts';

export interface ReadingViewControl {
  /** The document's id; null while another view is shown. */
  document: string | null;
  /** Shows it, at an address of its own, so that the browser leads back. */
  open(document: string): void;
  /** Hides it; whoever calls shows something else, at its address. */
  hide(): void;
}

const atAddress = () => readReadingAddress(location.search);

export function useReadingView(): ReadingViewControl {
  const [document, setDocument] = useState(atAddress);
  useEffect(() => {
    const follow = () => setDocument(atAddress());
    addEventListener('popstate', follow);
    return () => removeEventListener('popstate', follow);
  }, []);
  return {
    document,
    open: (next) => {
      if (atAddress() !== next) history.pushState(null, '', readingAddress(next));
      setDocument(next);
    },
    hide: () => setDocument(null),
  };
}

/** Opens the report on a document's reading, from anywhere below. */
export const ShowReading = createContext<(document: string) => void>(() => {});
