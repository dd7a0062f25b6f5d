import { describe, expect, it } from 'vitest';
import type { IngestReport } from '../../assistant/ingest-documents.ts';
import { sampleDocument, sampleListing } from '../../testing/assistant/fake-assistant.ts';
import { colored, plain } from '../../testing/cli/fake-session.ts';
import type { SearchResponse } from '../../wire/types.ts';
import { showChapters } from './show-chapters.ts';
import { showChecks } from './show-checks.ts';
import { showHits } from './show-hits.ts';
import { showIngest } from './show-ingest.ts';

const screen = { width: 80, paint: plain };

describe('verse chapters', () => {
  it('lists each document with its chapters, with long titles wrapped beside the pages', () => {
    const estonia = {
      name: 'Estonia',
      title:
        'Estonia: Unenthusiastic about tech relations with China, yet Huawei remains and Pony.ai arrives',
      page: 57,
      lastPage: 64,
    };
    const note = {
      ...sampleListing,
      id: 'note',
      title: 'A note on Malta',
      pages: 1,
      passages: 1,
      chapters: [{ name: 'A note on Malta', title: 'A note on Malta', page: 1, lastPage: 1 }],
    };
    const report = { ...sampleListing, chapters: [...sampleListing.chapters, estonia] };
    expect(showChapters([report, note], screen)).toMatchInlineSnapshot(`
      "Fragmented Europe: Dealing with China as a technology and innovation power
      fragmented-europe-2026: 194 pages, 3 chapters, 92 passages

        Belgium  36–41
        Germany  82–91
        Estonia  57–64  Unenthusiastic about tech relations with China, yet Huawei
                        remains and Pony.ai arrives

      A note on Malta
      note: 1 page, 1 chapter, 1 passage

        A note on Malta  1
      "
    `);
  });

  it('puts pages first if names leave no room for titles', () => {
    const name = 'Diversions: overriding a package’s version of a file, as it used to be done';
    const chapters = [
      { name, title: name, page: 139, lastPage: 140 },
      { name: 'Files', title: 'Files: Where they go', page: 99, lastPage: 108 },
      { name: 'Archive', title: 'The Archive', page: 17, lastPage: 22 },
    ];
    expect(showChapters([{ ...sampleListing, chapters }], screen)).toContain(
      [
        '  139–140  Diversions: overriding a package’s version of a file, as it used to',
        '           be done',
        '   99–108  Files',
        '           Where they go',
        '    17–22  Archive',
        '',
      ].join('\n'),
    );
  });

  it('names the parts above their chapters', () => {
    const chapter = (name: string, part?: string) => ({
      name,
      title: name,
      ...(part !== undefined && { part }),
      page: 5,
      lastPage: 6,
    });
    const chapters = [
      chapter('Summary'),
      chapter('Germany', 'Part I: West'),
      chapter('France', 'Part I: West'),
      chapter('Poland', 'Part II: East'),
    ];
    const lines = showChapters([{ ...sampleListing, chapters }], screen)
      .split('\n')
      .slice(3);
    expect(lines.map((line) => line.trim().split('  ')[0])).toEqual([
      'Summary',
      'Part I: West',
      'Germany',
      'France',
      'Part II: East',
      'Poland',
      '',
    ]);
  });

  it('shows a document without chapters by its name alone', () => {
    expect(showChapters([{ ...sampleListing, chapters: [] }], screen)).toContain(
      '194 pages, 0 chapters, 92 passages',
    );
  });
});

