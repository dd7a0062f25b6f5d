/** State: questions to start with, which the server finds in the background. */
import { useEffect, useState } from 'preact/hooks';
import { listStarters } from '../api.ts';

/** How often to ask for more, and how many times. */
const [pollMs, mostPolls] = [1500, 40];

/** @param key changes with the documents. */
export function useStarters(key: string): readonly string[] {
  const [questions, setQuestions] = useState<readonly string[]>([]);
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    let isGone = false;
    const load = async (polls: number) => {
      // Without them the box is there all the same.
      const list = await listStarters().catch(() => null);
      if (isGone || list === null) return;
      setQuestions(list.starters.map(({ question }) => question));
      if (!list.ready && polls < mostPolls) timer = setTimeout(() => load(polls + 1), pollMs);
    };
    void load(0);
    return () => {
      isGone = true;
      clearTimeout(timer);
    };
  }, [key]);
  return questions;
}
