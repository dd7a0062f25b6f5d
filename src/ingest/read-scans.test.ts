import { describe, expect, it } from 'vitest';
import type { OcrChoice } from '../core/recogniser.ts';
import { fakeRecognisers, makePrintedLine } from '../testing/documents/fake-recognisers.ts';
import { drawPages } from '../testing/documents/make-scan.ts';
import { makePdf, type PdfPage, setText } from '../workshop/typeset/make-pdf.ts';
import { extractDocument } from './extract.ts';
import { isReadOtherwise, requireOcr, type ScanOptions } from './read-scans.ts';

const sentence = 'Austria adapts its long standing posture of quiet continuity.';
const written: PdfPage = {
  lines: setText('Historically, cooperation has enjoyed a high priority.', { x: 60, y: 700, characters: 80 }),
};
const scanned: PdfPage = { lines: [], hasPicture: true };
const auto: OcrChoice = { when: 'auto', languages: 'eng' };

function extract(pages: readonly PdfPage[], options: ScanOptions = {}) {
  const source = { id: 'report', file: '/corpus/report.pdf', sha256: '', name: 'report.pdf', ingestedAt: '' };
  return extractDocument({ ...source, bytes: makePdf({ pages }) }, options);
}

const readers = () =>
  fakeRecognisers(() => [makePrintedLine(sentence, { baseline: 1500, confidence: 0.93 })]);

describe('a document with scanned pages', () => {
  it('is read by OCR on these pages alone, and says so of the document and of each sentence', async () => {
    const recognisers = readers();
    const told: number[][] = [];
    const { document, passages } = await extract([written, scanned, scanned], {
      ocr: auto,
      recognisers,
      onScan: (...page) => told.push(page),
    });
    expect(recognisers.pictures.map(({ page }) => page)).toEqual([2, 3]);
    expect(recognisers.openCount()).toBe(0);
    expect(told).toEqual([
      [2, 0, 2],
      [3, 1, 2],
      [3, 2, 2],
    ]);
    expect(document.report).toMatchObject({
      ocr: { pages: [2, 3], confidence: 0.93, languages: 'eng' },
      sparsePages: [],
    });
    expect(document.report.unread).toBe(undefined);
    const sentences = passages.flatMap((passage) => passage.sentences);
    expect(sentences.map(({ text, ocr }) => [text, ocr])).toEqual([
      ['Historically, cooperation has enjoyed a high priority.', undefined],
      [sentence, { confidence: 0.93 }],
      [sentence, { confidence: 0.93 }],
    ]);
  });

  it('is not searched for words on a page whose picture is a speck', async () => {
    const recognisers = readers();
    const speck = 'q 1 0 0 18 60 40 cm BI /W 1 /H 1 /CS /G /BPC 8 ID \x40 EI Q';
    const { document } = await extract([written, { lines: [], drawing: speck }, scanned], {
      ocr: auto,
      recognisers,
    });
    expect(recognisers.pictures.map(({ page }) => page)).toEqual([3]);
    expect(document.report.sparsePages).toEqual([2]);
  });

  it('is used without these pages where OCR is off, which names them and the way', async () => {
    const { document, passages } = await extract([scanned, written, scanned, scanned]);
    expect(passages).toHaveLength(1);
    expect(document.report.unread).toEqual({
      pages: [1, 3, 4],
      remedy: 'Ingest it with --ocr, or run it through OCR first (for example with ocrmypdf).',
    });
  });

  it('is used without them where OCR is not installed, which names the command', async () => {
    const recognisers = fakeRecognisers(() => [], ['tesseract.js', '@tesseract.js-data/eng']);
    const { document } = await extract([written, scanned], { ocr: auto, recognisers });
    expect(document.report.unread?.remedy).toBe(
      'Install what reads scans: npm install tesseract.js @tesseract.js-data/eng. ' +
        'Or run it through OCR first (for example with ocrmypdf).',
    );
  });

  it('is refused where no page has text, by what can be done', async () => {
    const recognisers = fakeRecognisers(() => [], ['@tesseract.js-data/deu']);
    await expect(extract([scanned], { ocr: auto, recognisers })).rejects.toMatchObject({
      code: 'no-text-layer',
      sentence:
        'report.pdf: page 1 holds no text (a scan?). Install what reads scans: npm install @tesseract.js-data/deu. ' +
        'Or run it through OCR first (for example with ocrmypdf).',
    });
    await expect(
      extract([scanned, scanned], { ocr: auto, recognisers: fakeRecognisers(() => []) }),
    ).rejects.toMatchObject({
      sentence:
        'report.pdf: pages 1-2 hold no text (a scan?). OCR finds no words in its pictures; scan it again, upright and at 300 dots an inch.',
    });
  });

  it('is read where each page carries a stamp as text, which is not read twice', async () => {
    const stamped = (page: number): PdfPage => ({
      hasPicture: true,
      lines: [{ text: `Case 19, page ${page}`, x: 60, y: 820, size: 8, face: 'regular' }],
    });
    const texts = [
      ['Vienna adapts its long standing posture', 'of quiet continuity in science'],
      ['Brussels spends more on research than', 'most other members of the Union'],
      ['Stockholm banned two suppliers from its', 'networks in the same year'],
      ['Warsaw launched a programme with Beijing', 'that funds projects in chemistry'],
    ];
    const recognisers = fakeRecognisers((page) =>
      (texts[page - 1] ?? []).map((text, line) =>
        makePrintedLine(text, { baseline: 1500 + 100 * page + 60 * line }),
      ),
    );
    const { passages, document } = await extract([1, 2, 3, 4].map(stamped), { ocr: auto, recognisers });
    expect(document.report.ocr?.pages).toEqual([1, 2, 3, 4]);
    const text = passages.map((passage) => passage.text).join(' ');
    expect(text).toContain('Warsaw launched a programme with Beijing that funds');
    expect(text).not.toContain('Case');
  });

  it('stops when it is told to, and closes the recogniser', async () => {
    const stopping = new AbortController();
    const recognisers = readers();
    const reading = extract([written, scanned, scanned], {
      ocr: auto,
      recognisers,
      signal: stopping.signal,
      onScan: () => stopping.abort(new Error('Nobody waits.')),
    });
    await expect(reading).rejects.toThrow('Nobody waits.');
    expect(recognisers.pictures).toHaveLength(1);
    expect(recognisers.openCount()).toBe(0);
  });
});

