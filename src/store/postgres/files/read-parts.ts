/** A file read in parts, and held against its SHA-256 as a whole. */
import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { VerseError } from '../../../core/errors.ts';
import { systemCode } from '../../system-code.ts';

/** @param use is given each part in turn. @throws VerseError `cannot-read` where the file is gone or has changed. */
export async function readParts(
  { file, sha256 }: { file: string; sha256: string },
  partBytes: number,
  use: (bytes: Buffer, part: number) => Promise<void>,
): Promise<void> {
  const hash = createHash('sha256');
  let part = 0;
  try {
    for await (const bytes of createReadStream(file, { highWaterMark: partBytes })) {
      hash.update(bytes);
      await use(bytes, part);
      part += 1;
    }
  } catch (cause) {
    if (cause instanceof VerseError) throw cause;
    const problem =
      systemCode(cause) === 'ENOENT' ? 'the file is gone' : `it cannot be read (${systemCode(cause)})`;
    throw new VerseError('cannot-read', `${file}: ${problem}.`, 'Put it back, and try again.', { cause });
  }
  if (hash.digest('hex') === sha256) return;
  throw new VerseError('cannot-read', `${file}: the file changed while it was read.`, 'Try again.');
}
