import { describe, expect, it } from 'vitest';
import { VerseError } from '../core/errors.ts';
import { noIndex } from '../store/disk/index-errors.ts';
import { answeredElsewhere, notFound } from '../testing/answers/sample-answers.ts';
import {
  sampleAnswer,
  sampleChanges,
  sampleCitation,
  sampleDocument,
  sampleListing,
  sampleVerification,
} from '../testing/assistant/fake-assistant.ts';
import { callTool, clientOf } from '../testing/http/mcp-client.ts';
import { escapeMarkdown } from '../text/escape-markdown.ts';
import type { PassageDetail, SearchResponse } from '../wire/types.ts';

const question = 'How many jobs will Bosch cut?';
const { boxes: _, markers: __, ...placed } = sampleCitation;
const cited = { ...placed, notes: placed.notes.map(({ boxes: ___, ...note }) => note) };

function passage(number: number, page: number, text: string): PassageDetail {
  const { document, chapter, notes } = sampleCitation;
  const id = (of: number) => `${document}/12/${of}`;
  return {
    passageId: id(number),
    document,
    chapter,
    section: 'Recent trends',
    kind: 'body',
    page,
    pages: [page],
    text,
    sentences: [{ text, pages: [page], boxes: [], notes: number === 4 ? notes : [], markers: [] }],
    previous: number === 1 ? null : id(number - 1),
    next: number === 5 ? null : id(number + 1),
  };
}

const texts = ['One.', 'Two.', 'Three.', 'Four.', 'Five.'];
const script = {
  documents: () => [sampleListing],
  document: () => sampleDocument,
  passage: (id: string) => {
    const number = Number(id.split('/').at(-1));
    return passage(number, 80 + number, texts[number - 1] ?? '');
  },
};

describe('the tools', () => {
  it('are listed for reading only, with what a model chooses by and how they answer', async () => {
    const { client } = await clientOf();
    const { tools } = await client.listTools();
    expect(tools.map(({ name }) => name)).toEqual([
      'ask',
      'search',
      'read_passage',
      'list_chapters',
      'check_sentence',
      'compare_editions',
    ]);
    for (const { description, inputSchema, outputSchema, annotations } of tools) {
      expect(description?.length).toBeGreaterThan(100);
      expect(inputSchema).toMatchObject({ type: 'object', additionalProperties: false });
      expect(outputSchema).toMatchObject({ type: 'object' });
      expect(annotations).toMatchObject({ readOnlyHint: true, openWorldHint: false });
    }
    const [ask] = tools;
    expect(ask?.inputSchema.required).toEqual(['question']);
    expect(Object.keys(ask?.inputSchema.properties ?? {})).not.toEqual(
      expect.arrayContaining([expect.stringMatching(/^(?:stream|mode)$/)]),
    );
    expect(JSON.stringify(tools)).not.toMatch(/"boxes"|"timings"/);
  });

  it('are introduced with how to quote', async () => {
    const { client } = await clientOf();
    expect(client.getInstructions()).toContain('letter for letter');
    expect(client.getServerVersion()).toMatchObject({ name: 'chapter-and-verse', version: '1.2.3' });
  });

  it('refuse an unknown name, and list the known ones', async () => {
    const { client } = await clientOf();
    await expect(callTool(client, 'summarise')).rejects.toThrow(
      'No tool is called “summarise”. There are: ask, search, read_passage, list_chapters, check_sentence, compare_editions.',
    );
  });
});