describe('verse search', () => {
  const hit: SearchResponse['hits'][number] = {
    passageId: 'fragmented-europe-2026/23/1',
    document: 'fragmented-europe-2026',
    chapter: 'Sweden',
    section: 'Networks, green energy and pharma: Swedish tech collaboration with China',
    page: 182,
    pages: [182, 183],
    kind: 'body',
    text: 'Sweden, as one of few EU countries, adopted an explicit ban on equipment from Chinese companies Huawei and ZTE in 5G networks in 2020. Following this decision, Ericsson reported a sharp drop in revenue in the Chinese market.',
    score: 0.9342,
    scores: { keyword: 1, vector: 0.8, maxsim: 0.9 },
  };
  const table: SearchResponse['hits'][number] = {
    ...hit,
    chapter: 'Ireland',
    section: null,
    pages: [104],
    page: 104,
    kind: 'table',
    text: 'July 2019 | Revised MoU on Science, Technology & Innovation (STI)\nOctober 2022 | Second STI Joint Committee Meeting (virtual)',
    score: 0.5,
  };

  it('shows each passage under its rank, place, section and score; rows of a table stay apart', () => {
    expect(showHits([hit, table], screen)).toMatchInlineSnapshot(`
      "1. Sweden, pp. 182–183 — Networks, green energy and pharma: Swedish tech
         collaboration with China (0.93)
         Sweden, as one of few EU countries, adopted an explicit ban on equipment from
         Chinese companies Huawei and ZTE in 5G networks in 2020. Following this
         decision, Ericsson reported a sharp drop in revenue in the Chinese market.

      2. Ireland, p. 104 (0.50)
         July 2019 | Revised MoU on Science, Technology & Innovation (STI)
         October 2022 | Second STI Joint Committee Meeting (virtual)
      "
    `);
  });

  it('sets text beside ranks of two digits', () => {
    const lines = showHits(
      Array.from({ length: 10 }, () => table),
      screen,
    ).split('\n');
    expect(lines.slice(0, 2)).toEqual([
      '1.  Ireland, p. 104 (0.50)',
      '    July 2019 | Revised MoU on Science, Technology & Innovation (STI)',
    ]);
    expect(lines.at(-4)).toBe('10. Ireland, p. 104 (0.50)');
  });

  it('says that nothing matches', () => {
    expect(showHits([], screen)).toBe('No passage matches.\n');
  });
});

