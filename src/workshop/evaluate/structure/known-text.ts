/** Reads what is known to stand in a document: its sentences with their note markers, and its notes. Pure. */
import { z } from 'zod';
import { holdAgainst, parseJson } from '../read-json-lines.ts';

/** A part of the form in which an index holds a document, so that what was read of one edition is the truth for another. */
const knownTextSchema = z.object({
  /** In reading order; the rows of a table are sentences whose cells are joined by " | ". */
  passages: z.array(
    z.object({
      kind: z.enum(['body', 'table', 'note']),
      sentences: z.array(
        z.object({
          text: z.string(),
          markers: z.array(z.object({ noteId: z.string(), offset: z.number() })).default([]),
        }),
      ),
    }),
  ),
  notes: z.array(z.object({ id: z.string(), text: z.string() })),
});

export type KnownText = z.infer<typeof knownTextSchema>;

const hint =
  'Write {"passages": [{"kind": "body", "sentences": [{"text": "…", "markers": [{"noteId": "1", "offset": 12}]}]}], "notes": [{"id": "1", "text": "…"}]}.';

/**
 * Reads a truth file; other fields are passed over.
 * @param name what error sentences call the file.
 * @throws VerseError `bad-input` naming the place.
 */
export const parseKnownText = (json: string, name: string): KnownText =>
  holdAgainst(knownTextSchema, parseJson(json, name, hint), name, hint);
