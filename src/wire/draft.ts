/** A writer's draft, each sentence with its verification. `verse verify --json` gives it; no endpoint does. */
import { z } from 'zod';
import { verificationSchema } from './verification.ts';

export const draftSentenceSchema = z
  .object({
    line: z.number().int().min(1),
    column: z.number().int().min(1),
    text: z.string().meta({ description: 'As written, without markup and citations.' }),
    cited: z.array(z.string()).meta({ description: 'Its citations, as written.' }),
    status: z.enum(['carried', 'misplaced', 'altered-quotation', 'not-carried', 'not-checked']).meta({
      description: 'misplaced: supported, but not where the draft says.',
    }),
    skipped: z.string().optional().meta({ description: 'Why it was not checked.' }),
    faults: z.array(z.string()).meta({ description: 'What its citations name and there is not.' }),
    verification: verificationSchema.optional(),
  })
  .meta({ id: 'DraftSentence' });

export const draftSchema = z
  .object({
    file: z.string(),
    sentences: z.array(draftSentenceSchema),
    summary: z.object({
      sentences: z.number().int(),
      carried: z.number().int(),
      misplaced: z.number().int(),
      notCarried: z.number().int().meta({ description: 'Altered quotations among them.' }),
      notChecked: z.number().int(),
    }),
  })
  .meta({ id: 'Draft', description: "A writer's draft, sentence by sentence." });