describe('ask', () => {
  it('returns the sentences with chapter and page as text, and the answer without boxes as data', async () => {
    const { client, calls } = await clientOf({ ask: async () => sampleAnswer });
    // The client validates structured content against the listed schema.
    await client.listTools();
    const result = await callTool(client, 'ask', { question: ` ${question} `, chapters: ['Germany'] });
    expect(result.isError).toBeUndefined();
    expect(result.text).toBe(
      [
        `${sampleCitation.quote} [1]`,
        '',
        '[1] Germany, p. 84 (passage fragmented-europe-2026/12/4)',
        `    Note 2, p. 90: ${escapeMarkdown(sampleCitation.notes[0]?.text ?? '')}`,
      ].join('\n'),
    );
    const { id, timings, model, ...answer } = sampleAnswer;
    expect(result.structuredContent).toEqual({ ...answer, citations: [cited] });
    const signal = expect.any(AbortSignal);
    expect(calls).toEqual([['ask', { question, chapters: ['Germany'] }, { signal }]]);
  });

  it('has in its text no link, image or HTML of a report, and in its data the report as it is', async () => {
    const hostile = '![a](http://attacker.example) <img src=x>';
    const answer = {
      ...sampleAnswer,
      answer: `${hostile} [1]`,
      citations: [{ ...sampleCitation, chapter: hostile }],
    };
    const { client } = await clientOf({ ask: async () => answer });
    const { text, structuredContent } = await callTool(client, 'ask', { question });
    const safe = '!\\[a](http\\://attacker.example) \\<img src=x>';
    expect(text?.split('\n').slice(0, 3)).toEqual([
      `${safe} [1]`,
      '',
      expect.stringContaining(`[1] ${safe}, p. 84`),
    ]);
    expect(structuredContent).toMatchObject({ answer: `${hostile} [1]`, citations: [{ chapter: hostile }] });
  });

  it('says what the report does not answer, and shows the nearest as nearest', async () => {
    const { client } = await clientOf({ ask: async () => notFound });
    await client.listTools();
    const { text, structuredContent, isError } = await callTool(client, 'ask', { question });
    expect(isError).toBeUndefined();
    expect(text).toBe(
      [
        notFound.answer,
        '',
        'The nearest passages, which do not answer it:',
        `- “${sampleCitation.quote}” (names jobs, gives no amount)`,
        '  Germany, p. 84 (passage fragmented-europe-2026/12/4)',
      ].join('\n'),
    );
    expect(structuredContent).toMatchObject({ status: 'not-found', nearest: [{ page: 84 }] });
  });

  it('says where the answer is, if not in what was searched', async () => {
    const { client } = await clientOf({ ask: async () => answeredElsewhere });
    await client.listTools();
    const { text, structuredContent } = await callTool(client, 'ask', { question });
    expect(text?.split('\n').slice(0, 4)).toEqual([
      answeredElsewhere.answer,
      '',
      'Elsewhere:',
      `- “${sampleCitation.quote}”`,
    ]);
    expect(structuredContent).toMatchObject({ elsewhere: { page: 84 }, explanation: { scope: ['Sweden'] } });
  });

  it.each([
    [{}, 'question: Missing; expected string.'],
    [{ question: ' ' }, 'question: Needs at least 1 character.'],
    [
      { question, chapter: 'Germany', documents: 'all' },
      'documents: Expected array, received string. chapter: Unknown field.',
    ],
  ])('refuses %j in a sentence', async (args, text) => {
    const { client, calls } = await clientOf();
    expect(await callTool(client, 'ask', args)).toMatchObject({ isError: true, text });
    expect(calls).toEqual([]);
  });

  it('passes on what to do where a chapter does not exist, or no index is open', async () => {
    const { client } = await clientOf({
      ask: async () => {
        throw new VerseError('unknown-chapter', 'No chapter is called “Germny”.', 'Did you mean Germany?');
      },
    });
    expect(await callTool(client, 'ask', { question, chapters: ['Germny'] })).toMatchObject({
      isError: true,
      text: 'No chapter is called “Germny”. Did you mean Germany?',
    });
    const closed = await clientOf(
      {},
      {
        assistant: () => {
          throw noIndex('/srv/verse/index');
        },
      },
    );
    expect(await callTool(closed.client, 'ask', { question })).toMatchObject({
      isError: true,
      text: 'The index: no index here yet. Run `verse ingest`.',
    });
  });

  it('reveals nothing of its own failures, and reports them to the operator', async () => {
    const failure = new TypeError('cannot read /home/reader/secret of undefined');
    const told: unknown[] = [];
    const { client } = await clientOf(
      {
        ask: async () => {
          throw failure;
        },
      },
      { onFailure: (error) => told.push(error) },
    );
    await expect(callTool(client, 'ask', { question })).rejects.toThrow(
      /^MCP error -32603: Something went wrong inside the server\.$/,
    );
    expect(told).toEqual([failure]);
  });

  it.each(['the call', 'the server'])('stops when %s is given up', async (which) => {
    const server = new AbortController();
    const call = new AbortController();
    const stopped = new Promise((resolve) => {
      void clientOf(
        {
          ask: (_request, { signal } = {}) =>
            new Promise((_resolve, reject) => {
              signal?.addEventListener('abort', () => {
                resolve(true);
                reject(signal.reason);
              });
              (which === 'the call' ? call : server).abort();
            }),
        },
        { signal: server.signal },
      ).then(({ client }) =>
        client
          .callTool({ name: 'ask', arguments: { question } }, undefined, { signal: call.signal })
          .catch(() => undefined),
      );
    });
    expect(await stopped).toBe(true);
  });
});

