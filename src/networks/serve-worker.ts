/** The side of a worker pool that runs in its threads. */
import { parentPort, type Transferable, workerData } from 'node:worker_threads';
import { VerseError } from '../core/errors.ts';
import { enterGate, leaveGate, type ThreadGate } from './thread-gate.ts';

/** What a thread is given when it starts. */
export interface WorkerStart<Data> {
  data: Data;
  /** It is counted as computing until it serves, since it loads its network first. */
  gate: ThreadGate;
}

/** `end` takes effect after the current piece of work. */
export type WorkerRequest<Request> = { id: number; request: Request } | 'end';

export type WorkerReply<Result> = { id: number; result: Result } | { id: number; problem: string };

/** What the pool gave this thread. */
export function startOfWorker<Data>(): WorkerStart<Data> {
  return workerData;
}

/** Does what the pool asks for, until that ends this thread. */
export function serveWorker<Request, Result>(
  work: (request: Request) => Promise<{ result: Result; transfer: readonly Transferable[] }>,
): void {
  const port = parentPort;
  if (port === null) throw new Error('This file is started by a worker pool.');
  const { gate } = startOfWorker();
  let running: Promise<void> = Promise.resolve();
  async function answer(id: number, request: Request): Promise<void> {
    // The process ends: nobody waits for a reply.
    if (!enterGate(gate)) return;
    try {
      const { result, transfer } = await work(request);
      port?.postMessage({ id, result } satisfies WorkerReply<Result>, transfer);
    } catch (error) {
      const problem = error instanceof VerseError ? error.sentence : String(error);
      port?.postMessage({ id, problem } satisfies WorkerReply<Result>);
    } finally {
      leaveGate(gate);
    }
  }
  port.on('message', async (message: WorkerRequest<Request>) => {
    if (message !== 'end') {
      running = answer(message.id, message.request);
      return;
    }
    await running;
    port.close();
  });
  leaveGate(gate);
  port.postMessage('ready');
}
