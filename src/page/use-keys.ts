/** Global keys: `/` question box, `[` list of questions, 1 to 9 the pages cited, Esc closes the topmost layer. */
import type { RefObject } from 'preact';
import { useEffect, useRef } from 'preact/hooks';

export interface KeyActions {
  box: RefObject<HTMLTextAreaElement | null>;
  onRail: () => void;
  onEscape: () => void;
  /** Shows the page that the sentence of this number cites. */
  onNumber: (number: number) => void;
}

export function useKeys(actions: KeyActions): void {
  const latest = useRef(actions);
  latest.current = actions;
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      const { target } = event;
      const isTyping =
        target instanceof HTMLElement && target.matches('textarea, select, input:not([type=radio])');
      const isPlain = !event.ctrlKey && !event.metaKey && !event.altKey && !event.defaultPrevented;
      if (!isPlain) return;
      if (event.key === 'Escape') {
        if (isTyping) target.blur();
        else latest.current.onEscape();
      }
      if (isTyping) return;
      if (event.key === '/') {
        event.preventDefault();
        latest.current.box.current?.focus();
      }
      if (event.key === '[') latest.current.onRail();
      if (/^[1-9]$/.test(event.key)) latest.current.onNumber(Number(event.key));
    };
    document.addEventListener('keydown', onKeyDown);
    return () => document.removeEventListener('keydown', onKeyDown);
  }, []);
}
