/** An assistant that follows its index: when an ingest has replaced it, the new one is opened beside the old. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Config } from '../config/settings.ts';
import { VerseError } from '../core/errors.ts';
import { pointerFile } from '../store/disk/manifest.ts';
import { type Assistant, openAssistant } from './assistant.ts';
import { forwardTo, type HeldAssistant, holdAssistant } from './held-assistant.ts';

export interface LiveAssistant {
  /**
   * An assistant that has each call answered by the newest index that is open when the call begins; an older one is
   * closed after its last call. @throws VerseError while there is no index that can be opened.
   */
  current(): Assistant;
  /** Opens the index now, if it was replaced since. */
  refresh(): Promise<void>;
  /** Looks no more, and closes what is open after its last call. */
  close(): Promise<void>;
}

export interface LiveOptions {
  /** How often to look whether the index was replaced. */
  checkEveryMs?: number;
  /** Replaced by tests. */
  open?: (config: Config) => Promise<Assistant>;
}

/** Opens an assistant and asks it once: tables are built when first used, and no reader is to wait for them. */
async function openWarm(config: Config): Promise<Assistant> {
  const assistant = await openAssistant(config);
  await assistant.ask({ question: 'What does the report say about China?' });
  return assistant;
}

async function readPointer(config: Config): Promise<string> {
  return readFile(join(config.indexDir, pointerFile), 'utf8').catch(() => '');
}

/** Opens the index now if it can be, and looks every second whether it was replaced. */
export async function openLiveAssistant(
  config: Config,
  { checkEveryMs = 1000, open = openWarm }: LiveOptions = {},
): Promise<LiveAssistant> {
  let held: HeldAssistant | undefined;
  /** Replaced ones that are still being asked. */
  const retiring = new Set<Promise<void>>();
  let failure: unknown;
  /** What the pointer said when the assistant was opened. */
  let pointer = '';
  let refreshing: Promise<void> | undefined;

  /** Closes it after its last call; what comes of that is for `close` to tell. */
  function retire(one: HeldAssistant): void {
    const closing = one.close();
    retiring.add(closing);
    closing.then(
      () => retiring.delete(closing),
      () => {},
    );
  }

  /** Opens the index if it is another one. Where that fails, an assistant that is open goes on answering. */
  async function refresh(): Promise<void> {
    const now = await readPointer(config);
    if (held !== undefined && now === pointer) return;
    try {
      const next = holdAssistant(await open(config));
      if (held !== undefined) retire(held);
      held = next;
      pointer = now;
    } catch (error) {
      failure = error;
    }
  }

  await refresh();
  if (failure !== undefined && !(failure instanceof VerseError)) throw failure;
  /** Looks again; while it looks, it is not asked to look twice. */
  function refreshOnce(): Promise<void> {
    refreshing ??= refresh().finally(() => {
      refreshing = undefined;
    });
    return refreshing;
  }
  const newest = () => {
    if (held === undefined) throw failure;
    return held;
  };
  const assistant = forwardTo(newest);
  const timer = setInterval(() => void refreshOnce(), checkEveryMs);
  timer.unref();
  return {
    current: () => {
      newest();
      return assistant;
    },
    refresh: async () => {
      // A look that began before the index was replaced does not count.
      await refreshing;
      await refreshOnce();
    },
    close: async () => {
      clearInterval(timer);
      await refreshing;
      await Promise.all([...retiring, held?.close()]);
    },
  };
}
