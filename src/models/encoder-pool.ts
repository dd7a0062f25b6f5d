/**
 * Several encoders in worker threads, for an ingest: one thread each, as many as there are cores, at most four.
 * Two threads inside one model gain a third over one; two models of one thread each twice as much, and neither wastes
 * time waiting for the other where the machine is busy. Measured on two cores, milliseconds a passage of 130 tokens:
 * one model and one thread 24, two threads 15 (26 on a busy machine), two models 12.
 */
import { existsSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { fileURLToPath } from 'node:url';
import { Worker } from 'node:worker_threads';
import type { Encoder } from '../seams.ts';
import type { Encoding } from '../types.ts';
import { dimensions, openEncoder } from './encoder.ts';
import type { EncodeRequest } from './encoder-worker.ts';
import { encoderId } from './model-files.ts';

/** An encoder that must be closed, so that its threads end. */
export interface EncoderPool extends Encoder {
  readonly concurrency: number;
  close(): Promise<void>;
}

type Reply = { id: number; encoding: Encoding } | { id: number; problem: string };

interface Waiting {
  resolve: (encoding: Encoding) => void;
  reject: (error: Error) => void;
}

/** Workers run compiled code only: from the sources (in tests) there are none. */
const workerFile = new URL('./encoder-worker.js', import.meta.url);

const mostWorkers = 4;

/** Starts one worker; resolves when its model is loaded. */
async function startWorker(modelsDir: string): Promise<Worker> {
  const worker = new Worker(workerFile, { workerData: modelsDir, execArgv: [] });
  await new Promise<void>((resolve, reject) => {
    worker.once('message', () => resolve());
    worker.once('error', reject);
  });
  return worker;
}

/**
 * Opens the pool. A text's vectors do not depend on which worker made them.
 * @throws VerseError `model-missing`, `model-damaged`.
 */
export async function openEncoderPool(
  modelsDir: string,
  size = availableParallelism(),
): Promise<EncoderPool> {
  const count = existsSync(fileURLToPath(workerFile)) ? Math.min(mostWorkers, size) : 0;
  if (count < 2) return { ...(await openEncoder(modelsDir)), concurrency: 1, close: async () => {} };
  // Checks the files, so that a damaged one is told by its sentence and not by a worker's.
  const id = await encoderId(modelsDir);
  const workers = await Promise.all(Array.from({ length: count }, () => startWorker(modelsDir)));
  const waiting = new Map<number, Waiting>();
  const idle = [...workers];
  const queue: EncodeRequest[] = [];
  let nextId = 0;

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
    worker.on('error', (error) => {
      for (const { reject } of waiting.values()) reject(error);
      waiting.clear();
    });
  }

  return {
    id,
    dimensions,
    concurrency: workers.length,
    // An ingest asks nothing: the model for questions is opened only if someone does.
    encodeQuery: async (text) => (await openEncoder(modelsDir)).encodeQuery(text),
    encodePassage: (parts) =>
      new Promise((resolve, reject) => {
        nextId += 1;
        waiting.set(nextId, { resolve, reject });
        queue.push({ id: nextId, parts });
        feed();
      }),
    close: async () => {
      await Promise.all(workers.map((worker) => worker.terminate()));
    },
  };
}
