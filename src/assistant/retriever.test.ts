import { describe, expect, it } from 'vitest';
import { sampleDocument } from '../testing/assistant/fake-assistant.ts';
import type { SearchRequest } from '../wire/types.ts';
import { ChapterAndVerseRetriever } from './retriever.ts';

const hit = {
  passageId: 'apple-2022/3/1',
  document: 'apple-2022',
  documentYear: 2022,
  documentLabel: 'Annual Report (2022)',
  chapter: 'Item 7',
  section: null,
  path: ['Part II', 'Item 7'],
  page: 21,
  pages: [21],
  kind: 'body' as const,
  text: 'Research and development grew.',
  score: 1,
  scores: { keyword: 1, vector: 1, maxsim: 1 },
};

const found = { hits: [hit], timings: { totalMs: 1, encodeMs: 1, searchMs: 0 } };
const document = async (id: string) => ({
  ...sampleDocument,
  id,
  title: 'Annual Report',
  file: '/reports/apple 2022.pdf',
});

describe('ChapterAndVerseRetriever', () => {
  it('searches the documents of its tags and years, and tells of each passage which report it is of', async () => {
    const requests: SearchRequest[] = [];
    const assistant = {
      search: async (request: SearchRequest) => {
        requests.push(request);
        return found;
      },
      document,
    };
    const retriever = new ChapterAndVerseRetriever({
      assistant,
      documentTags: ['10-K'],
      years: [2022],
      tags: ['a label of the trace'],
    });
    const [passage] = await retriever.invoke('research');
    expect(requests).toEqual([{ query: 'research', limit: 4, tags: ['10-K'], years: [2022] }]);
    const { text, path, scores, ...metadata } = hit;
    expect(passage).toMatchObject({ pageContent: text, id: hit.passageId });
    expect(passage?.metadata).toEqual({
      ...metadata,
      title: 'Annual Report',
      link: 'file:///reports/apple%202022.pdf#page=21',
    });
  });

  it('links to the pages of a server, if one is named', async () => {
    const assistant = { search: async () => found, document };
    const retriever = new ChapterAndVerseRetriever({ assistant, serverUrl: 'https://reports.example/' });
    const [passage] = await retriever.invoke('research');
    expect(passage?.metadata.link).toBe('https://reports.example/v1/documents/apple-2022/file#page=21');
  });
});
