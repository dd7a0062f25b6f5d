/** What changed between two editions of a document. */
import { z } from 'zod';
import { changeKinds } from './kinds.ts';
import { passageKindSchema } from './passage.ts';
import { scopeFields } from './scope-fields.ts';

const edition = z.string().trim().min(1).max(500);

export const compareRequestSchema = z
  .strictObject({
    before: edition.meta({
      description: 'The old edition: its id, or a part of its id or title that no other has.',
      example: 'outlook-2025',
    }),
    after: edition.meta({ description: 'The new edition, likewise.', example: 'outlook-2026' }),
    chapters: scopeFields.chapters.meta({
      description: 'Chapters, parts or sections of either edition, as a question takes them. All by default.',
    }),
    only: z.array(z.enum(changeKinds)).optional().meta({
      description: 'The kinds of change that are listed; all are counted. All by default.',
    }),
  })
  .meta({ id: 'CompareRequest' });

const comparedSentenceSchema = z
  .object({
    text: z.string(),
    passageId: z.string(),
    chapter: z.string(),
    section: z.string().nullable(),
    pages: z.array(z.number().int().min(1)).meta({ description: 'Counted from 1 in the file.' }),
  })
  .meta({ id: 'ComparedSentence' });

export const changeSchema = z
  .object({
    change: z.enum(changeKinds).meta({
      description: '`moved`: the same text in another chapter.',
    }),
    kind: passageKindSchema.meta({ description: 'A sentence, a row of a table, or a note.' }),
    before: z.array(comparedSentenceSchema).meta({
      description:
        'In the old edition; none if it was added, several that stand next to each other if they were joined.',
    }),
    after: z.array(comparedSentenceSchema).meta({
      description: 'In the new edition; none if it was removed, several if it was split.',
    }),
    words: z
      .array(z.object({ text: z.string(), in: z.enum(['both', 'before', 'after']) }))
      .optional()
      .meta({ description: 'If it changed: its words in pieces, and which edition has each.' }),
  })
  .meta({ id: 'Change' });

const countsSchema = z
  .object({
    same: z.number().int(),
    reordered: z
      .number()
      .int()
      .meta({ description: 'Those of the same that stand elsewhere in their chapter.' }),
    changed: z.number().int(),
    added: z.number().int(),
    removed: z.number().int(),
    moved: z.number().int(),
  })
  .meta({ id: 'ChangeCounts' });

const editionSchema = z.object({
  id: z.string(),
  title: z.string(),
  label: z.string().meta({
    description:
      'What tells it from the other edition: its title and year; its id too where both have these.',
  }),
  pages: z.number().int(),
});

export const editionChangesSchema = z
  .object({
    before: editionSchema,
    after: editionSchema,
    counts: z
      .object({ body: countsSchema, table: countsSchema, note: countsSchema })
      .meta({ description: 'Of sentences, of rows of tables and of notes.' }),
    chapters: z.object({
      added: z.array(z.string()),
      removed: z.array(z.string()),
      renamed: z.array(z.object({ before: z.string(), after: z.string() })),
    }),
    groups: z
      .array(
        z.object({
          chapter: z.string().nullable().meta({ description: 'Null for one that was removed.' }),
          formerly: z
            .string()
            .nullable()
            .meta({ description: 'Its name in the old edition; null if it is new.' }),
          changes: z.array(changeSchema),
        }),
      )
      .meta({ description: 'The chapters that have changes, in the order of the new edition.' }),
  })
  .meta({ id: 'EditionChanges' });
