/** Uploads and their progress. */
import { z } from 'zod';

/** The stages of an ingest, in order. */
export const uploadStages = ['read', 'encode', 'write'] as const;

export const uploadSchema = z
  .object({
    id: z.string(),
    name: z.string().meta({ description: 'The file name.' }),
    state: z.enum(['waiting', 'ingesting', 'done', 'refused', 'cancelled']),
    stages: z
      .array(
        z.object({ stage: z.enum(uploadStages), done: z.number().int(), total: z.number().int().nullable() }),
      )
      .meta({ description: 'Those begun, in pages, passages and files.' }),
    secondsLeft: z.number().nullable().meta({ description: 'Of the stage under way; null while not known.' }),
    collection: z.string().optional().meta({
      description: 'Which collection its document goes into; absent for none.',
    }),
    document: z.string().nullable().meta({ description: 'The id of the document, once done.' }),
    problem: z
      .object({ code: z.string(), detail: z.string() })
      .nullable()
      .meta({ description: 'Why it was refused.' }),
  })
  .meta({ id: 'Upload' });

export const uploadsSchema = z
  .object({
    allowed: z.boolean().meta({ description: 'Whether this server takes documents of who asks.' }),
    changes: z.boolean().meta({ description: 'Whether who asks may change and remove documents.' }),
    maxBytes: z.number().int(),
    uploads: z.array(uploadSchema),
  })
  .meta({ id: 'Uploads' });
