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
  close(): Promise<void>;
}

const checkEveryMs = 1000;

async function readPointer(config: Config): Promise<string> {
  return readFile(join(config.indexDir, pointerFile), 'utf8').catch(() => '');
}

/** Opens the index now if it can be, and looks every second whether it was replaced. */
export async function openLiveAssistant(config: Config): Promise<LiveAssistant> {
  let assistant: Assistant | undefined;
  let failure: VerseError | undefined;
  let pointer = '';
  let opening: Promise<void> | undefined;

  async function refresh(): Promise<void> {
    const now = await readPointer(config);
    if (assistant !== undefined && now === pointer) return;
    try {
      const next = await openAssistant(config);
      await assistant?.close();
      assistant = next;
      pointer = now;
    } catch (error) {
      if (!(error instanceof VerseError)) throw error;
      // An assistant that is open goes on answering.
      failure = error;
    }
  }

  await refresh();
  const timer = setInterval(() => {
    opening ??= refresh().finally(() => {
      opening = undefined;
    });
  }, checkEveryMs);
  timer.unref();
  return {
    current: () => {
      if (assistant !== undefined) return assistant;
      throw failure ?? new VerseError('no-index', 'No index is open.', 'Run `verse ingest`.');
    },
    close: async () => {
      clearInterval(timer);
      await opening;
      await assistant?.close();
    },
  };
}
