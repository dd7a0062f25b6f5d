/** The models' files on disk: where they are, and whether they are the ones that ship. */
import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { packageRoot } from '../config/settings.ts';
import { VerseError } from '../core/errors.ts';

/** The encoder that ships. */
export const encoderName = 'chapter-and-verse/encoder-small';
/** The entailment model that ships. */
export const entailmentName = 'chapter-and-verse/entailment-small';
/** The cloze model that ships. */
export const clozeName = 'chapter-and-verse/cloze-small';

const weightsFile = 'onnx/model_quantized.onnx';
const repair = 'Restore it with `git checkout models`.';

async function readPublishedSums(model: string): Promise<Record<string, string>> {
  const sums: unknown = JSON.parse(await readFile(join(packageRoot, 'models', 'sums.json'), 'utf8'));
  return z.record(z.string(), z.record(z.string(), z.string())).parse(sums)[model] ?? {};
}

async function hashFile(path: string): Promise<string> {
  try {
    return createHash('sha256')
      .update(await readFile(path))
      .digest('hex');
  } catch (cause) {
    throw new VerseError('model-missing', `${path}: the model's file cannot be read.`, repair, { cause });
  }
}

/**
 * Reads a model's files and holds their sums against the published ones; returns those.
 * @throws VerseError `model-missing`; `model-damaged` where a file's sum is not the published one.
 */
export async function checkSums(modelsDir: string, model: string): Promise<Record<string, string>> {
  const published = await readPublishedSums(model);
  for (const [file, sum] of Object.entries(published)) {
    const path = join(modelsDir, model, file);
    const found = await hashFile(path);
    if (found !== sum) {
      throw new VerseError(
        'model-damaged',
        `${path}: not the published file (SHA-256 ${found.slice(0, 8)}…, published ${sum.slice(0, 8)}…).`,
        repair,
      );
    }
  }
  return published;
}

/** A network's id, `chapter-and-verse/encoder-small@` and the first eight digits of its weights' published SHA-256. */
export async function networkId(model: string): Promise<string> {
  const published = await readPublishedSums(model);
  return `${model}@${published[weightsFile]?.slice(0, 8)}`;
}

/**
 * The encoder's id, once its files are known to be the published ones, without loading the model: 34 MB, about 30 ms.
 * @throws VerseError as `checkSums`.
 */
export async function encoderId(modelsDir: string): Promise<string> {
  await checkSums(modelsDir, encoderName);
  return networkId(encoderName);
}

const cardSchema = z.object({
  /** Chapters of the report whose questions and sentences it never saw: numbers are fitted on these. */
  unseenChapters: z.array(z.string()),
});

/**
 * What is kept of a trained model's making.
 * @param model a folder below `modelsDir` that has a card.json.
 */
export async function readCard(modelsDir: string, model: string): Promise<z.infer<typeof cardSchema>> {
  return cardSchema.parse(JSON.parse(await readFile(join(modelsDir, model, 'card.json'), 'utf8')));
}