describe('search', () => {
  const hit: SearchResponse['hits'][number] = {
    passageId: `${sampleCitation.document}/12/4`,
    document: sampleCitation.document,
    chapter: 'Germany',
    section: 'Recent trends',
    page: 84,
    pages: [84, 85],
    kind: 'body',
    text: sampleCitation.quote,
    score: 0.91,
    scores: { keyword: 1, vector: 0.8, maxsim: 0.9 },
  };

  it('ranks passages with their places, five where no number is asked for', async () => {
    const timings = { totalMs: 1, encodeMs: 1, searchMs: 0 };
    const { client, calls } = await clientOf({ search: async () => ({ hits: [hit], timings }) });
    await client.listTools();
    const { text, structuredContent } = await callTool(client, 'search', { query: 'Bosch', kinds: ['body'] });
    expect(text).toBe(
      `1. Germany, pp. 84–85 — Recent trends (passage fragmented-europe-2026/12/4)\n${hit.text}`,
    );
    const { scores, ...found } = hit;
    expect(structuredContent).toEqual({ hits: [found] });
    expect(calls).toEqual([
      ['search', { query: 'Bosch', kinds: ['body'], limit: 5 }, { signal: expect.any(AbortSignal) }],
    ]);
  });

  it('says that nothing matches', async () => {
    const timings = { totalMs: 1, encodeMs: 1, searchMs: 0 };
    const { client } = await clientOf({ search: async () => ({ hits: [], timings }) });
    expect(await callTool(client, 'search', { query: 'x' })).toMatchObject({ text: 'No passage matches.' });
  });
});

describe('read_passage', () => {
  const place = (number: number) => `Germany, p. ${80 + number} — Recent trends`;
  const id = (number: number) => `fragmented-europe-2026/12/${number}`;

  it('returns the passage with its page and endnotes', async () => {
    const { client } = await clientOf(script);
    await client.listTools();
    const { text, structuredContent } = await callTool(client, 'read_passage', { passageId: id(4) });
    const [note] = cited.notes;
    expect(text).toBe(
      `${place(4)} (passage ${id(4)})\nFour.\nNote 2, p. 90: ${escapeMarkdown(note?.text ?? '')}`,
    );
    expect(structuredContent).toMatchObject({
      passages: [{ passageId: id(4), page: 84, text: 'Four.', notes: [note] }],
      previous: id(3),
      next: id(5),
    });
  });

  it('reads on around it in the order of the report, as far as the document goes', async () => {
    const { client } = await clientOf(script);
    const { text, structuredContent } = await callTool(client, 'read_passage', {
      passageId: id(4),
      around: 2,
    });
    expect(text?.match(/^\w+\.$/gm)).toEqual(['Two.', 'Three.', 'Four.', 'Five.']);
    expect(structuredContent).toMatchObject({ previous: id(1), next: null });
  });
});

describe('list_chapters', () => {
  it('lists documents with the names that the other tools take', async () => {
    const { client } = await clientOf(script);
    await client.listTools();
    const { text, structuredContent } = await callTool(client, 'list_chapters');
    expect(text).toBe(
      [
        `${sampleListing.title} (document fragmented-europe-2026, 194 pages)`,
        '- Belgium, pp. 36–41',
        '- Germany, pp. 82–91',
      ].join('\n'),
    );
    const { sha256, ingestedAt, passages, structure, ...document } = sampleListing;
    expect(structuredContent).toEqual({ documents: [document] });
  });

  it('lists sections with the way to each where they are asked for', async () => {
    const { client } = await clientOf(script);
    await client.listTools();
    const { text, structuredContent } = await callTool(client, 'list_chapters', { sections: true });
    expect(text?.split('\n').slice(1)).toEqual([
      '- Belgium, p. 36',
      '- Germany, p. 82',
      '  - Recent trends, p. 83',
    ]);
    const { sha256, ingestedAt, passages, ...document } = sampleListing;
    expect(structuredContent).toEqual({ documents: [document] });
  });

  it('narrows to the documents named, of some tags or of some years', async () => {
    const other = { ...sampleListing, id: 'annex', title: 'Annex', year: 2025, tags: ['annex', 'China'] };
    const { client } = await clientOf({ ...script, documents: () => [other, sampleListing] });
    const { text } = await callTool(client, 'list_chapters', { documents: ['fragmented-europe-2026'] });
    expect(text).not.toContain('Annex');
    const tagged = await callTool(client, 'list_chapters', { tags: ['china'], years: [2024, 2025] });
    expect(tagged.text?.split('\n')[0]).toBe('Annex (document annex, 2025, tagged annex, China, 194 pages)');
    expect(tagged.text).not.toContain(sampleListing.title);
    expect(await callTool(client, 'list_chapters', { years: [2024] })).toMatchObject({
      isError: true,
      text: 'No document is of 2024. They are of 2025.',
    });
  });
});

