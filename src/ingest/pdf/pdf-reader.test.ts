import { describe, expect, it } from 'vitest';
import { VerseError } from '../../core/errors.ts';
import { makePdf, type PdfLine, type PdfPage, setText } from '../../workshop/typeset/make-pdf.ts';
import { extractDocument } from '../extract.ts';
import { pdfReader } from './pdf-reader.ts';

const written: PdfPage = {
  lines: setText(
    'Historically, science and research cooperation between the two countries has enjoyed a comparatively high priority.',
    { x: 60, y: 700, characters: 80 },
  ),
};
const scanned: PdfPage = { lines: [], hasPicture: true };
const blank: PdfPage = { lines: [] };
const name = 'corpus/report.pdf';

function extract(bytes: Uint8Array) {
  return extractDocument({
    id: 'report',
    file: '/corpus/report.pdf',
    sha256: '',
    bytes,
    name,
    ingestedAt: '',
  });
}

/** What a user reads when a file is refused, with its code. */
async function refusal(bytes: Uint8Array): Promise<string> {
  const error: unknown = await extract(bytes).catch((cause: unknown) => cause);
  if (!(error instanceof VerseError)) throw new Error(`expected a refusal, got ${String(error)}`);
  return `${error.code}: ${error.sentence}`;
}

describe('refusals', () => {
  it('says that an empty file is empty', async () => {
    expect(await refusal(new Uint8Array())).toBe(
      'unknown-kind: corpus/report.pdf: the file is empty. Copy or download it again.',
    );
  });

  it('says that a web page saved as .pdf is no PDF', async () => {
    expect(await refusal(Buffer.from('<!doctype html><title>Not found</title>'))).toBe(
      'unknown-kind: corpus/report.pdf: not a PDF (its first bytes are not %PDF-). Give a PDF file.',
    );
  });

  it('says that a file breaks off, and after how many bytes', async () => {
    expect(await refusal(makePdf({ pages: [written] }).subarray(0, 700))).toBe(
      "damaged-pdf: corpus/report.pdf: the file breaks off before the PDF's end mark (700 bytes). Copy or download it again.",
    );
  });

  it('says that a file with both ends but nothing between is damaged', async () => {
    expect(await refusal(Buffer.from(`%PDF-1.7\n${'0'.repeat(500)}\n%%EOF\n`))).toBe(
      'damaged-pdf: corpus/report.pdf: the PDF is damaged (Invalid PDF structure). Copy or download it again.',
    );
  });

  it('says that an encrypted file needs its password taken off', async () => {
    expect(await refusal(makePdf({ pages: [written], isEncrypted: true }))).toBe(
      'encrypted-pdf: corpus/report.pdf: the PDF is encrypted and needs a password. Save a copy without the password (for example with qpdf --decrypt).',
    );
  });

  it('names the pages of a scan', async () => {
    expect(await refusal(makePdf({ pages: [scanned, scanned, scanned, blank, scanned] }))).toBe(
      'no-text-layer: corpus/report.pdf: pages 1-5 hold no text (a scan?). Ingest it with --ocr, or run it through OCR first (for example with ocrmypdf).',
    );
  });

  it('speaks of one page in the singular', async () => {
    expect(await refusal(makePdf({ pages: [blank] }))).toBe(
      'no-text-layer: corpus/report.pdf: page 1 holds no text. Run it through OCR first (for example with ocrmypdf).',
    );
  });

  it('calls a few words what they are, and no scan without a picture', async () => {
    const words = { lines: setText('Annex', { x: 60, y: 700, characters: 80 }) };
    expect(await refusal(makePdf({ pages: [words] }))).toBe(
      'no-text-layer: corpus/report.pdf: page 1 holds hardly any text. Give one that has sentences to quote.',
    );
    expect(await refusal(makePdf({ pages: [words, scanned] }))).toBe(
      'no-text-layer: corpus/report.pdf: pages 1-2 hold hardly any text (a scan?). Ingest it with --ocr, or run it through OCR first (for example with ocrmypdf).',
    );
  });

  it('takes a file with pictures and blank pages, however few have text, and reports the pages without text', async () => {
    const { document } = await extract(makePdf({ pages: [written, scanned, scanned, blank] }));
    expect(document.report.sparsePages).toEqual([2, 3, 4]);
  });

  it('takes a file whose first 300 pages are scans', async () => {
    const scans = Array.from({ length: 300 }, () => scanned);
    const { document } = await extract(makePdf({ pages: [...scans, written] }));
    expect(document.report.sparsePages).toHaveLength(300);
  });

  it('refuses a file of more than 20,000 pages before it reads one', async () => {
    const pages: number[] = [];
    const bytes = makePdf({ pages: Array.from({ length: 20_001 }, () => blank) });
    const reading = pdfReader.read(bytes, 'corpus/report.pdf', { onPage: (page) => pages.push(page) });
    await expect(reading).rejects.toMatchObject({
      code: 'over-limit',
      sentence:
        'corpus/report.pdf: it has 20,001 pages, and 20,000 are the most that are read. Split it into several files.',
    });
    expect(pages).toEqual([]);
  });

  it('leaves the bytes it was given as they were', async () => {
    const bytes = makePdf({ pages: [written] });
    const before = Buffer.from(bytes);
    await extract(bytes);
    expect(Buffer.from(bytes).equals(before)).toBe(true);
  });
});

