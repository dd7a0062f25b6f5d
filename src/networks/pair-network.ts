/** The network that reads a text together with a sentence; each of its heads makes one output of a hidden state. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { VerseError } from '../core/errors.ts';
import type { Span } from '../core/types.ts';
import { type Card, type HeadName, repair } from './card.ts';
import { checkOtherFiles } from './model-files.ts';
import { type Loading, loadModel } from './transformer.ts';

const headSchema = z.object({
  /** One per dimension of a hidden state. */
  weights: z.array(z.number()),
  bias: z.number(),
});

type Head = z.infer<typeof headSchema>;

/** A text and a sentence as pieces, and what the heads make of them. */
export interface PairReading {
  /** How many pieces of the text and of the sentence were read; the rest is beyond the window. */
  textLength: number;
  sentenceLength: number;
  /** A head's output for text and sentence together. */
  ofBoth(head: HeadName): number;
  /** The mean of a head's outputs for the pieces of a span of the text; null unless all were read. */
  ofSpan(head: HeadName, span: Span): number | null;
}

export interface PairNetwork {
  tokenize(text: string): string[];
  /** How many pieces of a text are read beside a sentence. */
  roomBeside(sentence: readonly string[]): number;
  read(text: readonly string[], sentence: readonly string[]): Promise<PairReading>;
}

/** Loads the network on the first call; a failed load is retried, as the files may be back. */
export type OpenPairNetwork = () => Promise<PairNetwork>;

async function readHead(folder: string, file: string, dimensions: number): Promise<Head> {
  const head = headSchema.parse(JSON.parse(await readFile(join(folder, file), 'utf8')));
  if (head.weights.length !== dimensions) throw new Error(`${file} has not ${dimensions} weights.`);
  return head;
}

async function load(modelsDir: string, name: string, card: Card, loading: Loading): Promise<PairNetwork> {
  const { dimensions, window, pairs } = card;
  if (pairs === undefined) throw new Error('The card has no heads.');
  const folder = join(modelsDir, name);
  const { entailment, answers, answerable, denies, cloze } = pairs.heads;
  const heads: Record<HeadName, Head> = {
    entailment: await readHead(folder, entailment.file, dimensions),
    answers: await readHead(folder, answers.file, dimensions),
    answerable: await readHead(folder, answerable.file, dimensions),
    denies: await readHead(folder, denies.file, dimensions),
    cloze: await readHead(folder, cloze.file, dimensions),
  };
  const model = await loadModel(modelsDir, name, card, loading);
  // [CLS] before the text and [SEP] behind both.
  const roomBeside = (sentence: readonly string[]) =>
    window - 3 - Math.min(sentence.length, pairs.sentenceWindow);
  return {
    tokenize: model.tokenize,
    roomBeside,
    async read(text, sentence) {
      const second = sentence.slice(0, pairs.sentenceWindow);
      const first = text.slice(0, roomBeside(sentence));
      const states = await model.run(['[CLS]', ...first, '[SEP]', ...second, '[SEP]'], first.length + 2);
      // Called for each piece of a text, twice: a loop takes an eighth of the time that `reduce` takes.
      const outputAt = ({ weights, bias }: Head, place: number) => {
        const start = place * dimensions;
        let sum = bias;
        for (let index = 0; index < dimensions; index++) {
          sum += (weights[index] ?? 0) * (states[start + index] ?? 0);
        }
        return sum;
      };
      return {
        textLength: first.length,
        sentenceLength: second.length,
        ofBoth: (head) => outputAt(heads[head], 0),
        ofSpan(head, { start, end }) {
          if (end > first.length || end === start) return null;
          let sum = 0;
          for (let at = start; at < end; at++) sum += outputAt(heads[head], at + 1);
          return sum / (end - start);
        },
      };
    },
  };
}

/**
 * Access to a network, whose 34 MB are read (0.3 s) on first use, once for all heads.
 * @param name its folder below `modelsDir`.
 * @returns throws VerseError `model-missing`, `model-damaged` when called.
 */
export function openPairNetwork(modelsDir: string, name: string, loading: Loading = {}): OpenPairNetwork {
  let opening: Promise<PairNetwork> | undefined;
  async function open() {
    const card = await checkOtherFiles(modelsDir, name);
    return load(modelsDir, name, card, loading).catch((cause: unknown) => {
      if (cause instanceof VerseError) throw cause;
      throw new VerseError('model-damaged', `${modelsDir}/${name}: ${card.title} does not load.`, repair, {
        cause,
        afar: `${name}: ${card.title} does not load.`,
      });
    });
  }
  return () => {
    opening ??= open().catch((error: unknown) => {
      opening = undefined;
      throw error;
    });
    return opening;
  };
}
