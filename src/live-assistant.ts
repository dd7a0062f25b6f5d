/** An assistant that follows its index: when an ingest has replaced it, the new one is opened beside the old. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type Assistant, openAssistant } from './assistant.ts';
import type { Config } from './config.ts';
import { VerseError } from './errors.ts';
import { pointerFile } from './search/manifest.ts';

export interface LiveAssistant {
  /** The newest assistant that is open. @throws VerseError while there is no index that can be opened. */
  current(): Assistant;
  /** Opens the index now, if it was replaced since. */
  refresh(): Promise<void>;
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
  let assistant: Assistant | undefined;
  let failure: unknown;
  /** What the pointer said when the assistant was opened. */
  let pointer = '';
  let refreshing: Promise<void> | undefined;

  /** Opens the index if it is another one. Where that fails, an assistant that is open goes on answering. */
  async function refresh(): Promise<void> {
    const now = await readPointer(config);
    if (assistant !== undefined && now === pointer) return;
    try {
      const next = await open(config);
      await assistant?.close();
      assistant = next;
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
  const timer = setInterval(() => void refreshOnce(), checkEveryMs);
  timer.unref();
  return {
    current: () => {
      if (assistant === undefined) throw failure;
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
      await assistant?.close();
    },
  };
}
