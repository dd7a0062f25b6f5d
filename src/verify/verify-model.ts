/** The fitted weights of the doubts, in a file beside this one. */
import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { linearSchema } from '../answer/linear-model.ts';

const modelSchema = z.strictObject({
  /** What the weights were fitted on and what they scored: the model card. */
  card: z.strictObject({
    about: z.string(),
    fittedBy: z.string(),
    data: z.string(),
    scores: z.record(z.string(), z.number()),
  }),
  weights: linearSchema,
  /** The probability under which a sentence is not carried. */
  threshold: z.number().min(0).max(1),
});

export type VerifyModel = z.infer<typeof modelSchema>;

/** The weights that ship; the file is part of the package. */
export const verifyModel: VerifyModel = modelSchema.parse(
  JSON.parse(readFileSync(new URL('./model.json', import.meta.url), 'utf8')),
);
