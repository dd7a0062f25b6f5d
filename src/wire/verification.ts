/** A written sentence to check, and the result. */
import { z } from 'zod';
import { citationSchema, nearestSchema } from './citation.ts';
import { foundItemSchema } from './found-item.ts';
import { scopeFields } from './scope-fields.ts';

export const verifyRequestSchema = z
  .strictObject({
    sentence: z
      .string()
      .trim()
      .min(1)
      .max(2000)
      .meta({ example: 'Bosch is cutting more than 20,000 jobs in its automotive division.' }),
    passage: z.string().trim().min(1).max(20_000).optional().meta({
      description: 'A text of your own to hold it against; then nothing is looked up.',
    }),
    passageIds: z.array(z.string()).min(1).max(20).optional().meta({
      description: 'The passages that should support it, together.',
    }),
    pages: z.array(z.number().int().min(1)).min(1).max(500).optional().meta({
      description: 'The pages that it is said to stand on, from 1 in the file; all by default.',
    }),
    ...scopeFields,
  })
  .superRefine(({ passage, passageIds, pages, documents, tags, years, chapters }, context) => {
    const given = Object.entries({ passage, passageIds, pages, documents, tags, years, chapters });
    const others = given.filter(([, value]) => value !== undefined).map(([name]) => name);
    const alone = others.find((name) => name === 'passage' || name === 'passageIds');
    for (const name of others) {
      if (alone === undefined || name === alone) continue;
      context.addIssue({ code: 'custom', path: [name], message: `Cannot be given together with ${alone}` });
    }
  })
  .meta({ id: 'VerifyRequest' });

export const verifyProblemSchema = z
  .object({
    kind: z.enum([
      'number',
      'date',
      'name',
      'quotation',
      'negation',
      'direction',
      'quantifier',
      'modality',
      'content',
      'markup',
      'page',
    ]),
    text: z.string().meta({ description: 'The words of the sentence; with `page` the place it was given.' }),
    reason: z.string(),
  })
  .meta({ id: 'VerifyProblem', description: 'Something of the sentence that its source does not support.' });

export const verificationSchema = z
  .object({
    verdict: z.enum(['supported', 'altered-quotation', 'unsupported']),
    problems: z.array(verifyProblemSchema),
    score: z
      .number()
      .min(0)
      .max(1)
      .meta({ description: 'How sure it is that the source supports the sentence; 1 where it is its own.' }),
    citation: citationSchema.optional().meta({
      description:
        'The sentence of the documents that it was held against: the one that supports most of it.',
    }),
    found: z.array(foundItemSchema).optional().meta({
      description:
        'Where the documents support it: its numbers, dates, names and quotations, each with its page.',
    }),
    further: z.array(citationSchema).optional().meta({
      description: 'Sentences that support the rest, where one does not support it all.',
    }),
    elsewhere: citationSchema.optional().meta({
      description: 'What supports it, where the passages, pages or chapters given do not.',
    }),
    nearest: z.array(nearestSchema).optional().meta({
      description: 'Other passages it was held against, and what each lacks, where none supports it.',
    }),
  })
  .meta({ id: 'Verification' });
