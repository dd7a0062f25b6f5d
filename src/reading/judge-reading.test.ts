import { describe, expect, it } from 'vitest';
import type { ExtractionReport, ReadingCounts } from '../core/types.ts';
import { sampleDocument } from '../testing/assistant/fake-assistant.ts';
import { sampleCounts } from '../testing/reading/sample-trace.ts';
import type { JudgedDocument } from './judge.ts';
import { judgeReading, worstOf } from './judge-reading.ts';

function judge(
  report: Partial<ExtractionReport> = {},
  counts: Partial<ReadingCounts> = {},
  document: Partial<JudgedDocument> = {},
) {
  const whole = { ...sampleDocument.report, ...report, counts: { ...sampleCounts, ...counts } };
  const judgements = judgeReading({ ...sampleDocument, ...document, report: whole });
  const said = judgements.map(({ name, verdict, finding }) => [name, `${verdict}: ${finding}`] as const);
  return { ...Object.fromEntries(said), worst: worstOf(judgements) } as Record<string, string>;
}

describe('judgeReading', () => {
  it('finds good what nothing speaks against, and says what it is', () => {
    expect(judge()).toEqual({
      pages: 'good: 194 pages. All have text.',
      chapters: 'good: 2 of 2 chapters told by two sources or more: bookmarks.',
      words: 'good: 36 of 27,149 words in no dictionary, or broken (0.1 %).',
      completeness: 'good: Every line is in a passage or was left out for a reason.',
      order: 'good: The text runs down its columns on every page.',
      notes: 'good: 60 notes, to which 60 markers lead.',
      tables: 'good: 2 tables; the figures stand under heads.',
      title: `good: “${sampleDocument.title}”, the largest words of its first page.`,
      language: 'good: Its language is known (en).',
      file: 'good: Nothing in the file is damaged.',
      worst: 'good',
    });
  });

  it('says what to do of all that is not good', () => {
    const bad = judgeReading({
      ...sampleDocument,
      language: 'und',
      report: {
        ...sampleDocument.report,
        chaptersFrom: 'pages',
        unsure:
          'Nothing tells where its chapters begin. A PDF with bookmarks for its chapters is divided by them.',
        markers: { found: 60, resolved: 20 },
        unread: { pages: [3, 4], remedy: 'Ingest it with --ocr.' },
        damage: ['page 7: a font is missing'],
        counts: {
          ...sampleCounts,
          titleFrom: 'file name',
          words: { all: 1000, unknown: 60 },
          characters: { all: 1000, lost: 60 },
          upwardPages: [7],
          headlessTables: 1,
        },
      },
    });
    expect(bad.every(({ verdict }) => verdict !== 'good')).toBe(true);
    expect(bad.filter(({ advice = '' }) => !advice.endsWith('.'))).toEqual([]);
    expect(bad.map(({ name }) => name)).toHaveLength(10);
  });

  it('weighs words by their share', () => {
    expect(judge({}, { words: { all: 10_000, unknown: 50 } }).words).toMatch(/^good: .*0\.5 %/);
    expect(judge({}, { words: { all: 10_000, unknown: 51 } }).words).toMatch(/^look: /);
    expect(
      judge({ brokenWords: { mended: 3, left: 160, share: 0.02 } }, { words: { all: 10_000, unknown: 41 } })
        .words,
    ).toBe(
      'poor: 201 of 10,000 words in no dictionary, or broken (2.0 %). 3 words with letters that the file does not name, or names wrongly, mended.',
    );
  });

  it('tells notes that were not found from raised figures that are none', () => {
    const markers = { found: 25, resolved: 7 };
    expect(judge({ markers }, { serialMarkers: 16 }).notes).toBe(
      'poor: 60 notes; 18 of 25 markers have no note.',
    );
    expect(judge({ markers }, { serialMarkers: 1 }).notes).toBe(
      'look: 60 notes; 18 of 25 markers have no note. Their numbers do not count up, so some may be exponents or figures.',
    );
    expect(judge({}, { uncitedNotes: 15 }).notes).toBe(
      'look: 60 notes, to which 60 markers lead. 15 of the notes are cited by no sentence that was seen.',
    );
    expect(judge({ notes: 0, markers: { found: 0, resolved: 0 } }).notes).toBe('good: No notes were found.');
  });

  it('is at ease with a short document without chapters, and not with a long one', () => {
    const none = { chaptersFrom: 'none', chapters: 1, confirmedChapters: 0 } as const;
    expect(judge(none, {}, { pageCount: 12 }).chapters).toMatch(/^good: /);
    expect(judge(none).chapters).toBe('look: No chapters were found; the whole document is one.');
  });

  it('takes one table without heads of few for something to look at, and a third of many for poor', () => {
    expect(judge({ tables: 1 }, { headlessTables: 1 }).tables).toMatch(/^look: 1 table\. The heads/);
    expect(judge({ tables: 9 }, { headlessTables: 4 }).tables).toMatch(/^poor: /);
  });

  it('looks at pages read by OCR whatever their sureness', () => {
    const ocr = (confidence: number, pages = [1, 2]) =>
      judge({ ocr: { pages, confidence, languages: 'eng' } }).pages;
    expect(ocr(0.93)).toBe('look: 194 pages; pp. 1–2, read by OCR, confidence .93 (eng).');
    const scattered = Array.from({ length: 40 }, (_, index) => 3 * index + 1);
    expect(ocr(0.93, scattered)).toContain('194 pages; 40 pages, read by OCR');
    expect(ocr(0.6)).toMatch(/^poor: .* Its words are unsure\.$/);
  });

  it('notices a title with a sign among its letters', () => {
    expect(judge({}, {}, { title: 'Content and Layout Tes4ng' }).title).toMatch(/^look: /);
    expect(judge({}, {}, { title: 'R&D at AT&T in the B2B market' }).title).toMatch(/^good: /);
  });

  it('judges what was counted alone of a document that an earlier version read', () => {
    const { counts: _, ...report } = sampleDocument.report;
    const names = judgeReading({ ...sampleDocument, report }).map(({ name }) => name);
    expect(names).toEqual(['pages', 'chapters', 'language', 'file']);
  });
});
