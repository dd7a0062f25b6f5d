import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  realpathSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { hostname, tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { withIndexLock } from './lock.ts';

let root = '';
let indexDir = '';
let lock = '';
let children: ChildProcess[] = [];
beforeEach(() => {
  root = realpathSync(mkdtempSync(join(tmpdir(), 'verse-lock-')));
  indexDir = join(root, 'index');
  lock = join(indexDir, 'lock');
  mkdirSync(indexDir);
});
afterEach(() => {
  for (const child of children) child.kill('SIGKILL');
  children = [];
  rmSync(root, { recursive: true, force: true });
});

/** Another process that holds the lock, started on 1 June 2026 at 14:03 by its own account. */
async function startHolder(address = lock): Promise<ChildProcess> {
  const holder = { pid: 1234, host: 'reading-room', startedAt: new Date(2026, 5, 1, 14, 3).toISOString() };
  const program = `
    const said = ${JSON.stringify(JSON.stringify(holder))};
    const server = require('node:net').createServer((socket) => socket.end(said));
    server.listen(${JSON.stringify(address)}, () => console.log('listening'));`;
  const child = spawn(process.execPath, ['-e', program], { stdio: ['ignore', 'pipe', 'inherit'] });
  children.push(child);
  if (child.stdout !== null) await once(child.stdout, 'data');
  return child;
}

const take = () => withIndexLock(indexDir, async () => 'taken');

describe('withIndexLock', () => {
  it('holds the lock while the work is done, gives back its result and leaves nothing', async () => {
    const result = await withIndexLock(indexDir, async ({ assertHeld }) => {
      expect(existsSync(lock)).toBe(true);
      assertHeld();
      return 'done';
    });
    expect(result).toBe('done');
    expect(readdirSync(indexDir)).toEqual([]);
  });

  it('is released where the work fails', async () => {
    await expect(withIndexLock(indexDir, () => Promise.reject(new Error('full')))).rejects.toThrow('full');
    expect(readdirSync(indexDir)).toEqual([]);
    expect(await take()).toBe('taken');
  });

  it('refuses a second ingest in the same process, and names it', async () => {
    await withIndexLock(indexDir, async () => {
      await expect(take()).rejects.toMatchObject({
        code: 'index-locked',
        message: expect.stringContaining(`(process ${process.pid} on ${hostname()}, since `),
      });
      expect(existsSync(lock)).toBe(true);
    });
  });

  it('names the process that holds it, its host and since when', async () => {
    await startHolder();
    await expect(take()).rejects.toMatchObject({
      code: 'index-locked',
      sentence: `${indexDir}/: another ingest is running (process 1234 on reading-room, since 14:03). Wait for it to end.`,
    });
  });

  it('respects a process that does not answer, being stopped or busy', async () => {
    const child = await startHolder();
    child.kill('SIGSTOP');
    await expect(take()).rejects.toMatchObject({
      sentence: `${indexDir}/: another ingest is running. Wait for it to end.`,
    });
  });

  it('is free as soon as its process is killed', async () => {
    const child = await startHolder();
    const ended = once(child, 'exit');
    child.kill('SIGKILL');
    await ended;
    expect(existsSync(lock)).toBe(true);
    expect(await take()).toBe('taken');
    expect(readdirSync(indexDir)).toEqual([]);
  });

  const running = { pid: process.pid, host: hostname(), startedAt: new Date().toISOString() };
  it.each([
    ['of 0 bytes, from a full disk', ''],
    ['of an earlier version, with the number of a process that runs', JSON.stringify(running)],
    ['of an earlier version, of another host', JSON.stringify({ ...running, host: 'elsewhere' })],
  ])('takes over a lock file %s', async (_, content) => {
    writeFileSync(lock, content);
    expect(await take()).toBe('taken');
    expect(readdirSync(indexDir)).toEqual([]);
  });

  it('lets no two change the index from the same state, also where many find a dead lock at once', async () => {
    let version = 0;
    for (let round = 0; round < 5; round += 1) {
      writeFileSync(lock, '');
      const before = version;
      const outcomes = await Promise.allSettled(
        Array.from({ length: 20 }, () =>
          withIndexLock(indexDir, async ({ assertHeld }) => {
            const seen = version;
            await wait(20);
            assertHeld();
            expect(version).toBe(seen);
            version += 1;
          }),
        ),
      );
      for (const outcome of outcomes) {
        if (outcome.status === 'rejected') expect(outcome.reason).toMatchObject({ code: 'index-locked' });
      }
      expect(version).toBeGreaterThan(before);
      expect(readdirSync(indexDir)).toEqual([]);
    }
  });

  it('notices that another has it now', async () => {
    await withIndexLock(indexDir, async ({ assertHeld }) => {
      renameSync(lock, join(root, 'aside'));
      expect(assertHeld).toThrow('another ingest is running');
      writeFileSync(lock, '');
      expect(assertHeld).toThrow('another ingest is running');
    });
  });

  it('holds a folder whose path is too long for a socket', async () => {
    indexDir = join(root, 'deep'.repeat(40));
    await withIndexLock(indexDir, async ({ assertHeld }) => {
      await expect(take()).rejects.toMatchObject({ code: 'index-locked' });
      assertHeld();
    });
    expect(await take()).toBe('taken');
    expect(readdirSync(indexDir)).toEqual([]);
  });

  it('says where it may not write', async () => {
    const file = join(root, 'file');
    writeFileSync(file, '');
    await expect(withIndexLock(join(file, 'index'), async () => {})).rejects.toMatchObject({
      code: 'cannot-write',
    });
  });
});
