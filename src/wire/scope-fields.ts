/** The fields that narrow a request, to be spread into its schema. */
import { z } from 'zod';

export const scopeFields = {
  documents: z.array(z.string()).optional().meta({ description: 'Ids; all documents by default.' }),
  tags: z
    .array(z.string())
    .optional()
    .meta({ description: 'Documents with any of these tags; all by default.', example: ['10-K'] }),
  years: z
    .array(z.number().int())
    .optional()
    .meta({ description: 'Documents of any of these years; all by default.', example: [2022] }),
  chapters: z
    .array(z.string())
    .optional()
    .meta({
      description:
        'Short names of chapters, or titles of parts and sections, as the documents are listed with; where several have one ' +
        'title, the way to it: "Part II > Germany > Financing". All by default.',
    }),
};
