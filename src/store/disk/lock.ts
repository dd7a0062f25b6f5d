/**
 * One ingest at a time, and one change of the tokens. A lock is a socket, index/lock say, at which its holder listens and tells
 * who it is. Once that process is gone, however it ended and whoever has its number since, the system refuses connections, so a lock is
 * never held by the dead; nothing is written into it, so a full disk leaves none that cannot be read. Containers that
 * share the folder see each other's, which process numbers and host names do not give.
 */
import { randomUUID } from 'node:crypto';
import { linkSync, lstatSync, realpathSync, renameSync, rmSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { connect, createServer, type Server } from 'node:net';
import { hostname, tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { setTimeout as wait } from 'node:timers/promises';
import { z } from 'zod';
import { VerseError } from '../../core/errors.ts';
import { sumOf } from '../sum-of.ts';
import { systemCode } from '../system-code.ts';
import { cannotWrite, lockedIndex } from './index-errors.ts';

const holderSchema = z.object({ pid: z.number().int(), host: z.string(), startedAt: z.string() });
type Holder = z.infer<typeof holderSchema>;

export interface IndexLock {
  /**
   * To be asked right before the last step: computers that share a network drive take each other's locks for dead.
   * @throws VerseError `index-locked` where another has it now.
   */
  assertHeld(): void;
}

/** What is done by one at a time. */
interface Task {
  indexDir: string;
  /** Of its socket in the folder. */
  lockName: string;
  /** What is told to the others: "another ingest is running". */
  running: string;
}

const ingestOf = (indexDir: string): Task => ({
  indexDir,
  lockName: 'lock',
  running: 'another ingest is running',
});
const tokenChangeOf = (indexDir: string): Task => ({
  indexDir,
  lockName: 'tokens.lock',
  running: 'the tokens are being changed',
});

/** There a pipe stands for the socket: it has no file, and is gone with its process. */
const onWindows = process.platform === 'win32';

/** Names of sockets are limited to 104 bytes on macOS and 108 on Linux; `besides` adds nine. */
const longestAddress = 91;

/** In the folder; for a long path, or where the file system takes no sockets, under a short name in the system's own. */
function lockAddresses({ indexDir, lockName }: Task): string[] {
  const inFolder = join(realpathSync(indexDir), lockName);
  const name = `verse-lock-${sumOf(Buffer.from(inFolder)).slice(0, 32)}`;
  if (onWindows) return [`\\\\.\\pipe\\${name}`];
  const elsewhere = join(tmpdir(), name);
  return Buffer.byteLength(inFolder) > longestAddress ? [elsewhere] : [inFolder, elsewhere];
}

/** @throws the system's error. */
function listen(address: string, holder: Holder): Promise<Server> {
  const server = createServer((socket) => {
    socket.on('error', () => socket.destroy());
    socket.end(JSON.stringify(holder));
  });
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    // Other users must be able to ask.
    server.listen({ path: address, readableAll: true, writableAll: true }, () => resolve(server));
  });
}

/** How long a holder that is busy may take to say who it is. */
const patienceMs = 1000;
/** Nobody listens: a dead process's, none at all, or a file that is no socket. */
const deadCodes = new Set(['ECONNREFUSED', 'ENOENT', 'ENOTSOCK']);

type Answer = { isAlive: false } | { isAlive: true; holder: Holder | undefined };

async function askHolder(address: string): Promise<Answer> {
  const socket = connect(address);
  const timer = setTimeout(() => socket.destroy(), patienceMs);
  try {
    const told = await text(socket);
    return { isAlive: true, holder: holderSchema.safeParse(JSON.parse(told)).data };
  } catch (error) {
    return deadCodes.has(systemCode(error) ?? '') ? { isAlive: false } : { isAlive: true, holder: undefined };
  } finally {
    clearTimeout(timer);
    socket.destroy();
  }
}

function lockedError({ indexDir, running }: Task, holder: Holder | undefined): VerseError {
  const since = holder && new Date(holder.startedAt);
  const clock =
    since && [since.getHours(), since.getMinutes()].map((part) => String(part).padStart(2, '0')).join(':');
  const who = holder ? ` (process ${holder.pid} on ${holder.host}, since ${clock})` : '';
  return lockedIndex(indexDir, running, who);
}

/** What tells a socket from one that came in its place, which may have the same number of a file. */
function identify(address: string): string {
  if (onWindows) return address;
  const found = lstatSync(address, { bigint: true, throwIfNoEntry: false });
  return found === undefined ? '' : `${found.ino}-${found.mtimeNs}`;
}

