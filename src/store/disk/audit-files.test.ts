import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir, userInfo } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { makeToken, tokenFile, writeTokenFile } from '../config/token-file.ts';
import { type AuditEntry, findChanges, openAudit, readAudit } from './audit.ts';

vi.mock('node:os', async (load) => {
  const os = await load<typeof import('node:os')>();
  return { ...os, userInfo: vi.fn(os.userInfo) };
});

let indexDir: string;
beforeEach(() => {
  indexDir = mkdtempSync(join(tmpdir(), 'verse-audit-'));
  vi.useFakeTimers({ toFake: ['Date'], now: Date.parse('2026-12-01T10:00:00Z') });
});
afterEach(() => {
  vi.useRealTimers();
  rmSync(indexDir, { recursive: true });
});

const giveToken = () =>
  writeTokenFile(tokenFile(indexDir), [makeToken({ name: 'anna', rights: ['ask'] }, new Date()).kept]);
const quay = { id: 'quay', sha256: '1a', title: 'Quay', collection: 'press' };
const path = () => join(indexDir, 'audit.jsonl');

describe('the audit', () => {
  it('says of each document what became of it', () => {
    const before = [quay, { id: 'gone', sha256: '2b' }, { id: 'same', sha256: '3c', title: 'Same' }];
    const after = [
      { ...quay, sha256: '9f', title: 'Quay report', collection: 'harbour' },
      { id: 'new', sha256: '4d', title: 'New' },
      { id: 'same', sha256: '3c', title: 'Same' },
    ];
    const ofQuay = { document: 'quay', sha256: '9f', collection: 'harbour' };
    expect(findChanges(before, after)).toEqual([
      { event: 'removed', document: 'gone', sha256: '2b' },
      { event: 'replaced', ...ofQuay },
      { event: 'moved', ...ofQuay },
      { event: 'renamed', ...ofQuay },
      { event: 'added', document: 'new', sha256: '4d' },
    ]);
    expect(findChanges(after, after)).toEqual([]);
  });

  it('is not kept for one user without tokens', async () => {
    expect(await openAudit(indexDir, undefined)).toBeUndefined();
    expect(readdirSync(indexDir)).toEqual([]);
    expect(await readAudit(indexDir)).toEqual([]);
  });

  it('names the token, or the user of this machine, in a file that its owner alone reads', async () => {
    await giveToken();
    await (await openAudit(indexDir, 'anna'))?.write([], [quay]);
    await (await openAudit(indexDir, undefined))?.write([quay], []);
    const entries = await readAudit(indexDir);
    const at = '2026-12-01T10:00:00.000Z';
    const ofQuay = { document: 'quay', sha256: '1a', collection: 'press' };
    expect(entries).toEqual([
      { at, event: 'added', by: 'anna', ...ofQuay },
      { at, event: 'removed', by: expect.stringMatching(/^local:./), ...ofQuay },
    ]);
    if (process.platform !== 'win32') expect(statSync(path()).mode & 0o777).toBe(0o600);
  });

  it('sets a long file aside under its time, deletes none, and reads them in their order', async () => {
    await giveToken();
    const line = (document: string): string =>
      `${JSON.stringify({ at: '', event: 'added', by: 'anna', document, sha256: '1a' } satisfies AuditEntry)}\n`;
    writeFileSync(path(), line('first') + ' '.repeat(10 * 1024 * 1024));
    await (await openAudit(indexDir, 'anna'))?.write([], [quay]);
    expect(readdirSync(indexDir).sort()).toEqual([
      'audit-2026-12-01T10-00-00-000Z.jsonl',
      'audit.jsonl',
      'tokens.json',
    ]);
    expect((await readAudit(indexDir)).map(({ document }) => document)).toEqual(['first', 'quay']);
  });

  it('leaves out a line that a crash cut off', async () => {
    writeFileSync(path(), '{"at":"2026-12-01T10:0');
    expect(await readAudit(indexDir)).toEqual([]);
  });

  it('says of a change that it could not note that it is made', async () => {
    const audit = await openAudit(indexDir, 'anna');
    rmSync(path());
    mkdirSync(path());
    await expect(audit?.write([], [quay])).rejects.toMatchObject({
      code: 'cannot-write',
      sentence: `${path()} cannot be written: the change is made, and not noted. Check its folder.`,
    });
  });

  it('names a user whom the system has no name for by their number', async () => {
    await giveToken();
    vi.mocked(userInfo).mockImplementationOnce(() => {
      throw new Error('uv_os_get_passwd returned ENOENT');
    });
    await (await openAudit(indexDir, undefined))?.write([], [quay]);
    expect(await readAudit(indexDir)).toMatchObject([{ by: `local:${process.getuid?.() ?? 'unknown'}` }]);
  });

  it('is opened before anything is changed, so that nothing is done that cannot be noted', async () => {
    mkdirSync(path());
    await expect(openAudit(indexDir, 'anna')).rejects.toMatchObject({
      code: 'cannot-write',
      sentence: `${path()} cannot be written, and what is not noted is not done. Check its folder.`,
    });
    expect(existsSync(path())).toBe(true);
  });
});
