import type { Models } from '../core/networks.ts';
import { openEncoder } from './encoder.ts';
import { openReaders } from './readers.ts';
import type { Loading } from './transformer.ts';

/**
 * Opens all networks of a folder: the encoder at once, the readers on first use.
 * @throws VerseError `model-missing`, `model-damaged`.
 */
export async function openModels(modelsDir: string, loading?: Loading): Promise<Models> {
  return { encoder: await openEncoder(modelsDir, loading), ...openReaders(modelsDir, loading) };
}
