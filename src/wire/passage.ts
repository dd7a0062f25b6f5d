/** A passage, whole. */
import { z } from 'zod';
import {
  boxSchema,
  documentFields,
  markerSchema,
  noteSchema,
  ocrSchema,
  pathSchema,
  rowSchema,
} from './citation.ts';
import { passageKinds } from './kinds.ts';

export const passageKindSchema = z.enum(passageKinds);

export const passageSchema = z
  .object({
    passageId: z.string(),
    document: z.string(),
    ...documentFields,
    chapter: z.string(),
    section: z.string().nullable(),
    path: pathSchema.optional(),
    kind: passageKindSchema,
    page: z.number().int().min(1),
    pages: z.array(z.number().int().min(1)),
    text: z.string(),
    sentences: z.array(
      z.object({
        text: z.string(),
        pages: z.array(z.number().int()),
        boxes: z.array(boxSchema),
        ocr: ocrSchema.optional(),
        notes: z.array(noteSchema),
        markers: z.array(markerSchema),
        row: rowSchema.optional(),
      }),
    ),
    previous: z.string().nullable(),
    next: z.string().nullable(),
  })
  .meta({ id: 'Passage' });
