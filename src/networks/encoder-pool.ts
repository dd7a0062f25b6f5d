/**
 * Several encoders in worker threads, for an ingest: one thread each, as many as there are cores, at most four.
 * Two threads inside one model gain a third over one; two models of one thread each twice as much, and neither wastes
 * time waiting for the other where the machine is busy. Measured on two cores, milliseconds a passage of 130 tokens:
 * one model and one thread 24, two threads 15 (26 on a busy machine), two models 12.
 */
import type { Encoder } from '../core/networks.ts';
import type { Encoding } from '../core/types.ts';
import { toNetworkId } from './card.ts';
import { openEncoder } from './encoder.ts';
import { checkFiles, encoderName } from './model-files.ts';
import { openWorkerPool, workersFor } from './worker-pool.ts';

/** An encoder that must be closed to end its threads; texts being encoded then are abandoned. */
export interface EncoderPool extends Encoder {
  readonly concurrency: number;
  close(): Promise<void>;
}

const file = new URL('./encoder-worker.js', import.meta.url);

export interface EncoderPoolOptions {
  /** Number of encoders; by default that of the cores, at most four. */
  size?: number;
  /** Stops the opening; an open pool is closed. */
  signal?: AbortSignal | undefined;
  /** As `cacheDir` of `GraphPlace`. */
  cacheDir?: string | undefined;
}

/** What a worker opens its encoder by. */
export interface EncoderPlace {
  modelsDir: string;
  cacheDir: string | undefined;
}

/**
 * Opens the pool. A text's vectors do not depend on which worker made them.
 * @throws VerseError `model-missing`, `model-damaged`; the reason of `signal`.
 */
export async function openEncoderPool(
  modelsDir: string,
  { size, signal, cacheDir }: EncoderPoolOptions = {},
): Promise<EncoderPool> {
  const count = workersFor(file, size);
  const openHere = () => openEncoder(modelsDir, { cacheDir });
  if (count < 2) return { ...(await openHere()), concurrency: 1, close: async () => {} };
  // Check the files here, so that a damaged one gives a proper error and not a worker's.
  const card = await checkFiles(modelsDir, encoderName);
  signal?.throwIfAborted();
  const pool = await openWorkerPool<readonly string[], Encoding>({
    file,
    data: { modelsDir, cacheDir } satisfies EncoderPlace,
    size: count,
    closed: 'The encoders are closed.',
    keepsAlive: true,
    signal,
  });
  return {
    id: toNetworkId(encoderName, card),
    dimensions: card.dimensions,
    concurrency: pool.size,
    // An ingest encodes no questions, so that model is opened only if needed.
    encodeQuery: async (text, signal) => (await openHere()).encodeQuery(text, signal),
    encodePassage: (parts) => pool.ask(parts),
    close: pool.close,
  };
}
