/** One ingest at a time: index/lock, created with O_EXCL, names its holder. */
import { randomUUID } from 'node:crypto';
import { linkSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { z } from 'zod';
import { VerseError } from '../../core/errors.ts';
import { cannotWrite, displayPath, systemCode } from './index-errors.ts';

const holderSchema = z.object({ pid: z.number().int(), host: z.string(), startedAt: z.string() });
type Holder = z.infer<typeof holderSchema>;

function readHolder(path: string): Holder | undefined {
  try {
    return holderSchema.safeParse(JSON.parse(readFileSync(path, 'utf8'))).data;
  } catch {
    return undefined;
  }
}

/** Whether the process runs. EPERM: it does, as another user. */
function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return systemCode(error) === 'EPERM';
  }
}

/** Whether the holder is a dead process of this host; our own id, from before we started, was another process's. */
function isStale({ pid, host, startedAt }: Holder): boolean {
  if (host !== hostname()) return false;
  if (pid !== process.pid) return !isRunning(pid);
  return Date.parse(startedAt) < Date.now() - process.uptime() * 1000 - 1000;
}

function lockedError(indexDir: string, holder: Holder | undefined): VerseError {
  const since = holder && new Date(holder.startedAt);
  const clock =
    since && [since.getHours(), since.getMinutes()].map((part) => String(part).padStart(2, '0')).join(':');
  const who = holder ? ` (process ${holder.pid} on ${holder.host}, since ${clock})` : '';
  return new VerseError(
    'index-locked',
    `${displayPath(indexDir)}/: another ingest is running${who}.`,
    `Wait for it to end; if none is running, delete ${displayPath(join(indexDir, 'lock'))}.`,
  );
}

/** Takes the lock; false if the file exists. */
function createLock(indexDir: string, path: string, holder: Holder): boolean {
  try {
    writeFileSync(path, JSON.stringify(holder), { flag: 'wx' });
    return true;
  } catch (error) {
    if (systemCode(error) === 'EEXIST') return false;
    throw cannotWrite(indexDir, error, 0);
  }
}

function isSame(left: Holder | undefined, right: Holder): boolean {
  return left?.pid === right.pid && left.host === right.host && left.startedAt === right.startedAt;
}

/**
 * Moves a dead process's lock away. If two processes do so at once, the later one may move the earlier one's new lock;
 * it notices that by the holder, and puts it back.
 */
function removeStale(path: string, stale: Holder): void {
  const aside = `${path}-${randomUUID()}`;
  try {
    renameSync(path, aside);
    if (!isSame(readHolder(aside), stale)) linkSync(aside, path);
    rmSync(aside, { force: true });
  } catch (error) {
    if (systemCode(error) !== 'ENOENT') throw error;
  }
}

function takeLock(indexDir: string, path: string, holder: Holder): void {
  if (createLock(indexDir, path, holder)) return;
  const other = readHolder(path);
  if (!other || !isStale(other)) throw lockedError(indexDir, other);
  removeStale(path, other);
  if (!createLock(indexDir, path, holder)) throw lockedError(indexDir, readHolder(path));
}

/**
 * Does `work` while holding the lock of an index, and always releases it.
 * @throws VerseError `index-locked` naming the process that holds it; `cannot-write`.
 */
export async function withIndexLock<T>(indexDir: string, work: () => Promise<T>): Promise<T> {
  const path = join(indexDir, 'lock');
  await mkdir(indexDir, { recursive: true }).catch((cause: unknown) => {
    throw cannotWrite(indexDir, cause, 0);
  });
  const holder = { pid: process.pid, host: hostname(), startedAt: new Date().toISOString() };
  takeLock(indexDir, path, holder);
  try {
    return await work();
  } finally {
    if (isSame(readHolder(path), holder)) rmSync(path, { force: true });
  }
}
