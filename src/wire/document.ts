/** A document and its chapters. */
import { z } from 'zod';

export const documentSchema = z
  .object({
    id: z.string(),
    title: z.string(),
    pages: z.number().int(),
    passages: z.number().int(),
    sha256: z.string(),
    ingestedAt: z.string(),
    damage: z
      .array(z.string())
      .optional()
      .meta({ description: 'What is damaged in the file and was read all the same; absent for none.' }),
    ocr: z
      .object({ pages: z.array(z.number().int()), confidence: z.number(), languages: z.string() })
      .optional()
      .meta({ description: 'The pages that were read by OCR; absent for none.' }),
    unread: z
      .object({ pages: z.array(z.number().int()), remedy: z.string() })
      .optional()
      .meta({ description: 'Pages that are pictures without text and were not read; absent for none.' }),
    chapters: z.array(
      z.object({
        name: z.string(),
        title: z.string(),
        part: z.string().optional().meta({ description: 'The title of the part that it is in.' }),
        page: z.number().int(),
        lastPage: z.number().int(),
      }),
    ),
  })
  .meta({ id: 'Document' });
