/** Extracts files: in a process of its own, since a PDF is a stranger. */
import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import type { DocumentReader, ReadOptions } from '../core/document-reader.ts';
import { VerseError } from '../core/errors.ts';
import type { IngestedDocument } from '../core/types.ts';
import { type Limits, usualLimits } from '../quarantine/limits.ts';
import { canQuarantine, openQuarantine } from '../quarantine/open-quarantine.ts';
import { type ExtractSource, extractDocument } from './extract.ts';

/** A file to extract, with the SHA-256 that its bytes must have. */
export type FileSource = Omit<ExtractSource, 'bytes'>;

/**
 * Reads and extracts a file in this process.
 * @throws VerseError as `extractDocument`; `cannot-read` where the file is gone or has changed meanwhile.
 */
export async function extractFile(
  source: FileSource,
  options: ReadOptions & { readers?: readonly DocumentReader[] | undefined } = {},
): Promise<IngestedDocument> {
  const bytes = await readFile(source.file).catch(() => undefined);
  if (bytes !== undefined && createHash('sha256').update(bytes).digest('hex') === source.sha256)
    return extractDocument({ ...source, bytes }, options);
  const problem = bytes === undefined ? 'is gone' : 'changed while it was read';
  throw new VerseError('cannot-read', `${source.name}: the file ${problem}.`, 'Run `verse ingest` again.');
}

/** Where files are extracted. */
export interface Extraction {
  extract(source: FileSource, options?: Pick<ReadOptions, 'onPage' | 'signal'>): Promise<IngestedDocument>;
  /** As of a quarantine. */
  peakBytes(): number;
  close(): void;
}

const entry = new URL('./extract-process.js', import.meta.url);

/**
 * Opens a process that extracts files one at a time; when running from the sources, or with readers of the caller's own,
 * files are extracted in this process.
 */
export function openExtraction(
  limits: Limits = usualLimits,
  readers?: readonly DocumentReader[],
): Extraction {
  if (readers !== undefined || !canQuarantine(entry)) {
    return {
      extract: (source, options) => extractFile(source, { ...options, readers }),
      peakBytes: () => 0,
      close: () => {},
    };
  }
  const { run, ...rest } = openQuarantine<FileSource, IngestedDocument>(entry, limits);
  return {
    extract: (source, { onPage, signal } = {}) =>
      run(source, {
        name: source.name,
        onStep: ({ page, total }) => {
          if (page !== undefined && total !== undefined) onPage?.(page, total);
        },
        signal,
      }),
    ...rest,
  };
}
