/** Extracts files: in a process of its own, since a PDF is a stranger. */
import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import type { DocumentReader } from '../core/document-reader.ts';
import { VerseError } from '../core/errors.ts';
import type { OcrChoice } from '../core/recogniser.ts';
import type { IngestedDocument } from '../core/types.ts';
import { type Limits, usualLimits } from '../quarantine/limits.ts';
import { canQuarantine, openQuarantine } from '../quarantine/open-quarantine.ts';
import { type ExtractOptions, extractDocument } from './extract.ts';
import { type Extraction, type ExtractJob, extractApart, type FileSource } from './extract-apart.ts';

/**
 * Reads and extracts a file in this process.
 * @throws VerseError as `extractDocument`; `cannot-read` where the file is gone or has changed meanwhile.
 */
export async function extractFile(
  source: FileSource,
  options: ExtractOptions = {},
): Promise<IngestedDocument> {
  const bytes = await readFile(source.file).catch(() => undefined);
  if (bytes !== undefined && createHash('sha256').update(bytes).digest('hex') === source.sha256)
    return extractDocument({ ...source, bytes }, options);
  const problem = bytes === undefined ? 'is gone' : 'changed while it was read';
  throw new VerseError('cannot-read', `${source.name}: the file ${problem}.`, 'Run `verse ingest` again.');
}

const entry = new URL('./extract-process.js', import.meta.url);

/**
 * Opens a process that extracts files one at a time; when running from the sources, or with readers of the caller's own,
 * files are extracted in this process.
 */
export function openExtraction(
  limits: Limits = usualLimits,
  readers?: readonly DocumentReader[],
  ocr?: OcrChoice,
): Extraction {
  if (readers !== undefined || !canQuarantine(entry)) {
    return {
      extract: (source, options) => extractFile(source, { ...options, readers, ocr }),
      peakBytes: () => 0,
      close: () => {},
    };
  }
  const { run, ...rest } = openQuarantine<ExtractJob, IngestedDocument>(entry, limits);
  return { extract: extractApart(run, ocr), ...rest };
}
