/** Every reader runs the contract; a document of another kind goes through the whole pipeline. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { summarizer } from '../assistant/summarizer.ts';
import { createDiskHome } from '../store/disk/disk-home.ts';
import { openIndex } from '../store/disk/open-index.ts';
import { describeDocumentReader } from '../testing/documents/document-reader-contract.ts';
import { fakeReader, makePagesFile } from '../testing/documents/fake-document-reader.ts';
import { italy, makeReport, poland, reportSource, sweden } from '../testing/documents/small-report.ts';
import { createFakeEncoder } from '../testing/networks/fake-encoder.ts';
import { makePdf } from '../workshop/typeset/make-pdf.ts';
import { chooseReader, shippedReaders, toDocumentId } from './choose-reader.ts';
import { extractDocument } from './extract.ts';
import { ingest } from './ingest.ts';
import { pdfReader } from './pdf/pdf-reader.ts';

describeDocumentReader({ reader: pdfReader, make: makePdf });
describeDocumentReader({ reader: fakeReader, make: makePagesFile });

const readers = [...shippedReaders, fakeReader];

describe('the reader of a file', () => {
  it('is chosen by its bytes', () => {
    expect(chooseReader(makeReport(), 'a.pages', readers)).toBe(pdfReader);
    expect(chooseReader(makePagesFile({ pages: [] }), 'a.pdf', readers)).toBe(fakeReader);
  });

  it.each([
    ['', 'corpus/a.pdf: the file is empty. Copy or download it again.'],
    [
      'Austria',
      'corpus/a.pdf: not a PDF or a file of pages (its first bytes are not %PDF- or %PAGES). Give a PDF or a file of pages file.',
    ],
  ])('is refused for %j', (content, sentence) => {
    expect(() => chooseReader(Buffer.from(content), 'corpus/a.pdf', readers)).toThrow(
      expect.objectContaining({ code: 'unknown-kind', sentence }),
    );
  });

  it('gives the ending that a document goes without', () => {
    expect(['a.pdf', 'a.PAGES', 'a.txt', '.pdf'].map((name) => toDocumentId(name, readers))).toEqual([
      'a',
      'a',
      'a.txt',
      '.pdf',
    ]);
  });
});

describe('two kinds of documents', () => {
  it('with the same pages give the same passages', async () => {
    const pages = reportSource([sweden, poland]);
    const [left, right] = await Promise.all(
      [makePdf(pages), makePagesFile(pages)].map((bytes) =>
        extractDocument(
          { id: 'etnc', file: '/corpus/etnc', sha256: '', bytes, name: 'etnc', ingestedAt: '' },
          { readers },
        ),
      ),
    );
    const textsOf = (one: typeof left) =>
      one?.passages.map(({ chapter, section, sentences }) => [
        chapter,
        section,
        sentences.map(({ text }) => text),
      ]);
    expect(left?.passages).toHaveLength(3);
    expect(textsOf(right)).toEqual(textsOf(left));
    expect(right?.notes.map(({ text }) => text)).toEqual(left?.notes.map(({ text }) => text));
  });
});

describe('an ingest', () => {
  let root = '';
  beforeEach(() => {
    root = mkdtempSync(join(tmpdir(), 'verse-kinds-'));
    mkdirSync(join(root, 'corpus'));
  });
  afterEach(() => rmSync(root, { recursive: true }));
  const put = (name: string, bytes: Uint8Array | string) => {
    writeFileSync(join(root, 'corpus', name), bytes);
    return join(root, 'corpus', name);
  };
  const encoder = createFakeEncoder();
  const run = (files: readonly string[] = [], known?: typeof readers) =>
    ingest({
      files,
      corpusDir: join(root, 'corpus'),
      home: createDiskHome(join(root, 'index')),
      maxFileBytes: 100_000,
      encoderId: encoder.id,
      openEncoder: async () => encoder,
      summarizer,
      ...(known && { readers: known }),
    });

  it('takes in every kind that a reader knows, whatever its name, and passes the others over', async () => {
    put('etnc.pdf', makeReport([sweden]));
    put('annex', makePagesFile(reportSource([italy])));
    put('more.pages', makePagesFile(reportSource([poland])));
    put('notes.txt', 'to read before Monday');
    const { documents } = await run([], readers);
    expect(documents.map(({ id, status }) => [id, status])).toEqual([
      ['annex', 'new'],
      ['etnc', 'new'],
      ['more', 'new'],
    ]);
    const store = await openIndex(join(root, 'index'), { encoderId: encoder.id });
    const { byKeyword } = await store.findCandidates({ text: 'biopharma', count: 1 });
    expect(byKeyword.map(({ id }) => id.split('/')[0])).toEqual(['annex']);
    await store.close();
    expect((await run([], readers)).changed).toBe(false);
  });

  it('refuses a file that is named and that no reader knows, and one that only calls itself a document', async () => {
    const notes = put('notes.txt', 'to read before Monday');
    await expect(run([notes])).rejects.toMatchObject({
      code: 'unknown-kind',
      sentence: `${notes}: not a PDF (its first bytes are not %PDF-). Give a PDF file.`,
    });
    const page = put('saved.pdf', '<!doctype html>');
    await expect(run()).rejects.toMatchObject({
      sentence: `${page}: not a PDF (its first bytes are not %PDF-). Give a PDF file.`,
    });
  });
});
