/** Errors of an index on disk, each with the command that repairs it. */
import { isAbsolute, relative } from 'node:path';
import { type ErrorCode, VerseError } from '../../core/errors.ts';
import { systemCode } from '../system-code.ts';

const rebuild = 'Run `verse ingest` to build it again.';

/** A path as the user would type it: relative if below the working folder, else absolute. */
export function displayPath(path: string): string {
  const near = relative(process.cwd(), path);
  return near === '' || near.startsWith('..') || isAbsolute(near) ? path : near;
}

/** An error of the whole index, whose folder stays with who runs this. */
function aboutIndex(code: ErrorCode, folder: string, problem: string, hint: string): VerseError {
  return new VerseError(code, `${displayPath(folder)}${problem}`, hint, {
    afar: `The index${problem.replace(/^\//, '')}`,
  });
}

/** `no-index`: nothing has been ingested. */
export function noIndex(indexDir: string): VerseError {
  return aboutIndex('no-index', indexDir, '/: no index here yet.', 'Run `verse ingest`.');
}

/** `stale-index`: complete, but made by another encoder or version. */
export function staleIndex(indexDir: string, what: string, found: string, expected: string): VerseError {
  const problem = `/: built with ${what} ${found}; this program uses ${expected}.`;
  return aboutIndex('stale-index', indexDir, problem, rebuild);
}

/** `damaged-index`: `problem` says what is wrong with `path`. */
export function damagedIndex(path: string, problem: string, cause?: unknown): VerseError {
  return new VerseError('damaged-index', `${displayPath(path)}: ${problem}.`, rebuild, {
    cause,
    afar: 'A file of the index is missing, or not as it was written.',
  });
}

/** `damaged-index`: a passage or note that was right when the index was opened, or was written with a wrong sum. */
export function changedEntry(folder: string, id: string): VerseError {
  return aboutIndex(
    'damaged-index',
    folder,
    `: ${id} is not as it was ingested (its SHA-256 is another).`,
    'Start the program again; where this comes back, run `verse ingest` to build the index again.',
  );
}

/** `index-locked`. @param who runs it, in brackets, which stays with who runs this. */
export function lockedIndex(indexDir: string, running: string, who: string): VerseError {
  return new VerseError(
    'index-locked',
    `${displayPath(indexDir)}/: ${running}${who}.`,
    'Wait for it to end.',
    {
      afar: `The index: ${running}.`,
    },
  );
}

/** `damaged-index` for a missing file, `cannot-read` for one without permission. */
export function unreadable(path: string, cause: unknown): VerseError {
  const code = systemCode(cause);
  if (code === 'ENOENT' || code === 'ENOTDIR') return damagedIndex(path, 'missing', cause);
  return new VerseError(
    'cannot-read',
    `${displayPath(path)}: cannot be read (${code ?? String(cause)}).`,
    "Check the file's permissions and the disk.",
    { cause, afar: 'A file of the index cannot be read.' },
  );
}

const untouched = 'and run `verse ingest` again; the previous index is untouched.';
const writeProblems: Record<string, { problem: string; hint: string }> = {
  ENOSPC: { problem: 'no space left on the disk', hint: `Free some space ${untouched}` },
  EDQUOT: { problem: 'the disk quota is used up', hint: `Free some space ${untouched}` },
  EFBIG: { problem: 'a file would be larger than allowed', hint: `Raise the file size limit ${untouched}` },
  EACCES: { problem: 'no permission to write here', hint: `Mend the permissions ${untouched}` },
  EPERM: { problem: 'no permission to write here', hint: `Mend the permissions ${untouched}` },
  EROFS: {
    problem: 'the file system is read-only',
    hint: `Choose another folder with VERSE_INDEX ${untouched}`,
  },
};
const aboutSpace = new Set(['ENOSPC', 'EDQUOT', 'EFBIG']);

/** `cannot-write`, or the error itself if it already says what to do. `neededBytes` is the size of what was to be written so far. */
export function cannotWrite(indexDir: string, cause: unknown, neededBytes: number): VerseError {
  if (cause instanceof VerseError) return cause;
  const code = systemCode(cause) ?? '';
  const { problem, hint } = writeProblems[code] ?? {
    problem: `writing failed (${cause instanceof Error ? cause.message : String(cause)})`,
    hint: `Check the disk ${untouched}`,
  };
  const megabytes = Math.max(1, Math.ceil(neededBytes / 1_000_000));
  const needed = aboutSpace.has(code) && neededBytes > 0 ? ` (needed at least ${megabytes} MB)` : '';
  return new VerseError('cannot-write', `${displayPath(indexDir)}/: ${problem}${needed}.`, hint, {
    cause,
    afar: `The index: ${code in writeProblems ? problem : 'writing failed'}${needed}.`,
  });
}
