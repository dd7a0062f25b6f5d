/** A part of a written sentence that its check found in the report. */
import { z } from 'zod';
import { documentFields } from './citation.ts';

export const foundItemSchema = z
  .object({
    kind: z.enum(['number', 'date', 'name', 'quotation']),
    text: z.string().meta({ description: 'The words of the written sentence.' }),
    document: z.string(),
    documentLabel: documentFields.documentLabel,
    page: z.number().int().min(1).meta({ description: 'The first page of the sentence that has it.' }),
    pageLabel: z.string().meta({ description: 'The number printed on the page.' }),
  })
  .meta({ id: 'FoundItem', description: 'Something of a written sentence that the check found, and where.' });
