/** A search and the passages that it finds. */
import { z } from 'zod';
import { documentFields, ocrSchema, pathSchema } from './citation.ts';
import { passageKindSchema } from './passage.ts';
import { scopeFields } from './scope-fields.ts';

export const searchRequestSchema = z
  .strictObject({
    query: z.string().trim().min(1).max(2000).meta({ example: 'chip subsidies' }),
    ...scopeFields,
    kinds: z.array(passageKindSchema).optional(),
    limit: z.number().int().min(1).max(100).default(10),
  })
  .meta({ id: 'SearchRequest' });

export const hitSchema = z
  .object({
    passageId: z.string(),
    document: z.string(),
    ...documentFields,
    chapter: z.string(),
    section: z.string().nullable(),
    path: pathSchema.optional(),
    page: z.number().int().min(1),
    pages: z.array(z.number().int().min(1)),
    kind: passageKindSchema,
    text: z.string(),
    ocr: ocrSchema.optional(),
    score: z.number(),
    scores: z.object({
      keyword: z.number().nullable(),
      vector: z.number().nullable(),
      maxsim: z.number().nullable(),
    }),
  })
  .meta({ id: 'Hit' });

export const searchResponseSchema = z
  .object({
    hits: z.array(hitSchema),
    timings: z.object({ totalMs: z.number(), encodeMs: z.number(), searchMs: z.number() }),
  })
  .meta({ id: 'SearchResponse' });