describe('check_sentence', () => {
  const sentence = 'Bosch is cutting 25,000 jobs in its automotive division.';

  it('returns the verdict, the unsupported words, and the sentence it was compared with', async () => {
    const { client, calls } = await clientOf({ check: async () => sampleVerification });
    await client.listTools();
    const { text, structuredContent } = await callTool(client, 'check_sentence', { sentence, pages: [84] });
    expect(text).toMatchInlineSnapshot(`
      "Not supported.
      - number: “25,000”, not in the passage
      Held against: “Bosch alone has announced cutting more than 20,000 jobs in its automotive division due to weak global demand for German cars.” (Germany, p. 84, passage fragmented-europe-2026/12/4)"
    `);
    expect(structuredContent).toMatchObject({ verdict: 'unsupported', citation: cited });
    expect(JSON.stringify(structuredContent)).not.toContain('boxes');
    expect(calls).toEqual([['check', { sentence, pages: [84] }, { signal: expect.any(AbortSignal) }]]);
  });

  it('refuses a text and a place at once', async () => {
    const { client } = await clientOf();
    const args = { sentence, passage: 'Bosch cuts jobs.', pages: [84] };
    expect(await callTool(client, 'check_sentence', args)).toMatchObject({
      isError: true,
      text: 'pages: Cannot be given together with passage.',
    });
  });
});

describe('compare_editions', () => {
  const editions = { before: 'fragmented-europe-2025', after: 'fragmented-europe-2026' };

  it('returns the figures and the changes with the pages of both editions', async () => {
    const { client, calls } = await clientOf({ compare: () => sampleChanges });
    await client.listTools();
    const { text, structuredContent } = await callTool(client, 'compare_editions', editions);
    expect(text).toMatchInlineSnapshot(`
      "Fragmented Europe (2025) → Fragmented Europe (2026)

      1,412 sentences the same (3 in another order), 1 changed, 2 added, 1 removed, 1 moved.
      Tables: 38 rows the same, 1 changed.
      Notes: 590 notes the same, none changed.
      Chapters added: Malta.
      Chapters removed: Cyprus.
      Chapters renamed: Czech Republic → Czechia.

      Germany
      - changed, joined, p. 84 (was pp. 82–83): Bosch alone is cutting \\[-18,000-]{+more than 20,000+} jobs\\[-.-]{+, and+} it blames demand for German cars.
      - row changed, p. 85 (was p. 83): Exports \\| \\[-104-]{+98+}

      Cyprus (removed)
      - removed (was p. 40): Cyprus has no strategy on China.

      Malta (added)
      - added, p. 141: Malta has no strategy on China.
      - added, p. 141: Its port has been partly Chinese since 2008.
      - moved, p. 142 (was Italy, p. 99): Both joined the Belt and Road Initiative."
    `);
    expect(structuredContent).toEqual({ ...sampleChanges, unlisted: 0 });
    expect(calls).toEqual([['compare', editions, { signal: expect.any(AbortSignal) }]]);
  });

  it('lists the first changes, and says how many are left', async () => {
    const { client } = await clientOf({ compare: () => sampleChanges });
    const { text, structuredContent } = await callTool(client, 'compare_editions', { ...editions, limit: 3 });
    expect(text).toContain('3 more changes are not listed: narrow it, or raise limit.');
    expect(structuredContent).toMatchObject({
      unlisted: 3,
      groups: [{ chapter: 'Germany' }, { formerly: 'Cyprus' }],
    });
  });
});
