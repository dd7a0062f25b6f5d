/** An assistant for tests: answers as scripted, records what it was asked, fails at anything not scripted. */
import type { Assistant } from '../../assistant/assistant.ts';
import type { ReportDocument } from '../../core/types.ts';
import type { Answer, CheckedSentence, Citation, DocumentListing, EditionChanges } from '../../wire/types.ts';

export interface FakeAssistant extends Assistant {
  /** Every call in order: the method's name, then its arguments. */
  readonly calls: readonly [method: string, ...args: unknown[]][];
}

/** The methods that a test scripts; they may return their result at once or as a promise. */
export type AssistantScript = {
  [Name in keyof Assistant]?: Assistant[Name] extends (...args: infer Args) => Promise<infer Result>
    ? (...args: Args) => Result | Promise<Result>
    : Assistant[Name];
};

/** An assistant with these methods; calling any other throws. `close` and the models' names need no script. */
export function fakeAssistant(script: AssistantScript = {}): FakeAssistant {
  const calls: [string, ...unknown[]][] = [];
  function scripted<Args extends unknown[], Result>(
    name: string,
    method: ((...args: Args) => Result | Promise<Result>) | undefined,
  ) {
    return async (...args: Args): Promise<Result> => {
      calls.push([name, ...args]);
      if (method === undefined) throw new Error(`The fake assistant has no script for ${name}.`);
      return method(...args);
    };
  }
  return {
    calls,
    encoderId: script.encoderId ?? 'fake-encoder@00000000',
    chatModel: script.chatModel ?? null,
    ask: scripted('ask', script.ask),
    search: scripted('search', script.search),
    retrieve: scripted('retrieve', script.retrieve),
    verify: scripted('verify', script.verify),
    check: scripted('check', script.check),
    compare: scripted('compare', script.compare),
    passages: scripted('passages', script.passages),
    documents: scripted('documents', script.documents),
    document: scripted('document', script.document),
    reading: scripted('reading', script.reading),
    // Where its document says, unless a script says otherwise.
    file: async (id) => (script.file ? script.file(id) : ((await script.document?.(id))?.file ?? '')),
    passage: scripted('passage', script.passage),
    chapter: scripted('chapter', script.chapter),
    within: (collections) => {
      calls.push(['within', collections]);
      // Without a script it is one that nothing can be asked of.
      return script.within?.(collections) ?? fakeAssistant({ chatModel: script.chatModel ?? null });
    },
    close: scripted('close', script.close ?? (async () => undefined)),
  };
}

const documentId = 'fragmented-europe-2026';
const title = 'Fragmented Europe: Dealing with China as a technology and innovation power';
const sha256 = 'd0c0'.padEnd(64, '0');
const ingestedAt = '2026-07-01T09:00:00.000Z';

/** The report as the index describes it, with two of its 24 chapters; tests may set `file` and `sha256`. */
export const sampleDocument: ReportDocument = {
  id: documentId,
  title,
  language: 'en',
  file: `/nowhere/${documentId}.pdf`,
  sha256,
  pageCount: 194,
  pageLabels: Array.from({ length: 194 }, (_, index) => String(index + 1)),
  chapters: [
    { name: 'Belgium', title: 'Belgium', kind: 'chapter', page: 36, lastPage: 41 },
    { name: 'Germany', title: 'Germany', kind: 'chapter', page: 82, lastPage: 91 },
  ],
  structure: [
    { title: 'Belgium', kind: 'chapter', level: 1, page: 36, sources: ['outline'], path: ['Belgium'] },
    { title: 'Germany', kind: 'chapter', level: 1, page: 82, sources: ['outline'], path: ['Germany'] },
    {
      title: 'Recent trends',
      kind: 'section',
      level: 2,
      page: 83,
      sources: ['outline', 'heading'],
      path: ['Germany', 'Recent trends'],
    },
  ],
  ingestedAt,
  report: {
    chaptersFrom: 'outline',
    chapters: 2,
    confirmedChapters: 2,
    headings: 12,
    passages: { body: 70, note: 20, table: 2 },
    sentences: 410,
    notes: 60,
    markers: { found: 60, resolved: 60 },
    pullQuotes: 9,
    tables: 2,
    sparsePages: [],
    skipped: [],
  },
};

export const sampleListing: DocumentListing = {
  id: documentId,
  title,
  label: title,
  tags: [],
  pages: 194,
  passages: 92,
  tables: 2,
  notes: 60,
  sha256,
  ingestedAt,
  reading: { verdict: 'good', parts: [] },
  chapters: sampleDocument.chapters.map(({ name, title: heading, page, lastPage }) => ({
    name,
    title: heading,
    page,
    lastPage,
  })),
  ...(sampleDocument.structure && { structure: sampleDocument.structure }),
};

