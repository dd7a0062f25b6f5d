/** One worker of the encoder pool: its own model, one text at a time. */
import { openEncoder } from './encoder.ts';
import type { EncoderPlace } from './encoder-pool.ts';
import { serveWorker, startOfWorker } from './serve-worker.ts';

const { modelsDir, cacheDir } = startOfWorker<EncoderPlace>().data;
const encoder = await openEncoder(modelsDir, { cacheDir });

serveWorker(async (parts: readonly string[]) => {
  const result = await encoder.encodePassage(parts);
  // Both own their buffers, so they are transferred, not copied.
  return { result, transfer: [result.vector.buffer, result.tokenVectors.buffer] as ArrayBuffer[] };
});
