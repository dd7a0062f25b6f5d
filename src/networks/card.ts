/** A network's card: what whoever runs it, weighs its outputs or ships its files has to know, in its folder. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { VerseError } from '../core/errors.ts';

/** The file that decides most of what a network gives; its sum names the network. */
export const weightsFile = 'onnx/model_quantized.onnx';
export const repair = 'Fetch it again with `git checkout models`.';

const sum = z.string().regex(/^[0-9a-f]{64}$/);
const count = z.int().positive();

const headSchema = z.strictObject({ file: z.string() });

/** A text and a sentence, and what the head gives for them, as a chance. */
const readingSchema = z.strictObject({ text: z.string(), sentence: z.string(), chance: z.number() });

const cardSchema = z.strictObject({
  /** What it is called in a sentence: "the encoder". */
  title: z.string(),
  /** What it does, in a sentence. */
  about: z.string(),
  /** What it has learned from, in a sentence. */
  saw: z.string(),
  /** Chapters of the report whose questions and sentences it never saw: numbers are fitted on these. */
  unseenChapters: z.array(z.string()),
  layers: count,
  /** Values in a hidden state, and so in a vector. */
  dimensions: count,
  /** The most tokens that are read at once, with those that mark beginning and end. */
  window: count,
  /** Of a network that turns texts into vectors. */
  vectors: z
    .strictObject({
      /** What a text's vector is: the state of the first token, or the mean over all. */
      pooling: z.enum(['first', 'mean']),
      /** What a question stands behind; a passage stands alone. */
      queryPrefix: z.string(),
      /** Two texts and the cosine of their vectors, by which a processor that computes otherwise is told. */
      knownPair: z.strictObject({ texts: z.tuple([z.string(), z.string()]), cosine: z.number() }),
    })
    .optional(),
  /** Of a network that reads a text and a sentence together. */
  pairs: z
    .strictObject({
      /** The most tokens that the sentence gets of the window. */
      sentenceWindow: count,
      /** Each gives one output for a hidden state, by the weights in its file. */
      heads: z.strictObject({
        /** Whether the text supports the sentence. */
        entailment: headSchema.extend({ known: readingSchema }).optional(),
        /** What of the text belongs in a gap of the sentence: `chance` is that of the first mention. */
        cloze: headSchema
          .extend({ known: readingSchema.extend({ mentions: z.array(z.string()).min(2), gap: z.string() }) })
          .optional(),
      }),
    })
    .optional(),
  /** SHA-256 of each file that decides what the network gives. */
  sums: z.record(z.string(), sum).refine((sums) => weightsFile in sums, `no sum of ${weightsFile}`),
});

export type Card = z.infer<typeof cardSchema>;
export type HeadName = keyof NonNullable<Card['pairs']>['heads'];

/**
 * Reads the card of a network.
 * @param name its folder below `modelsDir`.
 * @throws VerseError `model-missing`; `model-damaged` where it is no card.
 */
export async function readCard(modelsDir: string, name: string): Promise<Card> {
  const path = join(modelsDir, name, 'card.json');
  const content = await readFile(path, 'utf8').catch((cause: unknown) => {
    throw new VerseError('model-missing', `${path}: the network's card cannot be read.`, repair, { cause });
  });
  try {
    return cardSchema.parse(JSON.parse(content));
  } catch (cause) {
    throw new VerseError('model-damaged', `${path}: not the card of a network.`, repair, { cause });
  }
}

/** A network's id: its folder and the first eight digits of its weights' sum. */
export function toNetworkId(name: string, { sums }: Card): string {
  return `${name}@${sums[weightsFile]?.slice(0, 8)}`;
}
