/** The networks that read a text beside a sentence, each with a head of one output: what they have in common. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { VerseError } from '../core/errors.ts';
import { checkSums } from './model-files.ts';
import { dimensions, loadModel } from './transformer.ts';

/** The most tokens that are read at once, text and sentence together; as in training. */
const window = 320;
/** The most of them that the sentence gets. */
const sentenceWindow = 96;

const headSchema = z.object({
  /** One for each dimension of a hidden state. */
  weights: z.array(z.number()).length(dimensions),
  bias: z.number(),
});

/** A text and a sentence as pieces, and what the head gives for each of these. */
export interface PairReading {
  /** How many pieces of the text, and of the sentence, were read: the rest lies beyond the window. */
  textLength: number;
  sentenceLength: number;
  /** The output for [CLS]. */
  ofBoth: number;
  /** The output for a piece of the text. */
  ofText(at: number): number;
}

export interface PairNetwork {
  tokenize(text: string): string[];
  read(text: readonly string[], sentence: readonly string[]): Promise<PairReading>;
}

async function load(modelsDir: string, name: string): Promise<PairNetwork> {
  const model = await loadModel(modelsDir, name);
  const file = await readFile(join(modelsDir, name, 'head.json'), 'utf8');
  const { weights, bias } = headSchema.parse(JSON.parse(file));
  return {
    tokenize: model.tokenize,
    async read(text, sentence) {
      const second = sentence.slice(0, sentenceWindow);
      const first = text.slice(0, window - 3 - second.length);
      const states = await model.run(['[CLS]', ...first, '[SEP]', ...second, '[SEP]'], first.length + 2);
      const outputAt = (place: number) =>
        weights.reduce(
          (sum, weight, index) => sum + weight * (states[place * dimensions + index] ?? 0),
          bias,
        );
      return {
        textLength: first.length,
        sentenceLength: second.length,
        ofBoth: outputAt(0),
        ofText: (at) => outputAt(at + 1),
      };
    },
  };
}

/**
 * A way to the network in a folder below `modelsDir`; its 34 MB are read (0.3 s) when it is first asked for.
 * @param title what it is called where it does not load: "the entailment model".
 * @returns throws VerseError `model-missing`, `model-damaged`, when asked.
 */
export function openPairNetwork(modelsDir: string, name: string, title: string): () => Promise<PairNetwork> {
  let loading: Promise<PairNetwork> | undefined;
  async function open() {
    await checkSums(modelsDir, name);
    return load(modelsDir, name).catch((cause: unknown) => {
      throw new VerseError(
        'model-damaged',
        `${modelsDir}/${name}: ${title} does not load.`,
        'Restore it with `git checkout models`.',
        { cause },
      );
    });
  }
  return () => {
    // What failed is tried again: the file may be back.
    loading ??= open().catch((error: unknown) => {
      loading = undefined;
      throw error;
    });
    return loading;
  };
}