describe('readPdf, stopped', () => {
  const two = makePdf({ pages: [written, written] });

  it('lets an error of its caller pass as it is: it says nothing of the file', async () => {
    const mistake = new TypeError('Cannot draw the progress bar.');
    const onPage = () => {
      throw mistake;
    };
    await expect(pdfReader.read(two, name, { onPage })).rejects.toBe(mistake);
  });

  it('reads no further page once it is aborted, and throws the reason', async () => {
    const seen: number[] = [];
    const stopping = new AbortController();
    const reason = new Error('Nobody waits for it.');
    const onPage = (done: number) => {
      seen.push(done);
      stopping.abort(reason);
    };
    await expect(pdfReader.read(two, name, { onPage, signal: stopping.signal })).rejects.toBe(reason);
    expect(seen).toEqual([1]);
  });

  it('can be aborted by what the event loop brings between two pages', async () => {
    const seen: number[] = [];
    const stopping = new AbortController();
    const onPage = (done: number) => {
      seen.push(done);
      setImmediate(() => stopping.abort());
    };
    const reading = pdfReader.read(two, name, { onPage, signal: stopping.signal });
    await expect(reading).rejects.toMatchObject({ name: 'AbortError' });
    expect(seen).toEqual([1]);
  });
});

describe('readPdf', () => {
  it('gives runs with their place, size and face', async () => {
    const { pages } = await pdfReader.read(
      makePdf({ pages: [{ lines: [{ text: 'Endnotes', x: 72, y: 500, size: 14, face: 'bold' }] }] }),
      name,
    );
    expect(pages).toHaveLength(1);
    expect(pages[0]).toMatchObject({ number: 1, label: '1', width: 595, height: 842, hasImages: false });
    expect(pages[0]?.runs).toMatchObject([
      { text: 'Endnotes', x: 72, y: 500, size: 14, font: 'Helvetica-Bold', bold: true, italic: false },
    ]);
  });

  it('keeps text that runs up or down the page apart', async () => {
    const label: PdfLine = { text: 'Share in %', x: 40, y: 300, size: 8, face: 'regular', isTurned: true };
    const drawing = 'BT /F1 10 Tf 0 -1 1 0 560 700 Tm (Chapter 2) Tj ET';
    const lines = [...written.lines, label];
    const { pages } = await pdfReader.read(makePdf({ pages: [{ lines, drawing }] }), name);
    expect(pages[0]?.runs.map((run) => run.text)).toEqual(written.lines.map((line) => line.text));
    const [up, down] = [...(pages[0]?.sideways ?? [])].sort((a, b) => a.x - b.x);
    expect(up).toMatchObject({ text: 'Share in %', direction: 'rising', y: 300, font: 'Helvetica' });
    expect(down).toMatchObject({ text: 'Chapter 2', direction: 'falling', size: 10 });
    // Letters stand left of the baseline of a text that rises, and right of one that falls.
    expect((up?.x ?? 0) + (up?.width ?? 0)).toBeCloseTo(42, 6);
    expect(down?.x).toBeCloseTo(557.5, 6);
    expect((down?.y ?? 0) + (down?.height ?? 0)).toBeCloseTo(700, 6);
  });

  it('reads heads of columns that run up the page', async () => {
    const rows = ['Maine', 'Ohio', 'Texas'].flatMap((label, row): PdfLine[] =>
      [label, `${row + 1},667`, `${row + 1},384`].map((text, column) => ({
        text,
        x: 72 + column * 100,
        y: 600 - row * 14,
        size: 10,
        face: 'regular',
      })),
    );
    const heads = ['Staff in 2021', 'Staff in 2022'].map(
      (text, at): PdfLine => ({ text, x: 190 + at * 100, y: 615, size: 10, face: 'regular', isTurned: true }),
    );
    const { passages } = await extract(makePdf({ pages: [{ lines: [...rows, ...heads] }] }));
    const ohio = passages.flatMap(({ sentences }) => sentences).find(({ text }) => text.startsWith('Ohio'));
    expect(ohio?.row?.cells.map(({ heads, text }) => [...heads, text].join(' '))).toEqual([
      'Ohio',
      'Staff in 2021 2,667',
      'Staff in 2022 2,384',
    ]);
  });

  it('reads a page turned where most of its text runs up, and marks sentences on it as it is shown', async () => {
    const rows = ['Region', 'Maine', 'Ohio', 'Texas'].flatMap((label, row): PdfLine[] =>
      [label, row === 0 ? '2018' : `${row},667`, row === 0 ? '2017' : `${row},384`].map((text, column) => ({
        text,
        x: 100 + row * 14,
        y: 72 + column * 150,
        size: 10,
        face: 'regular',
        isTurned: true,
      })),
    );
    const bytes = makePdf({
      pages: [{ lines: [...rows, { text: '12', x: 300, y: 30, size: 8, face: 'regular' }] }],
    });
    const { pages } = await pdfReader.read(bytes, name);
    expect(pages[0]).toMatchObject({ width: 842, height: 595, turned: 90 });
    expect(pages[0]?.runs[0]).toMatchObject({ text: 'Region', x: 72, y: 495 });
    const { passages } = await extract(bytes);
    const maine = passages.flatMap(({ sentences }) => sentences).find(({ text }) => text.startsWith('Maine'));
    expect(maine?.row?.cells.map(({ heads, text }) => [...heads, text].join(' '))).toEqual([
      'Region Maine',
      '2018 1,667',
      '2017 1,384',
    ]);
    // It begins 72 points above the lower edge, and its letters stand left of their baseline at 114.
    const [box] = maine?.boxes ?? [];
    expect((box?.y ?? 0) + (box?.height ?? 0)).toBeCloseTo((842 - 72) / 842, 3);
    expect(box?.x).toBeLessThan(114 / 595);
    expect((box?.x ?? 0) + (box?.width ?? 0)).toBeGreaterThan(114 / 595);
  });

  it('leaves out a watermark that is set aslant', async () => {
    const drawing = 'BT /F2 80 Tf 0.8 0.6 -0.6 0.8 120 200 Tm (DRAFT) Tj ET';
    const { pages } = await pdfReader.read(makePdf({ pages: [{ lines: written.lines, drawing }] }), name);
    expect(pages[0]?.runs.map((run) => run.text)).toEqual(written.lines.map((line) => line.text));
  });

  it('gives the outline with page numbers and the title, and counts the pages as it reads', async () => {
    const seen: string[] = [];
    const pdf = await pdfReader.read(
      makePdf({
        pages: [written, written],
        title: 'Fragmented Europe',
        outline: [
          { title: 'Austria: Technological engagement', page: 1 },
          { title: 'Belgium: Technology relations', page: 2 },
        ],
      }),
      name,
      { onPage: (done, total) => seen.push(`${done}/${total}`) },
    );
    expect(pdf.title).toBe('Fragmented Europe');
    expect(pdf.outline.map((entry) => [entry.title, entry.page])).toEqual([
      ['Austria: Technological engagement', 1],
      ['Belgium: Technology relations', 2],
    ]);
    expect(seen).toEqual(['1/2', '2/2']);
  });
});
