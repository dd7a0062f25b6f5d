/** The fitted weights of the premise check, from premise.json. */
import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { fittedOnSchema } from '../../core/fitted-on.ts';
import { cardSchema, linearSchema } from '../choose/linear-model.ts';

const modelSchema = z.strictObject({
  card: cardSchema,
  weights: linearSchema,
  /** The logit from which a sentence leads the answer, with a warning. */
  flagFrom: z.number(),
  /** The logit from which a sentence is quoted, without a warning. */
  quoteFrom: z.number(),
});

const fileSchema = modelSchema.extend({ fittedOn: fittedOnSchema });

export type PremiseModel = z.infer<typeof modelSchema>;

/** The weights that ship; the file is part of the package. */
export const premiseModel = fileSchema.parse(
  JSON.parse(readFileSync(new URL('./premise.json', import.meta.url), 'utf8')),
);
