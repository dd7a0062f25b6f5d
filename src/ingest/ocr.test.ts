/** Scans made of small pages, read by tesseract.js where it is installed. */
import { beforeAll, describe, expect, it } from 'vitest';
import type { IngestedDocument } from '../core/types.ts';
import { createRecognisers } from '../ocr/tesseract.ts';
import { statuses, useIngestFolder } from '../testing/documents/ingest-folder.ts';
import { scanPages } from '../testing/documents/make-scan.ts';
import { makePdf, type PdfPage, setText } from '../workshop/typeset/make-pdf.ts';
import { extractDocument } from './extract.ts';

const ocr = { when: 'on', languages: 'eng' } as const;
const isInstalled = createRecognisers().missing('eng').length === 0;

const words =
  "Throughout the last decade, Austria's science and technology engagement with China has largely been characterised by " +
  'steady continuity. In 2024 it spent 3.36% of GDP on research, second only to Sweden in the EU.';
const title = 'Austria and China';
const page: PdfPage = {
  mediaBox: [0, 0, 360, 200],
  lines: [
    ...setText(title, { x: 30, y: 165, characters: 40, size: 16, face: 'bold' }),
    ...setText(words, { x: 30, y: 130, characters: 56 }),
  ],
};
const written: PdfPage = { lines: setText(words, { x: 60, y: 700, characters: 80 }) };

async function read(pages: readonly PdfPage[]): Promise<IngestedDocument> {
  const source = { id: 'scan', file: '/corpus/scan.pdf', sha256: '', name: 'scan.pdf', ingestedAt: '' };
  return extractDocument({ ...source, bytes: makePdf({ pages }) }, { ocr });
}

const wordsOf = (text: string) => text.split(/\s+/);

describe.skipIf(!isInstalled)('a scan', () => {
  let scan: PdfPage[] = [];
  let scanned: IngestedDocument;
  let truth: IngestedDocument;
  beforeAll(async () => {
    scan = await scanPages([page]);
    scanned = await read([written, ...scan]);
    truth = await read([written, page]);
  });

  const sentencesOf = ({ passages }: IngestedDocument) =>
    passages.flatMap(({ sentences }) => sentences).filter(({ pages }) => pages.includes(2));

  it('is read word for word, at least 95 of 100', () => {
    const found = wordsOf(
      sentencesOf(scanned)
        .map(({ text }) => text)
        .join(' '),
    );
    const wanted = wordsOf(words);
    const right = wanted.filter((word) => found.includes(word));
    expect(right.length / wanted.length).toBeGreaterThanOrEqual(0.95);
    expect(found.length).toBeLessThanOrEqual(wanted.length + 1);
  });

  it('has its sentences where they are printed, within four points', () => {
    const boxesOf = (document: IngestedDocument) => sentencesOf(document).flatMap(({ boxes }) => boxes);
    const [found, wanted] = [boxesOf(scanned), boxesOf(truth)];
    expect(found).toHaveLength(wanted.length);
    for (const [index, box] of found.entries()) {
      const other = wanted[index];
      const points = [
        (box.x - (other?.x ?? 0)) * 360,
        (box.width - (other?.width ?? 0)) * 360,
        (box.y - (other?.y ?? 0)) * 200,
        (box.height - (other?.height ?? 0)) * 200,
      ];
      for (const distance of points) expect(Math.abs(distance)).toBeLessThan(4);
    }
  });

  it('tells what is larger from the text: its title is a heading', () => {
    expect(scanned.passages.find(({ pages }) => pages.includes(2))?.section).toBe(title);
  });

  it('says how sure it is, and the pages that have text say nothing', () => {
    expect(scanned.document.report.ocr).toMatchObject({ pages: [2], languages: 'eng' });
    for (const { ocr } of sentencesOf(scanned)) expect(ocr?.confidence).toBeGreaterThan(0.8);
    const others = scanned.passages
      .flatMap(({ sentences }) => sentences)
      .filter(({ pages }) => pages.includes(1));
    expect(others.map(({ ocr }) => ocr)).toEqual(others.map(() => undefined));
  });

  describe('in an index', () => {
    const { run, put } = useIngestFolder();

    it('is read by OCR by a later ingest that wants it, and by none after that', async () => {
      put('scan.pdf', makePdf({ pages: [written, ...scan] }));
      const [before] = (await run()).documents;
      expect(before?.report.unread?.pages).toEqual([2]);
      const later = await run({ ocr });
      expect(statuses(later)).toEqual({ scan: 'changed' });
      expect(later.documents[0]?.report.ocr?.pages).toEqual([2]);
      expect(await run({ ocr })).toMatchObject({ changed: false });
    });
  });
});
