/** Has files extracted by a process of its own, and what to do where a scan is too much for it. */
import { VerseError } from '../core/errors.ts';
import type { OcrChoice } from '../core/recogniser.ts';
import type { IngestedDocument } from '../core/types.ts';
import type { Step } from '../quarantine/messages.ts';
import type { Quarantine } from '../quarantine/open-quarantine.ts';
import type { ExtractOptions, ExtractSource } from './extract.ts';

/** A file to extract, with the SHA-256 that its bytes must have. */
export type FileSource = Omit<ExtractSource, 'bytes'>;

/** What the process is given. */
export interface ExtractJob {
  source: FileSource;
  ocr: OcrChoice | undefined;
}

/** Where files are extracted. */
export interface Extraction {
  extract(
    source: FileSource,
    options?: Pick<ExtractOptions, 'onPage' | 'onScan' | 'signal'>,
  ): Promise<IngestedDocument>;
  /** As of a quarantine. */
  peakBytes(): number;
  close(): void;
}

/**
 * Extracts by a process. A document of which a scan takes too much, or crashes the process, is read again without its
 * scans, unless OCR is asked for.
 */
export function extractApart(
  run: Quarantine<ExtractJob, IngestedDocument>['run'],
  ocr: OcrChoice | undefined,
): Extraction['extract'] {
  return async (source, { onPage, onScan, signal } = {}) => {
    let isScanning = false;
    const onStep = ({ page, total, scansBefore }: Step) => {
      isScanning ||= scansBefore !== undefined;
      if (page === undefined || total === undefined) return;
      if (scansBefore === undefined) onPage?.(page, total);
      else onScan?.(page, scansBefore, total);
    };
    const options = { name: source.name, onStep, signal };
    try {
      return await run({ source, ocr }, options);
    } catch (error) {
      if (!isScanning || ocr?.when === 'on' || !(error instanceof VerseError)) throw error;
      return withoutScans(error, () => run({ source, ocr: undefined }, options));
    }
  };
}

/** The document as it is read without its scans, with the refusal of these; the refusal where nothing else is there. */
async function withoutScans(
  refusal: VerseError,
  read: () => Promise<IngestedDocument>,
): Promise<IngestedDocument> {
  const { document, ...rest } = await read().catch((error: unknown) => {
    throw error instanceof VerseError && error.code === 'no-text-layer' ? refusal : error;
  });
  const { unread } = document.report;
  if (unread === undefined) throw refusal;
  const report = {
    ...document.report,
    unread: { ...unread, remedy: refusal.sentence, isTried: true as const },
  };
  return { ...rest, document: { ...document, report } };
}
