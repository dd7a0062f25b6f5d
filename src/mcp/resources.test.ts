import { describe, expect, it } from 'vitest';
import { sampleCitation, sampleDocument, sampleListing } from '../testing/assistant/fake-assistant.ts';
import { clientOf } from '../testing/http/mcp-client.ts';
import { escapeMarkdown } from '../text/escape-markdown.ts';
import type { PassageDetail } from '../wire/types.ts';

const [note] = sampleCitation.notes;
const id = (number: number) => `${sampleDocument.id}/12/${number}`;

function detail(
  number: number,
  given: Partial<Pick<PassageDetail, 'kind' | 'section' | 'chapter'>> & Pick<PassageDetail, 'sentences'>,
): PassageDetail {
  const pages = [...new Set(given.sentences.flatMap((sentence) => sentence.pages))];
  const text = given.sentences.map((sentence) => sentence.text).join(' ');
  return {
    passageId: id(number),
    document: sampleDocument.id,
    chapter: 'Germany',
    section: null,
    kind: 'body',
    page: pages[0] ?? 1,
    pages,
    text,
    previous: null,
    next: null,
    ...given,
  };
}

function sentence(text: string, pages: number[], notes: PassageDetail['sentences'][number]['notes'] = []) {
  return { text, pages, boxes: [], notes, markers: [] };
}

const details = [
  detail(1, { sentences: [sentence('After decades of cooperation.', [83])] }),
  detail(2, {
    section: 'Recent trends',
    sentences: [
      sentence('In 2025, jobs were lost.', [83, 84]),
      sentence('Bosch cuts jobs.', [84], note === undefined ? [] : [note]),
    ],
  }),
  detail(3, {
    section: 'Recent trends',
    kind: 'table',
    sentences: [sentence('Cars 1', [84]), sentence('Chips 2', [85])],
  }),
  detail(4, {
    kind: 'note',
    sentences: [sentence(note?.text ?? '', [90], note === undefined ? [] : [note])],
  }),
  detail(5, { chapter: 'Belgium', sentences: [sentence('Belgium is elsewhere.', [36])] }),
];

const script = {
  documents: () => [sampleListing],
  document: () => sampleDocument,
  chapter: (_: string, name: string) => details.filter(({ chapter }) => chapter === name),
};

const text = async (uri: string) => {
  const { client } = await clientOf(script);
  const { contents } = await client.readResource({ uri });
  const [first] = contents;
  return first !== undefined && 'text' in first ? first.text : undefined;
};

describe('resources', () => {
  it('are each document and each chapter, under addresses that can be read', async () => {
    const { client } = await clientOf(script);
    const { resources } = await client.listResources();
    expect(resources.map(({ uri, title }) => [uri, title])).toEqual([
      ['verse://fragmented-europe-2026', sampleListing.title],
      ['verse://fragmented-europe-2026/Belgium', 'Belgium'],
      ['verse://fragmented-europe-2026/Germany', 'Germany'],
    ]);
    for (const { uri } of resources) expect(await text(uri)).not.toBe('');
    const { resourceTemplates } = await client.listResourceTemplates();
    expect(resourceTemplates.map(({ uriTemplate }) => uriTemplate)).toEqual([
      'verse://{document}',
      'verse://{document}/{chapter}',
    ]);
  });

  it('give a chapter under its headings, with the page where a sentence begins on another, endnotes last', async () => {
    expect(await text('verse://fragmented-europe-2026/germany')).toBe(
      [
        '# Germany',
        `${sampleListing.title}, pp. 82–91`,
        '[p. 83] After decades of cooperation.',
        '## Recent trends',
        'In 2025, jobs were lost. [p. 84] Bosch cuts jobs. [note 2]',
        'Cars 1\n[p. 85] Chips 2',
        '## Notes',
        `2. ${escapeMarkdown(note?.text ?? '')}`,
      ].join('\n\n'),
    );
  });

  it('show a document as its chapters with their pages', async () => {
    expect(await text('verse://fragmented-europe-2026')).toContain('- Germany, pp. 82–91');
  });

  it.each([
    ['verse://fragmented-europe-2026/Germny', 'No chapter is called “Germny”. Did you mean Germany?'],
    [
      'file:///etc/passwd',
      '“file:///etc/passwd” is no address of a document or chapter. Write verse://document or verse://document/chapter.',
    ],
    [
      'verse://%E0%A4%A',
      '“verse://%E0%A4%A” is no address of a document or chapter. Write verse://document or verse://document/chapter.',
    ],
  ])('refuse %s in a sentence', async (uri, message) => {
    const { client } = await clientOf(script);
    await expect(client.readResource({ uri })).rejects.toMatchObject({
      code: -32002,
      message: `MCP error -32002: ${message}`,
    });
  });

  it('complete what is typed of a document or chapter', async () => {
    const { client } = await clientOf(script);
    const complete = async (name: string, value: string, given?: Record<string, string>) => {
      const ref = { type: 'ref/resource' as const, uri: 'verse://{document}/{chapter}' };
      const context = given === undefined ? {} : { context: { arguments: given } };
      const { completion } = await client.complete({ ref, argument: { name, value }, ...context });
      return completion.values;
    };
    expect(await complete('chapter', 'ge')).toEqual(['Germany']);
    expect(await complete('chapter', '', { document: 'fragmented-europe-2026' })).toEqual([
      'Belgium',
      'Germany',
    ]);
    expect(await complete('chapter', '', { document: 'annex' })).toEqual([]);
    expect(await complete('document', 'frag')).toEqual(['fragmented-europe-2026']);
    expect(await complete('page', '')).toEqual([]);
  });
});
