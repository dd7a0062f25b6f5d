/** Reads what is put into the corpus folder while the server runs, and says what is gone from it. */
import { stat } from 'node:fs/promises';
import { setTimeout as pause } from 'node:timers/promises';

export interface WatchOptions {
  /** The documents of the folder, as absolute paths. */
  listFiles: () => Promise<string[]>;
  /** Whether a file was received or read by other ways, and needs no reading. */
  isKnown: (path: string) => boolean;
  /** Reads a file into the index; rejects with what refuses it. */
  addFile: (path: string) => Promise<void>;
  /** Hears of what refuses a file. */
  onRefused: (error: unknown) => void;
  /** Hears of a file that is no longer there; its document stays in the index. */
  onGone: (path: string) => void;
}

interface Seen {
  /** What changes with a file: its size and time. */
  stamp: string;
  /** Read, or being read, as it is. */
  isRead: boolean;
}

export interface Watch {
  /** Looks once: a new or changed file is read when it is the same in the look after. */
  look(): Promise<void>;
}

async function stampOf(path: string): Promise<string | null> {
  const found = await stat(path).catch(() => null);
  return found === null ? null : `${found.size} ${found.mtimeMs}`;
}

/** What is in the folder at the beginning counts as read. */
export async function createWatch(options: WatchOptions): Promise<Watch> {
  const seen = new Map<string, Seen>();

  async function stamps(): Promise<Map<string, string>> {
    const paths = await options.listFiles();
    const stamped = await Promise.all(paths.map(async (path) => [path, await stampOf(path)] as const));
    return new Map(stamped.flatMap(([path, stamp]) => (stamp === null ? [] : [[path, stamp]])));
  }

  for (const [path, stamp] of await stamps()) seen.set(path, { stamp, isRead: true });
  return {
    async look() {
      const now = await stamps();
      for (const [path, stamp] of now) {
        const before = seen.get(path);
        const isSettled = before?.stamp === stamp;
        const isRead = isSettled && (before.isRead || options.isKnown(path));
        seen.set(path, { stamp, isRead: isRead || isSettled });
        if (isSettled && !isRead) options.addFile(path).catch(options.onRefused);
      }
      for (const path of seen.keys()) {
        if (now.has(path)) continue;
        seen.delete(path);
        options.onGone(path);
      }
    },
  };
}

/** Looks every two seconds until it is aborted. */
export async function watchUntil(watch: Watch, signal: AbortSignal, everyMs = 2000): Promise<void> {
  while (!signal.aborted) {
    await pause(everyMs, undefined, { signal }).catch(() => undefined);
    if (!signal.aborted) await watch.look();
  }
}
