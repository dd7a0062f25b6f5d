/** Global keys: `/` question box, `[` list of questions, Esc closes the topmost layer. */
import type { RefObject } from 'preact';
import { useEffect, useRef } from 'preact/hooks';

export interface KeyActions {
  box: RefObject<HTMLTextAreaElement | null>;
  onRail: () => void;
  onEscape: () => void;
}

export function useKeys(actions: KeyActions): void {
  const latest = useRef(actions);
  latest.current = actions;
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      const { target } = event;
      const isTyping = target instanceof HTMLElement && target.matches('textarea, input:not([type=radio])');
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
    };
    document.addEventListener('keydown', onKeyDown);
    return () => document.removeEventListener('keydown', onKeyDown);
  }, []);
}
