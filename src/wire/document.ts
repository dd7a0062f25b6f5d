/** A document with its parts, chapters and sections, and what of it can be set by hand. */
import { z } from 'zod';
import { readingParts, verdicts } from './kinds.ts';

const entrySchema = z
  .object({
    title: z.string().meta({ description: 'As printed.' }),
    kind: z.enum(['part', 'chapter', 'section']),
    level: z.number().int().min(1).meta({ description: 'From 1, the outermost.' }),
    page: z.number().int().min(1),
    sources: z.array(z.enum(['outline', 'contents', 'heading', 'numbering', 'running head'])).meta({
      description: 'What says that it is one; the more, the surer.',
    }),
    matter: z
      .enum(['acknowledgements', 'references', 'index', 'authors', 'imprint', 'abbreviations', 'lists'])
      .optional()
      .meta({ description: 'What it is, if it is front or back matter; searched, but weighed less.' }),
    path: z.array(z.string()).optional().meta({
      description:
        'The titles of the way to it; joined by " > " what `chapters` of a request takes. Absent where no text was found below it.',
    }),
  })
  .meta({ id: 'StructureEntry' });

export const documentSchema = z
  .object({
    id: z.string(),
    title: z.string(),
    printedTitle: z.string().optional().meta({
      description: 'What is printed in it, where the title was set by hand.',
    }),
    label: z.string().meta({
      description:
        'What tells it from the others: its title, its year where that is known, and its id where another has both.',
    }),
    year: z.number().int().optional().meta({
      description: 'The year that it is of; absent where neither it nor anybody says so.',
    }),
    printedYear: z.number().int().nullable().optional().meta({
      description: 'The year that is read of it, where another was set by hand; null for none.',
    }),
    tags: z.array(z.string()).meta({ description: 'Set by hand, in their order; empty without any.' }),
    collection: z.string().optional().meta({
      description: 'By which tokens see it; absent for none: only tokens that see all documents see it.',
    }),
    pages: z.number().int(),
    passages: z.number().int(),
    tables: z.number().int().meta({ description: 'Tables that were found.' }),
    notes: z.number().int().meta({ description: 'Footnotes and endnotes that were found.' }),
    sha256: z.string(),
    ingestedAt: z.string(),
    gone: z.literal(true).optional().meta({
      description:
        'If its PDF is no longer where it was read: it is searched all the same, but no page of it can be shown.',
    }),
    unsure: z
      .string()
      .optional()
      .meta({ description: 'Why its chapters may be wrong, and what to do; absent where nothing says so.' }),
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
    reading: z.object({ verdict: z.enum(verdicts), parts: z.array(z.enum(readingParts)) }).meta({
      description:
        'How well it was read: the worst verdict, and the parts that have it; none where all are good.',
    }),
    chapters: z.array(
      z.object({
        name: z.string(),
        title: z.string(),
        part: z.string().optional().meta({ description: 'The title of the part that it is in.' }),
        page: z.number().int(),
        lastPage: z.number().int(),
      }),
    ),
    structure: z.array(entrySchema).optional().meta({
      description:
        'Parts, chapters and sections in reading order; absent where none were found, and in a list that was not asked for them.',
    }),
  })
  .meta({ id: 'Document' });

export const documentChangeSchema = z
  .strictObject({
    title: z.string().nullable().optional().meta({ description: 'Null for the printed one.' }),
    year: z
      .number()
      .int()
      .nullable()
      .optional()
      .meta({ description: 'Null for the one that is read of it.' }),
    tags: z.array(z.string()).optional().meta({ description: 'In the place of those that it has.' }),
    collection: z.string().nullable().optional().meta({
      description: 'In the place of the one that it is in; null for none.',
    }),
  })
  .refine(
    (change) => Object.keys(change).length > 0,
    'Nothing to change: give a title, a year, tags or a collection',
  )
  .meta({ id: 'DocumentChange', description: 'What is set by hand, and kept by later ingests.' });
