/**
 * Several encoders in worker threads, for an ingest: one thread each, as many as there are cores, at most four.
 * Two threads inside one model gain a third over one; two models of one thread each twice as much, and neither wastes
 * time waiting for the other where the machine is busy. Measured on two cores, milliseconds a passage of 130 tokens:
 * one model and one thread 24, two threads 15 (26 on a busy machine), two models 12.
 */
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { fileURLToPath } from 'node:url';
import { Worker } from 'node:worker_threads';
import type { Encoder } from '../core/networks.ts';
import type { Encoding } from '../core/types.ts';
import { toNetworkId } from './card.ts';
import { openEncoder } from './encoder.ts';
import type { EncodeRequest, WorkerRequest } from './encoder-worker.ts';
import { checkFiles, encoderName } from './model-files.ts';

/** An encoder that must be closed to end its threads; texts being encoded then are abandoned. */
export interface EncoderPool extends Encoder {
  readonly concurrency: number;
  close(): Promise<void>;
}

type Reply = { id: number; encoding: Encoding } | { id: number; problem: string };

interface Waiting {
  resolve: (encoding: Encoding) => void;
  reject: (error: Error) => void;
}

/** Workers can only run compiled code; there is none when running from the sources, as in tests. */
const workerFile = new URL('./encoder-worker.js', import.meta.url);

const mostWorkers = 4;

/** A worker, and a promise of its thread's end. */
interface Started {
  worker: Worker;
  exited: Promise<unknown>;
}

/** Ends a worker after its current work: loading the model (0.4 s), or one text. */
async function endWorker({ worker, exited }: Started): Promise<void> {
  worker.postMessage('end' satisfies WorkerRequest);
  await exited;
}

/** Starts a worker; resolves when its model is loaded. One that fails or is stopped before is ended. */
async function startWorker(modelsDir: string, signal: AbortSignal | undefined): Promise<Started> {
  const worker = new Worker(workerFile, { workerData: modelsDir, execArgv: [] });
  const exited = new Promise((resolve) => worker.once('exit', resolve));
  try {
    await once(worker, 'message', { signal });
    return { worker, exited };
  } catch (error) {
    await endWorker({ worker, exited });
    throw signal?.aborted ? signal.reason : error;
  }
}

/** Starts all, or none. */
async function startWorkers(
  count: number,
  modelsDir: string,
  signal: AbortSignal | undefined,
): Promise<Started[]> {
  const starts = await Promise.allSettled(
    Array.from({ length: count }, () => startWorker(modelsDir, signal)),
  );
  const started = starts.flatMap((start) => (start.status === 'fulfilled' ? [start.value] : []));
  const failed = starts.find((start) => start.status === 'rejected');
  if (failed === undefined) return started;
  await Promise.all(started.map(endWorker));
  throw failed.reason;
}

export interface EncoderPoolOptions {
  /** Number of encoders; by default that of the cores, at most four. */
  size?: number;
  /** Stops the opening; an open pool is closed. */
  signal?: AbortSignal | undefined;
}

/**
 * Opens the pool. A text's vectors do not depend on which worker made them.
 * @throws VerseError `model-missing`, `model-damaged`; the reason of `signal`.
 */
export async function openEncoderPool(
  modelsDir: string,
  { size = availableParallelism(), signal }: EncoderPoolOptions = {},
): Promise<EncoderPool> {
  const count = existsSync(fileURLToPath(workerFile)) ? Math.min(mostWorkers, size) : 0;
  if (count < 2) return { ...(await openEncoder(modelsDir)), concurrency: 1, close: async () => {} };
  // Check the files here, so that a damaged one gives a proper error and not a worker's.
  const card = await checkFiles(modelsDir, encoderName);
  signal?.throwIfAborted();
  const started = await startWorkers(count, modelsDir, signal);
  const workers = started.map(({ worker }) => worker);
  const waiting = new Map<number, Waiting>();
  const idle = [...workers];
  const queue: EncodeRequest[] = [];
  let nextId = 0;
  /** Why encoding has stopped. */
  let ended: Error | undefined;

  function end(error: Error): void {
    ended ??= error;
    queue.length = 0;
    for (const { reject } of waiting.values()) reject(ended);
    waiting.clear();
  }

  function feed(): void {
    for (let worker = idle.pop(); worker !== undefined; worker = idle.pop()) {
      const request = queue.shift();
      if (request === undefined) {
        idle.push(worker);
        return;
      }
      worker.postMessage(request);
    }
  }

  for (const worker of workers) {
    worker.on('message', (reply: Reply) => {
      const asked = waiting.get(reply.id);
      waiting.delete(reply.id);
      idle.push(worker);
      feed();
      if ('encoding' in reply) asked?.resolve(reply.encoding);
      else asked?.reject(new Error(reply.problem));
    });
    worker.on('error', end);
  }

  return {
    id: toNetworkId(encoderName, card),
    dimensions: card.dimensions,
    concurrency: workers.length,
    // An ingest encodes no questions, so that model is opened only if needed.
    encodeQuery: async (text, signal) => (await openEncoder(modelsDir)).encodeQuery(text, signal),
    encodePassage: (parts) =>
      new Promise((resolve, reject) => {
        if (ended !== undefined) {
          reject(ended);
          return;
        }
        nextId += 1;
        waiting.set(nextId, { resolve, reject });
        queue.push({ id: nextId, parts });
        feed();
      }),
    close: async () => {
      end(new Error('The encoders are closed.'));
      await Promise.all(started.map(endWorker));
    },
  };
}
