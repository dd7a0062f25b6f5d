import { describe, expect, it } from 'vitest';
import { VerseError } from '../core/errors.ts';
import type { OcrChoice } from '../core/recogniser.ts';
import type { IngestedDocument } from '../core/types.ts';
import type { Step } from '../quarantine/messages.ts';
import { makePdf, type PdfPage, setText } from '../workshop/typeset/make-pdf.ts';
import { extractDocument } from './extract.ts';
import { type ExtractJob, extractApart } from './extract-apart.ts';

const source = { id: 'mixed', file: '/corpus/mixed.pdf', sha256: '', name: 'mixed.pdf', ingestedAt: '' };
const written: PdfPage = {
  lines: setText('Vienna has long sought balance.', { x: 60, y: 700, characters: 80 }),
};
const scanned: PdfPage = { lines: [], hasPicture: true };
const tooSlow = new VerseError(
  'over-limit',
  'mixed.pdf: page 2 by OCR took more than 120 seconds.',
  'Split it.',
);
const auto: OcrChoice = { when: 'auto', languages: 'eng' };

/** A process that comes to the first scan, and no further. */
function failAtScan(
  pages: readonly PdfPage[],
  step: Step = { doing: '', page: 2, total: 1, scansBefore: 0 },
) {
  const jobs: ExtractJob[] = [];
  const run = async (
    job: ExtractJob,
    { onStep }: { onStep?: (step: Step) => void },
  ): Promise<IngestedDocument> => {
    jobs.push(job);
    if (job.ocr === undefined) return extractDocument({ ...source, bytes: makePdf({ pages }) });
    onStep?.(step);
    throw tooSlow;
  };
  return { jobs, run };
}

describe('a document of which a scan takes too much', () => {
  it('is read without its scans, and says why they are not', async () => {
    const { run, jobs } = failAtScan([written, scanned]);
    const { document, passages } = await extractApart(run, auto)(source);
    expect(jobs.map(({ ocr }) => ocr)).toEqual([auto, undefined]);
    expect(passages.map(({ text }) => text)).toEqual(['Vienna has long sought balance.']);
    expect(document.report.unread).toEqual({ pages: [2], remedy: tooSlow.sentence, isTried: true });
  });

  it('is refused for it where no page has text, and where OCR is asked for', async () => {
    await expect(extractApart(failAtScan([scanned]).run, auto)(source)).rejects.toBe(tooSlow);
    const { run, jobs } = failAtScan([written, scanned]);
    await expect(extractApart(run, { ...auto, when: 'on' })(source)).rejects.toBe(tooSlow);
    expect(jobs).toHaveLength(1);
  });

  it('is refused where it is a page with text that does', async () => {
    const { run } = failAtScan([written, scanned], { doing: 'page 1', page: 1, total: 2 });
    await expect(extractApart(run, auto)(source)).rejects.toBe(tooSlow);
  });

  it('has told its scans apart from its pages', async () => {
    const told: unknown[] = [];
    const options = {
      onPage: (...page: unknown[]) => told.push(page),
      onScan: (...page: unknown[]) => told.push(page),
    };
    await extractApart(failAtScan([written, scanned]).run, auto)(source, options);
    expect(told).toEqual([[2, 0, 1]]);
  });
});
