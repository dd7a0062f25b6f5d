/** How much work a foreign file may cause, and the sentences for one that causes more. */
import { VerseError } from '../core/errors.ts';

export interface Limits {
  /** Milliseconds for a step: a page, the outline. */
  stepMs: number;
  /** Milliseconds for a file. */
  fileMs: number;
  /** Bytes of memory of the process that reads. */
  memoryBytes: number;
}

/** As the settings have them. The report takes 20 ms a page and 230 MB; a busy machine is twenty times as slow. */
export const usualLimits: Limits = { stepMs: 30_000, fileMs: 600_000, memoryBytes: 800 * 1024 * 1024 };

/** What a process was stopped for, or what it ended by. */
export type End =
  | { by: 'step' | 'file' | 'memory' | 'killed' }
  /** What it printed last, or how it ended. */
  | { by: 'itself'; printed: string };

/** What a process says that ends itself for the memory it takes. */
export const lastWordsOfMemory = 'It takes too much memory.';

const remedy = 'Save a copy with another program (for example with qpdf or Ghostscript)';

/** The last error in what a process printed, or else its first line, without control characters. */
function lastError(printed: string): string {
  const lines = printed.trim().split('\n');
  const error = lines.findLast((line) => /^(?:[A-Za-z]*(?:Error|Exception)|FATAL ERROR)\b/.test(line));
  return (error ?? lines[0] ?? '')
    .replace(/\p{C}/gu, ' ')
    .slice(0, 200)
    .replace(/[.\s]+$/, '');
}

/**
 * Why a file is refused whose process ended.
 * @param name what the sentence calls the file.
 * @param doing the step it was at: "page 12", "its outline".
 */
export function refuseEnded(end: End, name: string, doing: string, limits: Limits): VerseError {
  const seconds = (ms: number) => `${(ms / 1000).toLocaleString('en')} seconds`;
  const megabytes = `${Math.round(limits.memoryBytes / 1024 / 1024).toLocaleString('en')} MB`;
  const moreTime = `${remedy}, or raise VERSE_PAGE_TIMEOUT_MS if you trust it.`;
  const moreMemory = `${remedy}, or raise VERSE_READ_MEMORY_MB if you trust it.`;
  const printed = end.by === 'itself' ? end.printed : '';
  if (end.by === 'step')
    return new VerseError(
      'over-limit',
      `${name}: ${doing} took more than ${seconds(limits.stepMs)}, so its reading was stopped.`,
      moreTime,
    );
  if (end.by === 'file')
    return new VerseError(
      'over-limit',
      `${name}: it was at ${doing} after ${seconds(limits.fileMs)}, so its reading was stopped.`,
      moreTime,
    );
  if (end.by === 'memory' || /heap out of memory|allocation failed/i.test(printed))
    return new VerseError(
      'over-limit',
      `${name}: ${doing} takes more memory than the limit of ${megabytes}, so its reading was stopped.`,
      moreMemory,
    );
  if (end.by === 'killed')
    return new VerseError(
      'over-limit',
      `${name}: the system ended its reading at ${doing}, as it does where memory runs out.`,
      `${remedy}, or read it where more memory is free.`,
    );
  return new VerseError(
    'damaged-pdf',
    `${name}: ${doing} made the program that reads it fail (${lastError(printed)}).`,
    `${remedy}, or download it again.`,
  );
}
