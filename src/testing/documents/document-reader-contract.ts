/** The contract of every document reader, tested with files that the reader's test makes of the same pages. */
import { describe, expect, it } from 'vitest';
import { type DocumentReader, headBytes, type ReadOptions } from '../../core/document-reader.ts';
import { VerseError } from '../../core/errors.ts';
import { type PdfLine, type PdfSource, setText } from '../../workshop/typeset/make-pdf.ts';

export interface ReaderUnderTest {
  reader: DocumentReader;
  /** A file of the reader's kind with these pages. */
  make: (source: PdfSource) => Uint8Array;
}

const title: PdfLine = { text: 'Austria and Belgium', x: 60, y: 760, size: 18, face: 'bold' };
const lower = setText('Vienna has long sought balance.', { x: 72, y: 90, characters: 60 });
const source: PdfSource = {
  title: 'Two countries',
  pages: [
    { lines: [title, ...lower] },
    { lines: setText('Belgium spends 3.36%.', { x: 60, y: 700, characters: 60 }) },
  ],
  outline: [
    { title: 'Austria', page: 1 },
    { title: 'Belgium', page: 2 },
  ],
};
const name = 'corpus/report';

export function describeDocumentReader({ reader, make }: ReaderUnderTest): void {
  const file = make(source);
  const read = (options?: ReadOptions) => reader.read(file, name, options);

  describe(`the reader of ${reader.title}`, () => {
    it('knows its own files by their first bytes, and no others', () => {
      expect(reader.recognises(file.subarray(0, headBytes))).toBe(true);
      for (const other of ['', 'Austria and Belgium', '<!doctype html>', `${' '.repeat(2000)}${reader.mark}`])
        expect(reader.recognises(Buffer.from(other).subarray(0, headBytes))).toBe(false);
    });

    it('gives all pages, counted from 1, with their size in points and their label', async () => {
      const { pages } = await read();
      expect(pages.map(({ number, label }) => [number, label])).toEqual([
        [1, '1'],
        [2, '2'],
      ]);
      for (const { width, height } of pages) expect([width, height]).toEqual([595, 842]);
    });

    it('places each run by its baseline, from the bottom left', async () => {
      const { pages } = await read();
      const runs = pages.flatMap((page) => page.runs);
      expect(runs.map(({ text }) => text)).toEqual([
        'Austria and Belgium',
        'Vienna has long sought balance.',
        'Belgium spends 3.36%.',
      ]);
      const [first, second] = runs;
      expect(first).toMatchObject({ x: 60, y: 760, size: 18, bold: true, italic: false });
      expect(second).toMatchObject({ x: 72, y: 90, size: lower[0]?.size, bold: false });
    });

    it('says where each character of a run begins, and where the last one ends', async () => {
      for (const { text, x, width, edges } of (await read()).pages.flatMap((page) => page.runs)) {
        expect(edges).toHaveLength(text.length + 1);
        expect(edges[0]).toBeCloseTo(x, 3);
        expect(edges.at(-1)).toBeCloseTo(x + width, 1);
        expect(edges.every((edge, at) => at === 0 || edge >= (edges[at - 1] ?? 0))).toBe(true);
      }
    });

    it('gives the title and the outline of the file, or none', async () => {
      const { title: found, outline } = await read();
      expect(found).toBe('Two countries');
      expect(outline.map((entry) => [entry.title, entry.page, entry.children])).toEqual([
        ['Austria', 1, []],
        ['Belgium', 2, []],
      ]);
      const bare = await reader.read(make({ pages: source.pages }), name);
      expect([bare.title, bare.outline]).toEqual([null, []]);
    });

    it('tells of each page as it is read, and leaves the bytes as they are', async () => {
      const before = Buffer.from(file);
      const told: [number, number][] = [];
      await read({ onPage: (done, total) => told.push([done, total]) });
      expect(told).toEqual([
        [1, 2],
        [2, 2],
      ]);
      expect(Buffer.from(file).equals(before)).toBe(true);
    });

    it('reads no further page once it is stopped, and throws the reason', async () => {
      const stopping = new AbortController();
      const told: number[] = [];
      const reading = read({
        signal: stopping.signal,
        onPage: (done) => {
          told.push(done);
          stopping.abort(new Error('Nobody waits.'));
        },
      });
      await expect(reading).rejects.toThrow('Nobody waits.');
      expect(told).toEqual([1]);
    });

    it('refuses a file that breaks off, by its name', async () => {
      const refusal: unknown = await reader
        .read(file.subarray(0, Math.floor(file.length / 2)), name)
        .catch((error: unknown) => error);
      expect(refusal).toBeInstanceOf(VerseError);
      expect(String(refusal)).toContain(`${name}: `);
    });
  });
}
