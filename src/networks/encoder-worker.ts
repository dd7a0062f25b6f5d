/** One worker of the encoder pool: its own model, one text at a time. */
import { parentPort, workerData } from 'node:worker_threads';
import { VerseError } from '../core/errors.ts';
import { openEncoder } from './encoder.ts';

/** What the pool asks for. */
export interface EncodeRequest {
  id: number;
  parts: readonly string[];
}

/** `end` takes effect after the current text: terminating a worker while the model runs would crash the process. */
export type WorkerRequest = EncodeRequest | 'end';

const port = parentPort;
if (port === null) throw new Error('encoder-worker.ts is started by encoder-pool.ts.');

const encoder = await openEncoder(String(workerData));
/** The text being encoded. */
let running: Promise<void> = Promise.resolve();

async function answer({ id, parts }: EncodeRequest): Promise<void> {
  try {
    const encoding = await encoder.encodePassage(parts);
    const { vector, tokenVectors } = encoding;
    // Both own their buffers, so they are transferred, not copied.
    port?.postMessage({ id, encoding }, [vector.buffer, tokenVectors.buffer] as ArrayBuffer[]);
  } catch (error) {
    port?.postMessage({ id, problem: error instanceof VerseError ? error.sentence : String(error) });
  }
}

port.on('message', async (request: WorkerRequest) => {
  if (request !== 'end') {
    running = answer(request);
    return;
  }
  await running;
  port.close();
});
port.postMessage('ready');
