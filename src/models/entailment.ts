/** The one entailment model that ships: reads a text and a sentence together and tells whether the text carries it. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { VerseError } from '../errors.ts';
import type { EntailmentModel } from '../seams.ts';
import { checkSums, entailmentName } from './model-files.ts';
import { dimensions, loadModel } from './transformer.ts';

/** The most tokens that are read at once, text and sentence together; as in training. */
const window = 320;
/** The most of them that the sentence gets. */
const sentenceWindow = 96;

const headSchema = z.object({
  /** One for each dimension of [CLS]. */
  weights: z.array(z.number()).length(dimensions),
  bias: z.number(),
});

async function readHead(modelsDir: string): Promise<z.infer<typeof headSchema>> {
  return headSchema.parse(JSON.parse(await readFile(join(modelsDir, entailmentName, 'head.json'), 'utf8')));
}

async function load(modelsDir: string): Promise<(text: string, sentence: string) => Promise<number>> {
  const model = await loadModel(modelsDir, entailmentName);
  const { weights, bias } = await readHead(modelsDir);
  return async (text, sentence) => {
    const second = model.tokenize(sentence).slice(0, sentenceWindow);
    const first = model.tokenize(text).slice(0, window - 3 - second.length);
    const pieces = ['[CLS]', ...first, '[SEP]', ...second, '[SEP]'];
    const states = await model.run(pieces, first.length + 2);
    return weights.reduce((sum, weight, index) => sum + weight * (states[index] ?? 0), bias);
  };
}

/**
 * The entailment model in `modelsDir`; its 34 MB are read (0.3 s) when it is first asked.
 * @throws VerseError `model-missing`, `model-damaged`, when asked.
 */
export function openEntailmentModel(modelsDir: string): EntailmentModel {
  let loading: ReturnType<typeof load> | undefined;
  async function open() {
    await checkSums(modelsDir, entailmentName);
    return load(modelsDir).catch((cause: unknown) => {
      throw new VerseError(
        'model-damaged',
        `${modelsDir}/${entailmentName}: the entailment model does not load.`,
        'Restore it with `git checkout models`.',
        { cause },
      );
    });
  }
  return {
    entails: async (text, sentence) => {
      // What failed is tried again: the file may be back.
      loading ??= open().catch((error: unknown) => {
        loading = undefined;
        throw error;
      });
      const entails = await loading;
      return entails(text, sentence);
    },
  };
}
