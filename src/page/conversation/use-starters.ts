/** State: questions to start with, which the server finds in the background. */
import { useEffect, useState } from 'preact/hooks';
import type { StarterList } from '../../wire/types.ts';
import { listStarters } from '../api.ts';

/** How often to ask for more, and how many times. */
const [pollMs, mostPolls] = [1500, 40];

/** @param key changes with the documents. */
export function useStarters(key: string): StarterList['starters'] {
  const [starters, setStarters] = useState<StarterList['starters']>([]);
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    let isGone = false;
    const load = async (polls: number) => {
      // Without them the box is there all the same.
      const list = await listStarters().catch(() => null);
      if (isGone || list === null) return;
      setStarters(list.starters);
      if (!list.ready && polls < mostPolls) timer = setTimeout(() => load(polls + 1), pollMs);
    };
    void load(0);
    return () => {
      isGone = true;
      clearTimeout(timer);
    };
  }, [key]);
  return starters;
}
