/** One worker of the encoder pool: its own model, one text at a time. */
import { parentPort, workerData } from 'node:worker_threads';
import { VerseError } from '../errors.ts';
import { openEncoder } from './encoder.ts';

/** What the pool asks for. */
export interface EncodeRequest {
  id: number;
  parts: readonly string[];
}

const port = parentPort;
if (port === null) throw new Error('encoder-worker.ts is started by encoder-pool.ts.');

const encoder = await openEncoder(String(workerData));
port.on('message', async ({ id, parts }: EncodeRequest) => {
  try {
    const encoding = await encoder.encodePassage(parts);
    const { vector, tokenVectors } = encoding;
    // Both own their buffers: they are handed over, not copied.
    port.postMessage({ id, encoding }, [vector.buffer, tokenVectors.buffer] as ArrayBuffer[]);
  } catch (error) {
    port.postMessage({ id, problem: error instanceof VerseError ? error.sentence : String(error) });
  }
});
port.postMessage('ready');
