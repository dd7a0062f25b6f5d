/** The tool `read_passage`. */
import { z } from 'zod';
import type { Assistant } from '../assistant/assistant.ts';
import { formatPages } from '../text/format-pages.ts';
import { passageSchema } from '../wire/passage.ts';
import { placeOf } from '../wire/places.ts';
import type { PassageDetail } from '../wire/types.ts';
import { leanNoteSchema } from './lean-citation.ts';
import { defineTool } from './tool.ts';

const furthest = 5;

const input = z.strictObject({
  passageId: z.string().meta({ description: 'As `ask` and `search` give it.' }),
  around: z
    .number()
    .int()
    .min(0)
    .max(furthest)
    .default(0)
    .meta({ description: 'How many passages to read before and after it.' }),
});

const output = z.object({
  passages: passageSchema
    .omit({ sentences: true, previous: true, next: true })
    .extend({ notes: leanNoteSchema.array() })
    .array()
    .meta({ description: 'In reading order.' }),
  previous: z.string().nullable().meta({ description: 'The id of the passage before these.' }),
  next: z.string().nullable().meta({ description: 'The id of the passage behind these.' }),
});

/** The passages after or before one, nearest first, and the id of the one beyond. */
async function follow(assistant: Assistant, from: PassageDetail, way: 'previous' | 'next', count: number) {
  const found: PassageDetail[] = [];
  let next = from[way];
  while (next !== null && found.length < count) {
    const passage = await assistant.passage(next);
    found.push(passage);
    next = passage[way];
  }
  return { found, next };
}

function notesOf({ sentences }: PassageDetail) {
  const notes = new Map(sentences.flatMap((one) => one.notes).map((note) => [note.label, note]));
  return [...notes.values()];
}

function showPassage(passage: PassageDetail): string {
  const section = passage.section === null ? '' : ` — ${passage.section}`;
  const notes = notesOf(passage)
    .filter((note) => note.text !== passage.text)
    .map((note) => `Note ${note.label}, ${formatPages([note.page])}: ${note.text}`);
  return [`${placeOf(passage)}${section} (passage ${passage.passageId})`, passage.text, ...notes].join('\n');
}

export const readPassageTool = defineTool({
  name: 'read_passage',
  title: 'Read a passage',
  description:
    'Gives one passage of a report whole, by its id, with its page and its endnotes, and on request those before ' +
    'and after it. Use it to see the context of a sentence before you rely on it. A whole chapter is a resource, ' +
    '`verse://{document}/{chapter}`.',
  input,
  output,
  run: async (assistant, { passageId, around }) => {
    const passage = await assistant.passage(passageId);
    const [before, after] = await Promise.all([
      follow(assistant, passage, 'previous', around),
      follow(assistant, passage, 'next', around),
    ]);
    const passages = [...before.found.reverse(), passage, ...after.found];
    return {
      text: passages.map(showPassage).join('\n\n'),
      found: {
        passages: passages.map((one) => ({ ...one, notes: notesOf(one) })),
        previous: before.next,
        next: after.next,
      },
    };
  },
});
