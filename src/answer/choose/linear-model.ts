/** A linear model over named inputs: weights in a file, a number out. */
import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { fittedOnSchema } from '../../core/fitted-on.ts';

export const linearSchema = z.strictObject({
  bias: z.number(),
  /** One weight an input, on its plain scale. */
  weights: z.record(z.string(), z.number()),
});

/** The model card: what weights were fitted on and what they scored. */
export const cardSchema = z.strictObject({
  about: z.string(),
  fittedBy: z.string(),
  data: z.string(),
  scores: z.record(z.string(), z.number()),
});

const share = z.number().min(0).max(1);

const modelSchema = z.strictObject({
  card: cardSchema,
  sentence: linearSchema,
  answerable: linearSchema,
  /** Whether the report speaks of what is asked about at all; under `leastConfidence` it does not. */
  topic: z.strictObject({ ...linearSchema.shape, leastConfidence: share }),
  /** For rising answer rates, the confidence under which a question is not answered. */
  thresholds: z.array(z.strictObject({ answerRate: share, confidence: share })).min(1),
});

const fileSchema = modelSchema.extend({ fittedOn: fittedOnSchema });

export type LinearModel = z.infer<typeof linearSchema>;
export type AnswerModel = z.infer<typeof modelSchema>;

export const modelFile = new URL('./model.json', import.meta.url);

/** Checks a model's form; the file is part of the package. */
export function parseAnswerModel(json: string): z.infer<typeof fileSchema> {
  return fileSchema.parse(JSON.parse(json));
}

/** The weights that ship. */
export const answerModel = parseAnswerModel(readFileSync(modelFile, 'utf8'));

/** The model's logit for named inputs; an input without a weight counts nothing. */
export function logitOf(model: LinearModel, inputs: Readonly<Record<string, number>>): number {
  let logit = model.bias;
  for (const [name, weight] of Object.entries(model.weights)) logit += weight * (inputs[name] ?? 0);
  return logit;
}

export function sigmoid(logit: number): number {
  return 1 / (1 + Math.exp(-logit));
}

/** The confidence under which a question is not answered, for a rate in the table or between two of it. */
export function thresholdAt({ thresholds }: AnswerModel, answerRate: number): number {
  const above = thresholds.find((row) => row.answerRate >= answerRate) ?? thresholds.at(-1);
  const below = thresholds.findLast((row) => row.answerRate <= answerRate) ?? thresholds[0];
  if (above === undefined || below === undefined) return 0;
  const width = above.answerRate - below.answerRate;
  const part = width <= 0 ? 0 : (answerRate - below.answerRate) / width;
  return below.confidence + part * (above.confidence - below.confidence);
}
