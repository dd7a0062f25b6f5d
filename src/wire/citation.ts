/** Where words stand in a document: a quotation with its chapter, page, boxes and endnotes. */
import { z } from 'zod';

export const boxSchema = z
  .object({
    page: z.number().int().min(1),
    x: z.number().min(0).max(1),
    y: z.number().min(0).max(1),
    width: z.number().min(0).max(1),
    height: z.number().min(0).max(1),
  })
  .meta({ id: 'Box', description: 'A rectangle in shares of the page, origin top left.' });

export const ocrSchema = z
  .object({
    confidence: z.number().min(0).max(1).meta({ description: 'How sure the words of its page are.' }),
  })
  .meta({
    id: 'Ocr',
    description:
      'Of text that was recognised in a picture of its page; absent where the document has it as text.',
  });

export const noteSchema = z
  .object({
    label: z.string().meta({ description: 'What is printed before it: "12", "*", "a".' }),
    text: z.string(),
    urls: z.array(z.string()),
    page: z.number().int().min(1),
    boxes: z.array(boxSchema).meta({ description: 'Where it stands, one rectangle a line.' }),
  })
  .meta({
    id: 'Note',
    description: 'A note of the chapter (at the foot of a page, below a table or at the end), on its page.',
  });

export const markerSchema = z
  .object({
    note: z.string().meta({ description: 'The `label` of the note beside it.' }),
    offset: z.number().int().min(0).meta({
      description: 'Behind so many UTF-16 units of the text, 0 to its length, the document sets the label.',
    }),
  })
  .meta({
    id: 'Marker',
    description: 'Where a sentence refers to a note. The text itself holds no markers.',
  });

export const rowSchema = z
  .object({
    arranged: z.string().meta({
      description:
        'The row with the heads of its columns: "Goodwill: 2018 12,790; 2017 13,486 (in millions)". Put together from the table, so no quotation.',
    }),
    caption: z.string().nullable().meta({ description: 'What stands above the table as its title.' }),
    unit: z.string().nullable().meta({ description: 'What its figures count, as printed: "in millions".' }),
    under: z.array(z.string()).meta({
      description: 'The labels of the group that the row is in, from the outer one on: "Current assets".',
    }),
    cells: z.array(
      z.object({
        text: z.string(),
        heads: z.array(z.string()).meta({ description: 'Over its column, from the outer one on.' }),
        boxes: z.array(boxSchema),
        asked: z
          .literal(true)
          .optional()
          .meta({ description: 'If its heads are those that the question names.' }),
      }),
    ),
  })
  .meta({ id: 'TableRow', description: 'What stands over the cells of a quoted row of a table.' });

export const restatementSchema = z
  .object({
    passageId: z.string(),
    chapter: z.string(),
    page: z.number().int().min(1),
    pageLabel: z.string(),
    quote: z.string().meta({ description: 'The sentence there, letter for letter.' }),
  })
  .meta({ id: 'Restatement' });

export const pathSchema = z.array(z.string()).meta({
  description: 'The titles above it, outermost first: part, chapter, section, subsection.',
});

/** What tells the document of a place from the others of the index, to be spread into the schema of the place. */
export const documentFields = {
  documentYear: z
    .number()
    .int()
    .optional()
    .meta({ description: 'The year that the document is of, if known.' }),
  documentLabel: z.string().optional().meta({
    description:
      'How the document is called beside the others, as `label` of its listing; absent where the index holds no other.',
  }),
  undivided: z.literal(true).optional().meta({
    description: 'If no chapters were found in the document: `chapter` is then the title that is printed.',
  }),
};

export const citationSchema = z
  .object({
    number: z.number().int().min(1),
    passageId: z.string(),
    document: z.string(),
    documentTitle: z.string(),
    ...documentFields,
    chapter: z.string(),
    section: z.string().nullable(),
    path: pathSchema.optional(),
    page: z
      .number()
      .int()
      .min(1)
      .meta({ description: 'The first page of the quoted sentence, from 1 in the file.' }),
    pages: z.array(z.number().int().min(1)),
    pageLabel: z.string().meta({ description: 'The number printed on the page.' }),
    quote: z.string().meta({ description: 'The sentence, letter for letter.' }),
    boxes: z.array(boxSchema),
    ocr: ocrSchema.optional(),
    notes: z.array(noteSchema),
    markers: z.array(markerSchema).meta({
      description: 'Where `quote` refers to `notes`, in its order; none where the quote is a note itself.',
    }),
    row: rowSchema.optional().meta({ description: 'If `quote` is a row of a table that has heads.' }),
    alsoIn: z.array(restatementSchema).optional().meta({
      description: 'Where else the document says the same, such as its summary, in like words and figures.',
    }),
  })
  .meta({ id: 'Citation' });

export const nearestSchema = citationSchema
  .extend({ why: z.string().meta({ description: 'Why the passage does not answer.' }) })
  .meta({ id: 'NearestPassage' });
