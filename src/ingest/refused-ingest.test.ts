/** An ingest of files that are refused: the others are taken in, or none where it is strict. */
import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { statuses, useIngestFolder } from '../testing/documents/ingest-folder.ts';
import { italy, makeReport, poland } from '../testing/documents/small-report.ts';
import { makePdf } from '../workshop/typeset/make-pdf.ts';

const folder = useIngestFolder();
const { run, put, bestPassage, listIndex } = folder;

describe('an ingest of which some files are refused', () => {
  it('takes in the others and names them, and a second one changes nothing', async () => {
    put('etnc.pdf', makeReport());
    const file = put('letter.pdf', Buffer.from('Dear reader,'));
    const problem = `${file}: not a PDF (its first bytes are not %PDF-). Give a PDF file.`;
    const refused = [{ file, code: 'unknown-kind', problem }];
    const report = await run();
    expect(report).toMatchObject({ changed: true, refused });
    expect(statuses(report)).toEqual({ etnc: 'new' });
    expect(await run()).toMatchObject({ changed: false, refused });
  });

  it('keeps the earlier version of a document whose file is refused now', async () => {
    put('etnc.pdf', makeReport());
    put('biopharma.pdf', makeReport([italy]));
    await run();
    put('biopharma.pdf', makeReport([italy]).subarray(0, 500));
    put('annex.pdf', Buffer.alloc(folder.maxFileBytes + 1));
    const report = await run();
    expect(report.refused.map(({ code }) => code)).toEqual(['too-large', 'damaged-pdf']);
    expect(report).toMatchObject({ changed: false, removed: [], gone: [] });
    expect(await bestPassage('revenue and employees of the Italian biopharma sector')).toBe(
      italy.paragraphs[0],
    );
  });

  it('refuses to take out what is not there, and the last document', async () => {
    put('etnc.pdf', makeReport());
    await run();
    await expect(run({ remove: ['annex'] })).rejects.toMatchObject({
      code: 'unknown-document',
      sentence: 'No document is called “annex”. There are: etnc.',
    });
    await expect(run({ remove: ['etnc'] })).rejects.toMatchObject({
      code: 'bad-input',
      sentence: 'etnc: no other document is there, and there is no index without one. Add another first.',
    });
  });
});

describe('what a strict ingest refuses leaves the index as it was', () => {
  const scan = makePdf({ pages: [{ lines: [], hasPicture: true }] });

  beforeEach(async () => {
    put('etnc.pdf', makeReport());
    await run();
  });

  async function expectRefusal(refused: Promise<unknown>, code: string, sentence: string): Promise<void> {
    const before = readFileSync(join(folder.indexDir, 'current'), 'utf8');
    await expect(refused).rejects.toMatchObject({ code, sentence });
    expect(readFileSync(join(folder.indexDir, 'current'), 'utf8')).toBe(before);
    expect(listIndex()).toEqual(['build', 'current']);
    expect(await bestPassage('the SHENG programme')).toBe(poland.paragraphs[0]);
  }

  it('one file, by its sentence', async () => {
    const path = put('letter.pdf', Buffer.from('Dear reader,'));
    await expectRefusal(
      run({ strict: true }),
      'unknown-kind',
      `${path}: not a PDF (its first bytes are not %PDF-). Give a PDF file.`,
    );
  });

  it('two files, both of them named', async () => {
    const letter = put('letter.pdf', Buffer.from('Dear reader,'));
    const picture = put('picture.pdf', scan);
    put('revised.pdf', makeReport([italy]));
    await expectRefusal(
      run({ strict: true }),
      'unknown-kind',
      [
        '2 files are refused, so the index stays as it was:',
        `  ${letter}: not a PDF (its first bytes are not %PDF-). Give a PDF file.`,
        `  ${picture}: page 1 holds no text (a scan?). Ingest it with --ocr, or run it through OCR first (for example with ocrmypdf).`,
      ].join('\n'),
    );
  });

  it('files that cannot be read or are too large, all named before any is read', async () => {
    const large = put('annex.pdf', Buffer.alloc(folder.maxFileBytes + 1));
    const missing = join(folder.root, 'nowhere.pdf');
    await expectRefusal(
      run({ files: [missing, large, folder.root] }),
      'cannot-read',
      [
        '3 files are refused, so the index stays as it was:',
        `  ${missing}: no such file. Check the path.`,
        `  ${large}: 100,001 bytes, more than the limit of 100,000. Raise VERSE_MAX_FILE_BYTES if you mean it.`,
        `  ${folder.root}: a folder, not a file. Check the path.`,
      ].join('\n'),
    );
  });

  it('a folder without a PDF', async () => {
    rmSync(join(folder.corpusDir, 'etnc.pdf'));
    mkdirSync(join(folder.corpusDir, 'old.pdf'));
    await expectRefusal(
      run(),
      'no-documents',
      `${folder.corpusDir}: no PDF in this folder. Put one there, or name a file: verse ingest report.pdf.`,
    );
  });

  it('a folder that is not there', async () => {
    await expectRefusal(
      run({ corpusDir: join(folder.root, 'nowhere') }),
      'cannot-read',
      `${join(folder.root, 'nowhere')}: the folder cannot be read. Name a folder that exists.`,
    );
  });

  it('a mistake in the program is rethrown unchanged, and the lock is released', async () => {
    put('revised.pdf', makeReport([italy]));
    const mistake = new TypeError('undefined is not an encoder');
    await expect(run({ openEncoder: () => Promise.reject(mistake) })).rejects.toBe(mistake);
    expect(listIndex()).toEqual(['build', 'current']);
  });
});
