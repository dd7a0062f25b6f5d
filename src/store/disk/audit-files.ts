/** The audit of an index in a folder: a line of JSON for each change, in files beside it to which lines are only added. */
import { appendFile, mkdir, open, readdir, readFile, rename, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { VerseError } from '../../core/errors.ts';
import type { AuditEntry, DocumentEvent, Noting } from '../audit.ts';

/** A file of this size is set aside under its time, and a new one begun; none is ever deleted. */
const longestFile = 10 * 1024 * 1024;
const fileName = 'audit.jsonl';
const earlierName = /^audit-[\dTZ-]+\.jsonl$/;

export interface AuditFiles {
  /** @throws VerseError `cannot-write`: the change is made by then. */
  write(events: readonly DocumentEvent[]): Promise<void>;
}

/** @param what what follows from it. */
const unwritable = (path: string, what: string, cause: unknown) =>
  new VerseError('cannot-write', `${path} cannot be written${what}.`, 'Check its folder.', { cause });

async function setAsideFull(indexDir: string, now: Date): Promise<void> {
  const path = join(indexDir, fileName);
  const found = await stat(path).catch(() => undefined);
  if (found === undefined || found.size < longestFile) return;
  await rename(path, join(indexDir, `audit-${now.toISOString().replace(/[:.]/g, '-')}.jsonl`));
}

/**
 * Opens the audit before something is changed, so that nothing is where it cannot be noted; undefined where nobody is named.
 * @throws VerseError `cannot-write`.
 */
export async function openAuditFiles(indexDir: string, { by }: Noting): Promise<AuditFiles | undefined> {
  if (by === undefined) return undefined;
  const path = join(indexDir, fileName);
  try {
    await mkdir(indexDir, { recursive: true });
    await setAsideFull(indexDir, new Date());
    await (await open(path, 'a', 0o600)).close();
  } catch (cause) {
    throw unwritable(path, ', and what is not noted is not done', cause);
  }
  return {
    write: async (events) => {
      const at = new Date().toISOString();
      const lines = events.map(({ event, ...document }): AuditEntry => ({ at, event, by, ...document }));
      await appendFile(path, lines.map((line) => `${JSON.stringify(line)}\n`).join('')).catch(
        (cause: unknown) => {
          throw unwritable(path, ': the change is made, and not noted', cause);
        },
      );
    },
  };
}

function parseLine(line: string): AuditEntry[] {
  try {
    return line.trim() === '' ? [] : [JSON.parse(line)];
  } catch {
    // A crash cut it off.
    return [];
  }
}

/** All entries, oldest first. A line that a crash cut off is left out. @throws VerseError `cannot-read`. */
export async function readAuditFiles(indexDir: string): Promise<AuditEntry[]> {
  const names = await readdir(indexDir).catch((): string[] => []);
  const files = [
    ...names.filter((name) => earlierName.test(name)).sort(),
    ...names.filter((name) => name === fileName),
  ];
  const texts = await Promise.all(
    files.map((name) =>
      readFile(join(indexDir, name), 'utf8').catch((cause: unknown) => {
        throw new VerseError('cannot-read', `${join(indexDir, name)} cannot be read.`, 'Check its owner.', {
          cause,
        });
      }),
    ),
  );
  return texts.flatMap((text) => text.split('\n').flatMap(parseLine));
}
