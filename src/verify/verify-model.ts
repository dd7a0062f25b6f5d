/** The fitted weights of the doubts, in a file beside this one. */
import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { cardSchema, linearSchema } from '../answer/choose/linear-model.ts';
import { fittedOnSchema } from '../core/fitted-on.ts';

const modelSchema = z.strictObject({
  card: cardSchema,
  weights: linearSchema,
  /** The probability under which a sentence is not supported. */
  threshold: z.number().min(0).max(1),
});

const fileSchema = modelSchema.extend({ fittedOn: fittedOnSchema });

export type VerifyModel = z.infer<typeof modelSchema>;

/** The weights that ship; the file is part of the package. */
export const verifyModel = fileSchema.parse(
  JSON.parse(readFileSync(new URL('./model.json', import.meta.url), 'utf8')),
);
