/** Networks that read a text together with a sentence, with heads of one output each. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { VerseError } from '../core/errors.ts';
import { type Card, type HeadName, repair } from './card.ts';
import { checkFiles } from './model-files.ts';
import { loadModel } from './transformer.ts';

const headSchema = z.object({
  /** One per dimension of a hidden state. */
  weights: z.array(z.number()),
  bias: z.number(),
});

/** A text and a sentence as pieces, with the head's output for each. */
export interface PairReading {
  /** How many pieces of the text and of the sentence were read; the rest is beyond the window. */
  textLength: number;
  sentenceLength: number;
  /** The output for text and sentence together. */
  ofBoth: number;
  /** The output for a piece of the text. */
  ofText(at: number): number;
}

export interface PairNetwork {
  tokenize(text: string): string[];
  read(text: readonly string[], sentence: readonly string[]): Promise<PairReading>;
}

async function load(folder: string, name: string, head: HeadName, card: Card): Promise<PairNetwork> {
  const { dimensions, window, pairs } = card;
  const headFile = pairs?.heads[head]?.file;
  if (pairs === undefined || headFile === undefined) throw new Error(`The card has no head "${head}".`);
  const model = await loadModel(folder, name, dimensions);
  const { weights, bias } = headSchema.parse(
    JSON.parse(await readFile(join(folder, name, headFile), 'utf8')),
  );
  if (weights.length !== dimensions) throw new Error(`${headFile} has not ${dimensions} weights.`);
  return {
    tokenize: model.tokenize,
    async read(text, sentence) {
      const second = sentence.slice(0, pairs.sentenceWindow);
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
 * Access to one head of a network; its 34 MB are read (0.3 s) on first use.
 * @param name its folder below `modelsDir`.
 * @param head its name in the card.
 * @returns throws VerseError `model-missing`, `model-damaged` when called.
 */
export function openPairNetwork(modelsDir: string, name: string, head: HeadName): () => Promise<PairNetwork> {
  let loading: Promise<PairNetwork> | undefined;
  async function open() {
    const card = await checkFiles(modelsDir, name);
    return load(modelsDir, name, head, card).catch((cause: unknown) => {
      throw new VerseError('model-damaged', `${modelsDir}/${name}: ${card.title} does not load.`, repair, {
        cause,
      });
    });
  }
  return () => {
    // A failed load is retried: the file may be back.
    loading ??= open().catch((error: unknown) => {
      loading = undefined;
      throw error;
    });
    return loading;
  };
}
