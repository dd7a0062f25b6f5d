/** A network's card, in its folder: what is needed to run it, fit numbers on its outputs, or ship its files. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { VerseError } from '../core/errors.ts';

/** The weights; their sum identifies the network. */
export const weightsFile = 'onnx/model_quantized.onnx';
export const repair = 'Fetch it again with `git checkout models`.';

const sum = z.string().regex(/^[0-9a-f]{64}$/);
const count = z.int().positive();

const headSchema = z.strictObject({ file: z.string() });

/** A text and a sentence, with the head's output for them as a probability. */
const readingSchema = z.strictObject({ text: z.string(), sentence: z.string(), chance: z.number() });

const cardSchema = z.strictObject({
  /** Its name in sentences: "the encoder". */
  title: z.string(),
  /** What it does, in a sentence. */
  about: z.string(),
  /** What it was trained on, in a sentence. */
  saw: z.string(),
  /** Chapters whose questions and sentences it was not trained on; numbers are fitted on these. */
  unseenChapters: z.array(z.string()),
  layers: count,
  /** Values in a hidden state, and in a vector. */
  dimensions: count,
  /** The most tokens read at once, including those that mark start and end. */
  window: count,
  /** Of a network that turns texts into vectors. */
  vectors: z
    .strictObject({
      /** How a text's vector is made: the state of the first token, or the mean of all. */
      pooling: z.enum(['first', 'mean']),
      /** Text put before a question; passages have none. */
      queryPrefix: z.string(),
      /** Two texts and the cosine of their vectors, to detect a processor that computes differently. */
      knownPair: z.strictObject({ texts: z.tuple([z.string(), z.string()]), cosine: z.number() }),
    })
    .optional(),
  /** Of a network that reads a text and a sentence together. */
  pairs: z
    .strictObject({
      /** The sentence's share of the window, in tokens. */
      sentenceWindow: count,
      /** Each maps a hidden state to one output, with the weights in its file. */
      heads: z.strictObject({
        /** Whether the text supports the sentence. */
        entailment: headSchema.extend({ known: readingSchema }),
        /** Whether a sentence of the text answers a question: the text of `known` is that sentence, `sentence` the question. */
        answers: headSchema.extend({ known: readingSchema }),
        /** Whether the text answers a question, which is `sentence` in `known`. */
        answerable: headSchema.extend({ known: readingSchema }),
        /** Whether a sentence of the text denies what a question takes for granted; as `answers`. */
        denies: headSchema.extend({ known: readingSchema }),
        /** Which mention of the text fills a gap in the sentence; `chance` is that of the first mention. */
        cloze: headSchema.extend({
          known: readingSchema.extend({ mentions: z.array(z.string()).min(2), gap: z.string() }),
        }),
      }),
    })
    .optional(),
  /** SHA-256 of each file that affects the network's outputs. */
  sums: z.record(z.string(), sum).refine((sums) => weightsFile in sums, `no sum of ${weightsFile}`),
});

export type Card = z.infer<typeof cardSchema>;
export type HeadName = keyof NonNullable<Card['pairs']>['heads'];

/**
 * Reads the card of a network.
 * @param name its folder below `modelsDir`.
 * @throws VerseError `model-missing`; `model-damaged` if it is not a card.
 */
export async function readCard(modelsDir: string, name: string): Promise<Card> {
  const path = join(modelsDir, name, 'card.json');
  const content = await readFile(path, 'utf8').catch((cause: unknown) => {
    throw new VerseError('model-missing', `${path}: the network's card cannot be read.`, repair, {
      cause,
      afar: `${name}: the network's card cannot be read.`,
    });
  });
  try {
    return cardSchema.parse(JSON.parse(content));
  } catch (cause) {
    throw new VerseError('model-damaged', `${path}: not the card of a network.`, repair, {
      cause,
      afar: `${name}: its card is none of a network.`,
    });
  }
}

/** A network's id: its folder and the first eight digits of its weights' SHA-256. */
export function toNetworkId(name: string, { sums }: Card): string {
  return `${name}@${sums[weightsFile]?.slice(0, 8)}`;
}
