import { describe, expect, it } from 'vitest';
import type { Passage } from '../core/types.ts';
import { sampleDocument } from '../testing/assistant/fake-assistant.ts';
import { lineAt, sampleCounts, sampleTrace } from '../testing/reading/sample-trace.ts';
import { readingSchema } from '../wire/reading.ts';
import { type ReadDocument, reportReading } from './report-reading.ts';

const id = sampleDocument.id;
const sentence = (text: string, boxes: ReturnType<typeof lineAt>[]) => ({
  text,
  pages: [36],
  boxes,
  noteIds: [],
  markers: [],
});
const passage = (kind: Passage['kind'], sentences: Passage['sentences']): Passage => ({
  id: `${id}/1/1`,
  documentId: id,
  chapter: 'Belgium',
  section: null,
  kind,
  text: sentences.map(({ text }) => text).join(' '),
  pages: [36],
  sentences,
});

const read: ReadDocument = {
  document: {
    ...sampleDocument,
    report: {
      ...sampleDocument.report,
      markers: { found: 60, resolved: 59 },
      counts: { ...sampleCounts, characters: { all: 1000, lost: 50 }, headlessTables: 1 },
    },
  },
  passages: [
    passage('body', [
      sentence('Belgium is one of the highest spenders.', [lineAt(36, 0.14), lineAt(36, 0.165, 0.1, 0.3)]),
      // On the same line, then in the other column.
      sentence('Firms have shown growing interest.', [lineAt(36, 0.165, 0.41, 0.4)]),
      sentence('The rules require more.', [lineAt(36, 0.14, 0.6, 0.3)]),
    ]),
    passage('table', [sentence('2023 | 12 | 14', [lineAt(36, 0.62, 0.1, 0.2), lineAt(36, 0.62, 0.7, 0.1)])]),
  ],
  notes: [
    {
      id: `${id}/1/n3`,
      chapter: 'Belgium',
      label: '3',
      text: 'NÚKIB.',
      urls: [],
      page: 36,
      pages: [36],
      boxes: [lineAt(36, 0.9)],
    },
  ],
  trace: sampleTrace,
};
const report = reportReading(read, { pages: 3, seed: 1 });

describe('reportReading', () => {
  it('is what its schema says, with the worst parts first', () => {
    expect(readingSchema.parse(report)).toEqual(report);
    expect(report.verdict).toBe('poor');
    expect(report.parts.map(({ name, verdict }) => `${name} ${verdict}`).slice(0, 4)).toEqual([
      'completeness poor',
      'notes look',
      'tables look',
      'pages good',
    ]);
  });

  it('names pages and examples of what is to be looked at, and no others', () => {
    const part = (name: string) => report.parts.find((one) => one.name === name);
    expect(part('completeness')).toMatchObject({
      pages: [36],
      examples: [
        { text: 'In 2024 it spent 3.36% of GDP', page: 36 },
        { text: 'on R&D, second only to Sweden', page: 36 },
      ],
    });
    expect(part('notes')).toMatchObject({ pages: [84], examples: [{ text: '12', page: 84 }] });
    expect(part('words')).toMatchObject({ verdict: 'good', pages: [], examples: [] });
  });

  it('samples the pages of what is not good, and says why', () => {
    expect(report.sample.map(({ page, why }) => [page, why])).toEqual([
      [36, ['2 lines in no passage', '1 table whose columns have no heads']],
      [84, ['1 marker without a note']],
      [expect.any(Number), []],
    ]);
  });

  it('marks what was found on a page: text in pieces, in the order of reading', () => {
    const [first] = report.sample;
    const marks = first?.marks.map(({ kind, says, x, y, height, number }) => ({
      what: `${kind}${number ?? ''}: ${says}`,
      at: [x, y, Math.round(height * 1000) / 1000],
    }));
    expect(marks).toEqual([
      { what: 'heading: Wind energy: Belgium adjusts to EU regulations', at: [0.1, 0.1, 0.02] },
      { what: 'text1: read as piece 1 of this page', at: [0.1, 0.14, 0.045] },
      { what: 'text2: read as piece 2 of this page', at: [0.6, 0.14, 0.02] },
      { what: 'table: 3 rows, Table 1: Chinese investments in Belgium', at: [0.1, 0.6, 0.1] },
      { what: 'row: 2023 | 12 | 14', at: [0.1, 0.62, 0.02] },
      { what: 'note: 3', at: [0.1, 0.9, 0.02] },
      { what: 'left out: running head: ETNC report 2026', at: [0.1, 0.02, 0.02] },
      {
        what: 'lost: In 2024 it spent 3.36% of GDP on R&D, second only to Sweden',
        at: [0.1, 0.3, 0.042],
      },
    ]);
  });

  it('lists what was left out for a reason', () => {
    expect(report.leftOut).toEqual([
      { as: 'running head', lines: 2, examples: [{ text: 'ETNC report 2026', page: 84 }] },
    ]);
  });
});
