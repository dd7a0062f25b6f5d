/** The encoder's files on disk: where they are, and whether they are the published ones. */
import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { packageRoot } from '../config.ts';
import { VerseError } from '../errors.ts';

/** The encoder that ships: its folder under models/. */
export const modelName = 'Xenova/bge-small-en-v1.5';

const weightsFile = 'onnx/model_quantized.onnx';
const repair = 'Restore it with `git checkout models`.';

async function readPublishedSums(): Promise<Record<string, string>> {
  const sums: unknown = JSON.parse(await readFile(join(packageRoot, 'models', 'sums.json'), 'utf8'));
  return z.record(z.string(), z.record(z.string(), z.string())).parse(sums)[modelName] ?? {};
}

async function hashFile(path: string): Promise<string> {
  try {
    return createHash('sha256')
      .update(await readFile(path))
      .digest('hex');
  } catch (cause) {
    throw new VerseError('model-missing', `${path}: the encoder's file cannot be read.`, repair, { cause });
  }
}

/**
 * The encoder's id, `Xenova/bge-small-en-v1.5@` and the first eight digits of its weights' SHA-256, read from
 * the files and without loading the model: 34 MB, about 30 ms.
 * @throws VerseError `model-missing`; `model-damaged` where a file's sum is not the published one.
 */
export async function encoderId(modelsDir: string): Promise<string> {
  const published = await readPublishedSums();
  for (const [file, sum] of Object.entries(published)) {
    const path = join(modelsDir, modelName, file);
    const found = await hashFile(path);
    if (found !== sum) {
      throw new VerseError(
        'model-damaged',
        `${path}: not the published file (SHA-256 ${found.slice(0, 8)}…, published ${sum.slice(0, 8)}…).`,
        repair,
      );
    }
  }
  return `${modelName}@${published[weightsFile]?.slice(0, 8)}`;
}
