/** How well a document was read: a verdict for each part of the reading, and pages with what was found on them. */
import { z } from 'zod';
import { markKinds, mostSampledPages, readingParts, verdicts } from './kinds.ts';

const verdictSchema = z.enum(verdicts).meta({
  description:
    'Good: nothing speaks against it. Look: see the places named. Poor: do not rely on it without looking.',
});

const placedTextSchema = z.object({ text: z.string(), page: z.number().int().min(1) });

const partSchema = z
  .object({
    name: z.enum(readingParts),
    verdict: verdictSchema,
    finding: z.string().meta({ description: 'What was found, and why the verdict is as it is.' }),
    advice: z.string().optional().meta({ description: 'What to do; absent where it is good.' }),
    pages: z
      .array(z.number().int())
      .meta({ description: 'Where to look; empty where it is no matter of pages.' }),
    examples: z.array(placedTextSchema).meta({ description: 'Some of what it is about, as it was read.' }),
  })
  .meta({ id: 'ReadingPart' });

export const readingMarkSchema = z
  .object({
    kind: z.enum(markKinds),
    number: z
      .number()
      .int()
      .optional()
      .meta({ description: 'Of text: its place in the order of reading on this page.' }),
    says: z.string().meta({ description: 'What it is: "running head", "note 12", the heading itself.' }),
    x: z.number().meta({ description: "In shares of the page's width and height, from the top left." }),
    y: z.number(),
    width: z.number(),
    height: z.number(),
  })
  .meta({ id: 'ReadingMark' });

const sampledPageSchema = z
  .object({
    page: z.number().int().min(1),
    label: z.string().meta({ description: 'The number printed on it.' }),
    why: z
      .array(z.string())
      .meta({ description: 'What is doubtful on it; empty for a page drawn at random.' }),
    marks: z.array(readingMarkSchema),
  })
  .meta({ id: 'SampledPage' });

export const readingSchema = z
  .object({
    document: z.string(),
    title: z.string(),
    pages: z.number().int(),
    verdict: verdictSchema,
    parts: z.array(partSchema).meta({ description: 'The worst first.' }),
    chapters: z.array(
      z.object({
        title: z.string(),
        kind: z.enum(['part', 'chapter', 'section']),
        level: z.number().int(),
        page: z.number().int(),
        sources: z
          .array(z.enum(['outline', 'contents', 'heading', 'numbering', 'running head']))
          .meta({ description: 'What says that it is one; the more, the surer.' }),
      }),
    ),
    tables: z.array(
      z.object({
        page: z.number().int(),
        caption: z.string().nullable(),
        rows: z.number().int(),
        headless: z.boolean().meta({ description: 'Whether most of its figures have no head of a column.' }),
      }),
    ),
    leftOut: z.array(
      z.object({
        as: z.enum(['running head', 'contents', 'caption', 'label', 'pull quote']),
        lines: z.number().int(),
        examples: z.array(placedTextSchema),
      }),
    ),
    sample: z.array(sampledPageSchema).meta({
      description: 'The most doubtful pages first, then some at random.',
    }),
  })
  .meta({ id: 'ReadingReport' });

export const readingQuerySchema = z.object({
  pages: z.coerce
    .number()
    .int()
    .min(0)
    .max(mostSampledPages)
    .default(6)
    .meta({ description: 'How many pages are sampled.' }),
  seed: z.coerce.number().int().min(0).default(1).meta({
    description: 'What the random ones are drawn by: the same seed draws the same pages.',
  }),
});