/** A sentence of page 84, with its two lines. */
export const sampleCitation: Citation = {
  number: 1,
  passageId: `${documentId}/12/4`,
  document: documentId,
  documentTitle: title,
  chapter: 'Germany',
  section: null,
  page: 84,
  pages: [84],
  pageLabel: '84',
  quote:
    'Bosch alone has announced cutting more than 20,000 jobs in its automotive division due to weak global demand for German cars.',
  boxes: [
    { page: 84, x: 0.22, y: 0.088, width: 0.646, height: 0.022 },
    { page: 84, x: 0.172, y: 0.11, width: 0.4, height: 0.022 },
  ],
  notes: [
    {
      label: '2',
      text: 'Tagesschau. 30 January 2026. https://www.tagesschau.de/tagesschau_20_uhr/ts-76206.html',
      urls: ['https://www.tagesschau.de/tagesschau_20_uhr/ts-76206.html'],
      page: 90,
      boxes: [{ page: 90, x: 0.1876, y: 0.6339, width: 0.5485, height: 0.013 }],
    },
  ],
  markers: [{ note: '2', offset: 125 }],
};

export const sampleAnswer: Answer = {
  id: 'a-1',
  question: 'How many jobs will Bosch cut?',
  status: 'answered',
  answer: `${sampleCitation.quote} [1]`,
  sentences: [{ text: sampleCitation.quote, citations: [1], origin: 'quoted', verified: true, problems: [] }],
  citations: [sampleCitation],
  confidence: 0.93,
  warnings: [],
  searched: { documents: 1, chapters: 2, passages: 92 },
  timings: { totalMs: 14, analyseMs: 1, encodeMs: 4, searchMs: 5, selectMs: 4, generateMs: 0 },
  model: { encoder: 'fake-encoder@00000000', chat: null },
};

/** "Bosch is cutting 25,000 jobs.", checked against the report. */
export const sampleVerification: CheckedSentence = {
  verdict: 'unsupported',
  problems: [{ kind: 'number', text: '25,000', reason: 'not in the passage' }],
  score: 0,
  citation: sampleCitation,
};

const sampleSentence = (chapter: string, page: number, text: string) => ({
  text,
  passageId: `${documentId}/12/4`,
  chapter,
  section: null,
  pages: [page],
});

const noCounts = { same: 0, reordered: 0, changed: 0, added: 0, removed: 0, moved: 0 };

/** The report against an edition of a year before: something of each kind in three chapters. */
export const sampleChanges: EditionChanges = {
  before: {
    id: 'fragmented-europe-2025',
    title: 'Fragmented Europe',
    label: 'Fragmented Europe (2025)',
    pages: 181,
  },
  after: { id: documentId, title, label: 'Fragmented Europe (2026)', pages: 194 },
  counts: {
    body: { same: 1412, reordered: 3, changed: 1, added: 2, removed: 1, moved: 1 },
    table: { ...noCounts, same: 38, changed: 1 },
    note: { ...noCounts, same: 590 },
  },
  chapters: {
    added: ['Malta'],
    removed: ['Cyprus'],
    renamed: [{ before: 'Czech Republic', after: 'Czechia' }],
  },
  groups: [
    {
      chapter: 'Germany',
      formerly: 'Germany',
      changes: [
        {
          change: 'changed',
          kind: 'body',
          before: [
            sampleSentence('Germany', 82, 'Bosch alone is cutting 18,000 jobs.'),
            sampleSentence('Germany', 83, 'It blames demand for German cars.'),
          ],
          after: [
            sampleSentence(
              'Germany',
              84,
              'Bosch alone is cutting more than 20,000 jobs, and it blames demand for German cars.',
            ),
          ],
          words: [
            { text: 'Bosch alone is cutting ', in: 'both' },
            { text: '18,000 ', in: 'before' },
            { text: 'more than 20,000 ', in: 'after' },
            { text: 'jobs', in: 'both' },
            { text: '. ', in: 'before' },
            { text: ', and ', in: 'after' },
            { text: 'it blames demand for German cars.', in: 'both' },
          ],
        },
        {
          change: 'changed',
          kind: 'table',
          before: [sampleSentence('Germany', 83, 'Exports | 104')],
          after: [sampleSentence('Germany', 85, 'Exports | 98')],
          words: [
            { text: 'Exports | ', in: 'both' },
            { text: '104', in: 'before' },
            { text: '98', in: 'after' },
          ],
        },
      ],
    },
    {
      chapter: null,
      formerly: 'Cyprus',
      changes: [
        {
          change: 'removed',
          kind: 'body',
          before: [sampleSentence('Cyprus', 40, 'Cyprus has no strategy on China.')],
          after: [],
        },
      ],
    },
    {
      chapter: 'Malta',
      formerly: null,
      changes: [
        {
          change: 'added',
          kind: 'body',
          before: [],
          after: [sampleSentence('Malta', 141, 'Malta has no strategy on China.')],
        },
        {
          change: 'added',
          kind: 'body',
          before: [],
          after: [sampleSentence('Malta', 141, 'Its port has been partly Chinese since 2008.')],
        },
        {
          change: 'moved',
          kind: 'body',
          before: [sampleSentence('Italy', 99, 'Both joined the Belt and Road Initiative.')],
          after: [sampleSentence('Malta', 142, 'Both joined the Belt and Road Initiative.')],
        },
      ],
    },
  ],
};
