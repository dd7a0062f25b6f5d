/** Tells the other servers over a database, once a second, how far what this one reads itself is. */
import { setTimeout as wait } from 'node:timers/promises';
import type { FollowedQueue, OwnReading } from '../../assistant/followed-queue.ts';

const tellEveryMs = 1000;

export interface TellOptions extends Pick<FollowedQueue, 'tell'> {
  /** What waits here or is being read. */
  listOwn: () => OwnReading[];
  /** Hears of each upload that somebody has cancelled at another server. */
  onTakenOff: (upload: string) => void;
  /** Milliseconds between two times. */
  everyMs?: number;
}

export interface Telling {
  /** Tells at once, and goes on until nothing is under way. */
  begin(): void;
  /** Once nothing is under way: tells that, and resolves. */
  close(): Promise<void>;
}

/** What cannot be told, while the database is away, say, is told the next time; the ingest itself says what is wrong. */
export function tellOthers({ tell, listOwn, onTakenOff, everyMs = tellEveryMs }: TellOptions): Telling {
  const closing = new AbortController();
  let isTelling = false;
  let ended = Promise.resolve();

  async function run(): Promise<void> {
    for (;;) {
      const own = listOwn();
      for (const upload of await tell(own).catch(() => [])) onTakenOff(upload);
      isTelling = own.length > 0 || listOwn().length > 0;
      if (!isTelling) return;
      await wait(everyMs, undefined, { signal: closing.signal }).catch(() => undefined);
    }
  }

  return {
    begin: () => {
      if (isTelling) return;
      isTelling = true;
      ended = run();
    },
    close: async () => {
      closing.abort();
      await ended;
    },
  };
}
