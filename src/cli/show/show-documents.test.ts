import { describe, expect, it } from 'vitest';
import { sampleListing } from '../../testing/assistant/fake-assistant.ts';
import { colored, plain } from '../../testing/cli/fake-session.ts';
import { describeDocument, hintOnReading, showDocuments } from './show-documents.ts';

const report = { ...sampleListing, year: 2026, tags: ['ETNC', 'technology', 'China'] };
const brief = { ...sampleListing, id: 'brief', title: '简报：中国与欧洲', pages: 1234, chapters: [] };

describe('showDocuments', () => {
  it('gives each column what it needs in a pipe, however long the row', () => {
    expect(
      showDocuments([report, brief], { rowWidth: Number.POSITIVE_INFINITY, paint: plain }),
    ).toMatchInlineSnapshot(`
      "ID                      TITLE                                                                       YEAR  PAGES  CHAPTERS  READ  INGESTED    TAGS
      fragmented-europe-2026  Fragmented Europe: Dealing with China as a technology and innovation power  2026    194         2  good  2026-07-01  ETNC, technology, China
      brief                   简报：中国与欧洲                                                                  1,234         0  good  2026-07-01
      "
    `);
  });

  it('cuts tags and titles off where a row is longer than the window', () => {
    const shown = showDocuments([report, brief], { rowWidth: 100, paint: plain });
    expect(shown).toMatchInlineSnapshot(`
      "ID                      TITLE                      YEAR  PAGES  CHAPTERS  READ  INGESTED    TAGS
      fragmented-europe-2026  Fragmented Europe: Deali…  2026    194         2  good  2026-07-01  ETNC, t…
      brief                   简报：中国与欧洲                 1,234         0  good  2026-07-01
      "
    `);
  });

  it('cuts the whole row off where even that is not enough', () => {
    const lines = showDocuments([report], { rowWidth: 40, paint: plain }).trimEnd().split('\n');
    expect(lines.map((line) => [line.length, line.at(-1)])).toEqual([
      [40, '…'],
      [40, '…'],
    ]);
  });

  it('has bold heads where there are colours', () => {
    expect(showDocuments([report], { rowWidth: 100, paint: colored })).toMatch(
      /^\u001b\[1mID .*TAGS\u001b\[22m\n/,
    );
  });
});

describe('describeDocument', () => {
  it('names year and tags where there are any', () => {
    expect(describeDocument({ ...report, title: 'Fragmented Europe' })).toBe(
      'fragmented-europe-2026: Fragmented Europe (2026), tagged ETNC, technology, China',
    );
    expect(describeDocument({ ...brief, title: 'A brief' })).toBe('brief: A brief');
  });
});

describe('hintOnReading', () => {
  it('says where to look if a document was not read well, and nothing else', () => {
    const doubtful = { ...brief, reading: { ...brief.reading, verdict: 'look' as const } };
    expect(hintOnReading([report, doubtful])).toContain('`verse report brief`');
    expect(hintOnReading([report, brief])).toBe('');
  });
});
