/** The tool `search`. */
import { ocrNote, placeOf } from '../wire/places.ts';
import { hitSchema, searchRequestSchema, searchResponseSchema } from '../wire/search.ts';
import type { SearchResponse } from '../wire/types.ts';
import { defineTool } from './tool.ts';

const input = searchRequestSchema.extend({ limit: searchRequestSchema.shape.limit.default(5) });
const output = searchResponseSchema
  .omit({ timings: true })
  .extend({ hits: hitSchema.omit({ scores: true }).array() });

function showHit(hit: SearchResponse['hits'][number], index: number): string {
  const section = hit.section === null ? '' : ` — ${hit.section}`;
  return `${index + 1}. ${placeOf(hit)}${section}${ocrNote(hit)} (passage ${hit.passageId})\n${hit.text}`;
}

export const searchTool = defineTool({
  name: 'search',
  title: 'Search the reports',
  description:
    'Finds the passages of the open reports that are nearest to some words or a question, best first, each about ' +
    'a paragraph long with its chapter and page. It always finds something: whether a passage is to the point is ' +
    'for you to judge. Use it to read up on a topic, or to look further where `ask` found no answer; ' +
    '`kinds: ["note"]` searches the endnotes, which name the sources.',
  input,
  output,
  run: async (assistant, request, signal) => {
    const { hits } = await assistant.search(request, { signal });
    const text = hits.length === 0 ? 'No passage matches.' : hits.map(showHit).join('\n\n');
    return { text, found: { hits } };
  },
});
