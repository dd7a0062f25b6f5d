/** Several worker threads that do the same kind of work, each one piece at a time, in the order in which it was asked for. */
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { fileURLToPath } from 'node:url';
import { type Transferable, Worker } from 'node:worker_threads';
import type { WorkerReply, WorkerRequest, WorkerStart } from './serve-worker.ts';
import { closeGate, createGate, enterGate, type ThreadGate } from './thread-gate.ts';

/** The most threads of a pool, however many cores there are: each has a network of its own in memory. */
const mostWorkers = 4;

/** How long the end of the process waits for what its threads compute: a text takes some 20 ms, loading a network 0.4 s. */
const longestHoldMs = 3000;

export interface WorkerPool<Request, Result> {
  readonly size: number;
  /** @param transfer buffers of the request that are handed over, not copied. */
  ask(request: Request, transfer?: readonly Transferable[]): Promise<Result>;
  /** Abandons what is being done, takes nothing more, and ends the threads. */
  close(): Promise<void>;
}

export interface WorkerPoolOptions {
  /** Compiled code that calls `serveWorker`: workers run no other. */
  file: URL;
  /** What each worker is told when it starts. */
  data: unknown;
  size: number;
  /** What is said to those who wait when the pool is closed, or ask later. */
  closed: string;
  /** Whether the threads keep the process alive while they have nothing to do. */
  keepsAlive: boolean;
  /** Stops the opening. */
  signal?: AbortSignal | undefined;
}

/** How many workers of a file to start: as many as there are cores, up to four; none when running from the sources, as in tests. */
export function workersFor(file: URL, size = availableParallelism()): number {
  return existsSync(fileURLToPath(file)) ? Math.min(mostWorkers, size) : 0;
}

interface Waiting<Result> {
  resolve: (result: Result) => void;
  reject: (error: Error) => void;
}

/** A worker, and a promise of its thread's end. */
interface Started {
  worker: Worker;
  exited: Promise<unknown>;
}

/** Ends a worker after its current work: loading its network (0.4 s), or one text. */
async function endWorker({ worker, exited }: Started): Promise<void> {
  worker.ref();
  worker.postMessage('end' satisfies WorkerRequest<never>);
  await exited;
}

/** Starts a worker; resolves when it is ready. One that fails or is stopped before is ended. */
async function startWorker({ file, data, signal }: WorkerPoolOptions, gate: ThreadGate): Promise<Started> {
  enterGate(gate);
  const start: WorkerStart<unknown> = { data, gate };
  const worker = new Worker(file, { workerData: start, execArgv: [] });
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
async function startWorkers(options: WorkerPoolOptions, gate: ThreadGate): Promise<Started[]> {
  const starts = await Promise.allSettled(
    Array.from({ length: options.size }, () => startWorker(options, gate)),
  );
  const started = starts.flatMap((start) => (start.status === 'fulfilled' ? [start.value] : []));
  const failed = starts.find((start) => start.status === 'rejected');
  if (failed === undefined) return started;
  await Promise.all(started.map(endWorker));
  throw failed.reason;
}

/** @throws what a worker throws when it starts; the reason of `signal`. */
export async function openWorkerPool<Request, Result>(
  options: WorkerPoolOptions,
): Promise<WorkerPool<Request, Result>> {
  const gate = createGate();
  const holdEnd = () => closeGate(gate, longestHoldMs);
  process.once('exit', holdEnd);
  const started = await startWorkers(options, gate).catch((error: unknown) => {
    process.off('exit', holdEnd);
    throw error;
  });
  const workers = started.map(({ worker }) => worker);
  const waiting = new Map<number, Waiting<Result>>();
  const idle = [...workers];
  const queue: { request: WorkerRequest<Request>; transfer: readonly Transferable[] }[] = [];
  let nextId = 0;
  /** Why work has stopped. */
  let ended: Error | undefined;

  function end(error: Error): void {
    ended ??= error;
    queue.length = 0;
    for (const { reject } of waiting.values()) reject(ended);
    waiting.clear();
  }

  function feed(): void {
    for (let worker = idle.pop(); worker !== undefined; worker = idle.pop()) {
      const next = queue.shift();
      if (next === undefined) {
        if (!options.keepsAlive) worker.unref();
        idle.push(worker);
        return;
      }
      worker.ref();
      worker.postMessage(next.request, next.transfer);
    }
  }

  for (const worker of workers) {
    worker.on('message', (reply: WorkerReply<Result>) => {
      const asked = waiting.get(reply.id);
      waiting.delete(reply.id);
      idle.push(worker);
      feed();
      if ('result' in reply) asked?.resolve(reply.result);
      else asked?.reject(new Error(reply.problem));
    });
    worker.on('error', end);
    // A listener to its messages keeps the process alive.
    if (!options.keepsAlive) worker.unref();
  }

  return {
    size: workers.length,
    ask(request, transfer = []) {
      if (ended !== undefined) return Promise.reject(ended);
      const id = nextId++;
      return new Promise((resolve, reject) => {
        waiting.set(id, { resolve, reject });
        queue.push({ request: { id, request }, transfer });
        feed();
      });
    },
    async close() {
      end(new Error(options.closed));
      await Promise.all(started.map(endWorker));
      process.off('exit', holdEnd);
    },
  };
}
