/** The side of a worker pool that runs in its threads. */
import { parentPort, type Transferable } from 'node:worker_threads';
import { VerseError } from '../core/errors.ts';

/** `end` takes effect after the current piece of work: terminating a worker while a network runs would crash the process. */
export type WorkerRequest<Request> = { id: number; request: Request } | 'end';

export type WorkerReply<Result> = { id: number; result: Result } | { id: number; problem: string };

/** Does what the pool asks for, until that ends this thread. */
export function serveWorker<Request, Result>(
  work: (request: Request) => Promise<{ result: Result; transfer: readonly Transferable[] }>,
): void {
  const port = parentPort;
  if (port === null) throw new Error('This file is started by a worker pool.');
  let running: Promise<void> = Promise.resolve();
  async function answer(id: number, request: Request): Promise<void> {
    try {
      const { result, transfer } = await work(request);
      port?.postMessage({ id, result } satisfies WorkerReply<Result>, transfer);
    } catch (error) {
      const problem = error instanceof VerseError ? error.sentence : String(error);
      port?.postMessage({ id, problem } satisfies WorkerReply<Result>);
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
  port.postMessage('ready');
}
