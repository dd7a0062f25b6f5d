/** State: whether the library is on show, what is searched in it and which report's details are. */
import { useEffect, useState } from 'preact/hooks';
import { isLibraryAddress, libraryAddress } from '../address.ts';

export interface LibraryViewControl {
  isOpen: boolean;
  /** Whether it was opened to add a report. */
  isAdding: boolean;
  words: string;
  inspected: string | null;
  /** Shows it, at an address of its own, so that the browser leads back. */
  open(toAdd?: boolean): void;
  /** Hides it; whoever calls shows something else, at its address. */
  hide(): void;
  search(words: string): void;
  inspect(id: string | null): void;
}

const isAtLibrary = () => isLibraryAddress(location.search);

export function useLibraryView(): LibraryViewControl {
  const [isOpen, setOpen] = useState(isAtLibrary);
  const [isAdding, setAdding] = useState(false);
  const [words, setWords] = useState('');
  const [inspected, setInspected] = useState<string | null>(null);
  useEffect(() => {
    const follow = () => setOpen(isAtLibrary());
    addEventListener('popstate', follow);
    return () => removeEventListener('popstate', follow);
  }, []);
  return {
    isOpen,
    isAdding,
    words,
    inspected,
    open: (toAdd = false) => {
      if (!isAtLibrary()) history.pushState(null, '', libraryAddress);
      setAdding(toAdd);
      setOpen(true);
    },
    hide: () => setOpen(false),
    search: setWords,
    inspect: setInspected,
  };
}
