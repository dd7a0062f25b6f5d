import type { Models } from '../core/networks.ts';
import { openEncoder } from './encoder.ts';
import { openReaders } from './readers.ts';
import type { Loading } from './transformer.ts';

/**
 * Opens all networks of a folder: the encoder at once, the readers on first use, or beside it (`readerApart`).
 * @throws VerseError `model-missing`, `model-damaged`.
 */
export async function openModels(modelsDir: string, loading?: Loading): Promise<Models> {
  const readers = openReaders(modelsDir, loading);
  return { encoder: await openEncoder(modelsDir, loading), ...readers };
}
