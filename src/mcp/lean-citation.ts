/** Citations without their boxes on the page, which a language model cannot use. */
import { citationSchema, nearestSchema, noteSchema } from '../wire/citation.ts';

const place = { boxes: true, markers: true } as const;

export const leanNoteSchema = noteSchema.omit({ boxes: true });
const notes = leanNoteSchema.array();

export const leanCitationSchema = citationSchema.omit(place).extend({ notes });
export const leanNearestSchema = nearestSchema.omit(place).extend({ notes });