/** A name that nobody else has: a socket that finds its own taken would be held for one that the folder does not take. */
const besides = (address: string) => `${address}-${randomUUID().slice(0, 8)}`;

/** Gives a socket the name of the lock; false where that is taken. */
function takeName(own: string, address: string): boolean {
  try {
    linkSync(own, address);
    return true;
  } catch (error) {
    if (systemCode(error) === 'EEXIST') return false;
    throw error;
  }
}

/** Removes a dead lock. Where another has put its own in the place meanwhile, that is put back at once. */
function removeDead(address: string, dead: string): void {
  const aside = besides(address);
  try {
    renameSync(address, aside);
    if (identify(aside) !== dead) takeName(aside, address);
  } catch (error) {
    if (systemCode(error) !== 'ENOENT') throw error;
  } finally {
    rmSync(aside, { force: true });
  }
}

interface Taken {
  server: Server;
  address: string;
  /** Of the holder's own socket, found before it gets the name of the lock, which another may take at any time. */
  identity: string;
}

/** @throws VerseError `index-locked`; the system's error where no socket can be made there. */
async function takeLock(task: Task, address: string, holder: Holder): Promise<Taken> {
  if (onWindows) {
    const server = await listen(address, holder).catch((error: unknown) => {
      throw systemCode(error) === 'EADDRINUSE' ? lockedError(task, undefined) : error;
    });
    return { server, address, identity: identify(address) };
  }
  const own = besides(address);
  const server = await listen(own, holder);
  const identity = identify(own);
  try {
    for (let attempt = 0; attempt < 3; attempt += 1) {
      if (takeName(own, address)) return { server, address, identity };
      const seen = identify(address);
      const answer = await askHolder(address);
      if (answer.isAlive) throw lockedError(task, answer.holder);
      removeDead(address, seen);
    }
    throw lockedError(task, undefined);
  } catch (error) {
    server.close();
    throw error;
  } finally {
    rmSync(own, { force: true });
  }
}

/** The disk, not the kind of file system, is what these tell of. */
const diskCodes = new Set(['EACCES', 'EROFS', 'ENOSPC', 'EDQUOT', 'EIO']);

async function takeFirst(task: Task, holder: Holder): Promise<Taken> {
  const [address = '', elsewhere] = lockAddresses(task);
  try {
    return await takeLock(task, address, holder);
  } catch (error) {
    const code = systemCode(error);
    if (code === undefined || elsewhere === undefined) throw error;
    if (diskCodes.has(code)) throw cannotWrite(task.indexDir, error, 0);
    return takeLock(task, elsewhere, holder);
  }
}

async function withLock<T>(task: Task, work: (lock: IndexLock) => Promise<T>): Promise<T> {
  const { indexDir } = task;
  await mkdir(indexDir, { recursive: true }).catch((cause: unknown) => {
    throw cannotWrite(indexDir, cause, 0);
  });
  const holder = { pid: process.pid, host: hostname(), startedAt: new Date().toISOString() };
  const { server, address, identity } = await takeFirst(task, holder);
  try {
    return await work({
      assertHeld: () => {
        if (identify(address) !== identity) throw lockedError(task, undefined);
      },
    });
  } finally {
    if (!onWindows && identify(address) === identity) rmSync(address, { force: true });
    server.close();
    server.unref();
  }
}

/**
 * Does `work` while holding the lock of an index, and always releases it.
 * @throws VerseError `index-locked` naming the process that holds it; `cannot-write`.
 */
export function withIndexLock<T>(indexDir: string, work: (lock: IndexLock) => Promise<T>): Promise<T> {
  return withLock(ingestOf(indexDir), work);
}

const tokenPauseMs = 50;
/** Each change takes milliseconds: who waits for longer waits for something that is stopped. */
const mostTokenPauses = 200;

/**
 * Does `work` while nobody else changes the tokens of an index, after the changes under way. An ingest does not keep it waiting.
 * @throws VerseError `index-locked` where another change takes longer than ten seconds; `cannot-write`.
 */
export async function withTokensLock<T>(indexDir: string, work: (lock: IndexLock) => Promise<T>): Promise<T> {
  for (let pauses = 0; ; pauses += 1) {
    let hasBegun = false;
    try {
      return await withLock(tokenChangeOf(indexDir), (lock) => {
        hasBegun = true;
        return work(lock);
      });
    } catch (error) {
      const isHeld = error instanceof VerseError && error.code === 'index-locked';
      if (hasBegun || !isHeld || pauses === mostTokenPauses) throw error;
      await wait(tokenPauseMs);
    }
  }
}
