/** The tool `list_chapters`. */
import { z } from 'zod';
import { selectDocuments } from '../assistant/select-documents.ts';
import { documentSchema } from '../wire/document.ts';
import { scopeFields } from '../wire/scope-fields.ts';
import { showContents, showStructure } from './show-contents.ts';
import { defineTool } from './tool.ts';

const input = z.strictObject({
  documents: scopeFields.documents,
  tags: scopeFields.tags,
  years: scopeFields.years,
  sections: z.boolean().default(false).meta({
    description: 'Also their parts and sections, with the way to each.',
  }),
});

const output = z.object({
  documents: documentSchema.omit({ sha256: true, ingestedAt: true, passages: true }).array(),
});

export const listChaptersTool = defineTool({
  name: 'list_chapters',
  title: 'List the reports and their chapters',
  description:
    'Lists the open reports, each with its id, title, year, tags and number of pages, and their chapters with their pages. ' +
    'Use it to learn what there is, and what `documents`, `tags`, `years` and `chapters` of the other tools take. With ' +
    '`sections: true` it lists parts and sections too, which `chapters` takes by the way to them.',
  input,
  output,
  run: async (assistant, { sections, ...scope }) => {
    const all = await assistant.documents();
    const ids = selectDocuments(scope, all);
    const documents = all.filter(({ id }) => ids?.includes(id) ?? true);
    if (sections) return { text: documents.map(showStructure).join('\n\n'), found: { documents } };
    const found = documents.map(({ structure: _, ...document }) => document);
    return { text: documents.map(showContents).join('\n\n'), found: { documents: found } };
  },
});