describe('a page that is drawn', () => {
  it('has 300 dots an inch, dark where its letters are', async () => {
    const [picture] = await drawPages([
      { mediaBox: [0, 0, 144, 72], lines: setText('MMMM', { x: 36, y: 30, characters: 9, size: 20 }) },
    ]);
    expect(picture).toMatchObject({ page: 1, width: 600, height: 300, pixelsPerPoint: 300 / 72 });
    const shadeAt = (x: number, y: number) => picture?.shades[y * 600 + x];
    expect(shadeAt(10, 10)).toBe(255);
    expect(Math.min(...(picture?.shades.subarray(150 * 600, 151 * 600) ?? []))).toBe(0);
  });

  it('is drawn smaller where it is larger than any paper', async () => {
    const huge: PdfPage = { lines: [], hasPicture: true, mediaBox: [0, 0, 20_000, 20_000] };
    const [picture] = await drawPages([huge]);
    expect(picture?.width).toBe(4472);
    expect(picture?.height).toBe(4472);
  });
});

describe('a document that was read before', () => {
  const recognisers = fakeRecognisers(() => []);
  const unread = { unread: { pages: [2], remedy: '' } };
  const read = { ocr: { pages: [2], confidence: 0.9, languages: 'eng' } };

  it.each([
    ['has no scans', {}, auto, false],
    ['was not read and could be', unread, auto, true],
    ['was not read and shall not be', unread, { ...auto, when: 'off' }, false],
    ['was tried and could not be read', { unread: { ...unread.unread, isTried: true } }, auto, false],
    [
      'was tried and is asked for',
      { unread: { ...unread.unread, isTried: true } },
      { ...auto, when: 'on' },
      true,
    ],
    ['was read in the same languages', read, auto, false],
    ['was read in others', read, { ...auto, languages: 'eng+deu' }, true],
    ['was read and shall not be', read, { ...auto, when: 'off' }, true],
  ] as const)('and %s', (_, report, choice, expected) => {
    expect(isReadOtherwise(report, choice, recognisers)).toBe(expected);
  });

  it('stays as it is where OCR is not installed', () => {
    const none = fakeRecognisers(() => [], ['tesseract.js']);
    expect(isReadOtherwise(unread, auto, none)).toBe(false);
  });

  it('is not begun where OCR is asked for and missing', () => {
    const none = fakeRecognisers(() => [], ['@tesseract.js-data/deu']);
    expect(() => requireOcr({ when: 'on', languages: 'deu' }, none)).toThrow(
      'Scans cannot be read without @tesseract.js-data/deu.',
    );
    expect(() => requireOcr({ when: 'auto', languages: 'deu' }, none)).not.toThrow();
  });
});