describe('verse ingest', () => {
  const report: IngestReport = {
    changed: true,
    documents: [{ ...sampleDocument, status: 'new' }],
    removed: [],
    editions: [],
    gone: [],
    refused: [],
    passages: { total: 1335, encoded: 1335, reused: 0 },
    timings: { totalMs: 21_456, readMs: 4000, encodeMs: 16_000, writeMs: 1456 },
  };

  const references = {
    title: 'References',
    kind: 'section' as const,
    level: 2,
    page: 40,
    sources: ['heading' as const],
    matter: 'references' as const,
  };

  it('ends with what was read, what was made of it and what was left out', () => {
    const skipped = ['194 running heads and page numbers', 'the contents (page 3)'];
    const document = {
      ...sampleDocument,
      structure: [...(sampleDocument.structure ?? []), ...[40, 90].map((page) => ({ ...references, page }))],
      status: 'new' as const,
      report: {
        ...sampleDocument.report,
        skipped,
        unsure: 'Its chapters are told by their headings alone. Look through its list of chapters.',
        brokenWords: { mended: 12, left: 2, share: 0.0036 },
        damage: ['text may be missing, page 12'],
        ocr: { pages: [7, 8], confidence: 0.93, languages: 'eng+deu' },
        unread: { pages: [190, 191], remedy: 'Ingest it with --ocr.' },
        sparsePages: [2, 190, 191],
        sentences: 3912,
      },
    };
    expect(showIngest({ ...report, documents: [document] }, screen)).toMatchInlineSnapshot(`
      "fragmented-europe-2026 (new): Fragmented Europe: Dealing with China as a
      technology and innovation power
        194 pages, 12 headings, 3,912 sentences
        2 chapters (from the outline; 2 told by a second source)
        unsure: Its chapters are told by their headings alone. Look through its list
          of chapters.
        weighed less, as front and back matter: References, pp. 40, 90
        92 passages: 70 of text, 2 of tables, 20 of notes
        2 tables
        60 notes; 60 of 60 markers lead to theirs
        14 words with broken letters, 0.4 % of all: 12 mended, 2 left as they are
        pp. 7–8, read by OCR, confidence .93 (eng+deu)
        no text, as in a scan: pp. 190–191. Ingest it with --ocr.
        hardly any text: pp. 2, 190–191
        damaged, read all the same: text may be missing, page 12
        left out: 194 running heads and page numbers; the contents (page 3); 9 pull
          quotes
      Now the index holds 1,335 passages of 1 document: 1,335 encoded, 0 as before
      (21.5 s).
      "
    `);
  });

  it('names the editions and the duplicates among the documents, with what to do', () => {
    const editions = [
      { document: '2022', like: '2023', share: 0.719, isDuplicate: false },
      { document: 'my copy', like: '2023', share: 1, isDuplicate: true },
    ];
    const documents = [{ ...sampleDocument, status: 'unchanged' as const }];
    const lines = showIngest({ ...report, documents, editions }, { ...screen, width: 200 }).split('\n');
    expect(lines.slice(1, 3)).toEqual([
      '2022 shares 71 % of its sentences with 2023: another edition? verse compare 2022 2023 says what changed.',
      'my copy has the same sentences as 2023: a duplicate? verse remove "my copy" takes it out.',
    ]);
  });

  it('is brief on what has not changed, and names what is gone', () => {
    const small = {
      ...sampleDocument,
      id: 'note',
      title: 'A note on Malta',
      status: 'changed' as const,
      pageCount: 1,
      report: {
        ...sampleDocument.report,
        chaptersFrom: 'none' as const,
        chapters: 1,
        confirmedChapters: 0,
        headings: 0,
        passages: { body: 1, note: 0, table: 0 },
        sentences: 1,
        notes: 0,
        markers: { found: 0, resolved: 0 },
        pullQuotes: 0,
        tables: 0,
      },
    };
    const documents = [{ ...sampleDocument, status: 'unchanged' as const }, small];
    const passages = { total: 93, encoded: 1, reused: 92 };
    expect(showIngest({ ...report, documents, removed: ['annex'], passages }, screen)).toMatchInlineSnapshot(`
      "fragmented-europe-2026 (unchanged): Fragmented Europe: Dealing with China as a
      technology and innovation power
      note (changed): A note on Malta
        1 page, 0 headings, 1 sentence
        1 chapter (none found: the whole document is one)
        1 passage: 1 of text
      annex (removed)
      Now the index holds 93 passages of 2 documents: 1 encoded, 92 as before
      (21.5 s).
      "
    `);
  });

  it('counts what has not changed where that is much', () => {
    const documents = Array.from({ length: 40 }, () => ({ ...sampleDocument, status: 'unchanged' as const }));
    const lines = showIngest({ ...report, documents, removed: ['annex'] }, screen).split('\n');
    expect(lines.slice(0, 2)).toEqual(['40 documents (unchanged)', 'annex (removed)']);
  });

  it('says of a document whose file is gone that it stays, and how to take it out', () => {
    const [document] = report.documents;
    const [id, file] = [document?.id ?? '', document?.file ?? ''];
    const text = showIngest({ ...report, changed: false, gone: [id] }, screen).replace(/\s+/g, ' ');
    expect(text).toContain(
      `${id} stays in the index, but its file is gone: ${file}. Put it back, or take the document out: verse remove ${id} Nothing has changed`,
    );
  });

  it('says in one line that nothing has changed', () => {
    const timings = { ...report.timings, totalMs: 214 };
    expect(showIngest({ ...report, changed: false, timings }, screen)).toBe(
      'Nothing has changed: the index holds 1,335 passages of 1 document (0.2 s).\n',
    );
  });
});

describe('verse doctor', () => {
  const checks = [
    {
      name: 'network files',
      ok: true,
      detail: 'chapter-and-verse/encoder-small@3d79285a: as their cards say',
    },
    { name: 'index', ok: false, detail: '/reports/index/: no index here yet. Run `verse ingest`.' },
  ];

  it('marks what is right and what is not, and sets details beside the mark', () => {
    expect(showChecks(checks, { ...screen, width: 40 })).toMatchInlineSnapshot(`
      "ok   network files:
           chapter-and-verse/encoder-small@3d79285a:
           as their cards say
      FAIL index: /reports/index/: no index
           here yet. Run \`verse ingest\`.
      "
    `);
  });

  it('paints the marks', () => {
    const lines = showChecks(checks, { width: 80, paint: colored }).split('\n');
    expect(lines.map((line) => line.slice(0, 16))).toEqual([
      '\u001b[32mok  \u001b[39m netwo'.slice(0, 16),
      '\u001b[31mFAIL\u001b[39m index'.slice(0, 16),
      '',
    ]);
  });
});
