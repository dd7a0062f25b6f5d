/** Citations without their boxes on the page, which a language model cannot use. */
import { citationSchema, nearestSchema, noteSchema, rowSchema } from '../wire/citation.ts';

const place = { boxes: true, markers: true } as const;

export const leanNoteSchema = noteSchema.omit({ boxes: true });
const notes = leanNoteSchema.array();
const row = rowSchema.omit({ cells: true }).optional();

export const leanCitationSchema = citationSchema.omit(place).extend({ notes, row });
export const leanNearestSchema = nearestSchema.omit(place).extend({ notes, row });
