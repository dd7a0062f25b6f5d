import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { hostname, tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { withIndexLock } from './lock.ts';

let indexDir = '';
let lock = '';
beforeEach(() => {
  indexDir = join(mkdtempSync(join(tmpdir(), 'verse-lock-')), 'index');
  lock = join(indexDir, 'lock');
});
afterEach(() => rmSync(join(indexDir, '..'), { recursive: true, force: true }));

/** The number of a process that has ended. */
function deadPid(): number {
  return spawnSync(process.execPath, ['--version']).pid;
}

async function leaveLock(content: string): Promise<void> {
  await withIndexLock(indexDir, async () => {});
  writeFileSync(lock, content);
}

const startedAt = new Date(2026, 5, 1, 14, 3).toISOString();

describe('withIndexLock', () => {
  it('holds the lock while the work is done, gives back its result and removes the lock', async () => {
    const result = await withIndexLock(indexDir, async () => JSON.parse(readFileSync(lock, 'utf8')));
    expect(result).toMatchObject({ pid: process.pid, host: hostname() });
    expect(existsSync(lock)).toBe(false);
  });

  it('removes the lock where the work fails', async () => {
    await expect(withIndexLock(indexDir, () => Promise.reject(new Error('full')))).rejects.toThrow('full');
    expect(existsSync(lock)).toBe(false);
  });

  it('refuses a second ingest in the same process', async () => {
    await withIndexLock(indexDir, async () => {
      await expect(withIndexLock(indexDir, async () => {})).rejects.toMatchObject({ code: 'index-locked' });
      expect(existsSync(lock)).toBe(true);
    });
  });

  it('names the process that holds it, its host and since when', async () => {
    await leaveLock(JSON.stringify({ pid: 1234, host: 'reading-room', startedAt }));
    await expect(withIndexLock(indexDir, async () => {})).rejects.toMatchObject({
      code: 'index-locked',
      sentence:
        `${indexDir}/: another ingest is running (process 1234 on reading-room, since 14:03). ` +
        `Wait for it to end; if none is running, delete ${lock}.`,
    });
  });

  it('respects a running process of this host', async () => {
    await leaveLock(JSON.stringify({ pid: process.ppid, host: hostname(), startedAt }));
    await expect(withIndexLock(indexDir, async () => {})).rejects.toMatchObject({ code: 'index-locked' });
  });

  it('takes over the lock of a process of this host that is dead, and leaves nothing behind', async () => {
    await leaveLock(JSON.stringify({ pid: deadPid(), host: hostname(), startedAt }));
    expect(await withIndexLock(indexDir, async () => 'done')).toBe('done');
    expect(readdirSync(indexDir)).toEqual([]);
  });

  it('takes over a lock with our own number from before we started, as in a restarted container', async () => {
    await leaveLock(
      JSON.stringify({ pid: process.pid, host: hostname(), startedAt: '2020-01-01T00:00:00.000Z' }),
    );
    expect(await withIndexLock(indexDir, async () => 'done')).toBe('done');
  });

  it('does not guess at a lock that it cannot read', async () => {
    await leaveLock('');
    await expect(withIndexLock(indexDir, async () => {})).rejects.toMatchObject({
      sentence: `${indexDir}/: another ingest is running. Wait for it to end; if none is running, delete ${lock}.`,
    });
  });

  it('says where it may not write', async () => {
    const file = join(indexDir, '..', 'file');
    writeFileSync(file, '');
    await expect(withIndexLock(join(file, 'index'), async () => {})).rejects.toMatchObject({
      code: 'cannot-write',
    });
  });
});
