import { mkdirSync, mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { AuditEntry } from '../audit.ts';
import { openAuditFiles, readAuditFiles } from './audit-files.ts';

let indexDir: string;
beforeEach(() => {
  indexDir = mkdtempSync(join(tmpdir(), 'verse-audit-'));
  vi.useFakeTimers({ toFake: ['Date'], now: Date.parse('2026-12-01T10:00:00Z') });
});
afterEach(() => {
  vi.useRealTimers();
  rmSync(indexDir, { recursive: true });
});

const added = { event: 'added', document: 'quay', sha256: '1a', collection: 'press' } as const;
const path = () => join(indexDir, 'audit.jsonl');

describe('the audit of a folder', () => {
  it('is not kept where nobody is named', async () => {
    expect(await openAuditFiles(indexDir, {})).toBeUndefined();
    expect(readdirSync(indexDir)).toEqual([]);
    expect(await readAuditFiles(indexDir)).toEqual([]);
  });

  it('has a line for each change, in a file that its owner alone reads', async () => {
    const audit = await openAuditFiles(indexDir, { by: 'anna' });
    await audit?.write([added, { event: 'removed', document: 'gone', sha256: '2b' }]);
    await (await openAuditFiles(indexDir, { by: 'local:bob' }))?.write([{ ...added, event: 'moved' }]);
    const at = '2026-12-01T10:00:00.000Z';
    expect(await readAuditFiles(indexDir)).toEqual([
      { at, by: 'anna', ...added },
      { at, by: 'anna', event: 'removed', document: 'gone', sha256: '2b' },
      { at, by: 'local:bob', ...added, event: 'moved' },
    ]);
    if (process.platform !== 'win32') expect(statSync(path()).mode & 0o777).toBe(0o600);
  });

  it('sets a long file aside under its time, deletes none, and reads them in their order', async () => {
    const line = (document: string): string =>
      `${JSON.stringify({ at: '', event: 'added', by: 'anna', document, sha256: '1a' } satisfies AuditEntry)}\n`;
    writeFileSync(path(), line('first') + ' '.repeat(10 * 1024 * 1024));
    await (await openAuditFiles(indexDir, { by: 'anna' }))?.write([added]);
    expect(readdirSync(indexDir).sort()).toEqual(['audit-2026-12-01T10-00-00-000Z.jsonl', 'audit.jsonl']);
    expect((await readAuditFiles(indexDir)).map(({ document }) => document)).toEqual(['first', 'quay']);
  });

  it('leaves out a line that a crash cut off', async () => {
    writeFileSync(path(), '{"at":"2026-12-01T10:0');
    expect(await readAuditFiles(indexDir)).toEqual([]);
  });

  it('says of a change that it could not note that it is made', async () => {
    const audit = await openAuditFiles(indexDir, { by: 'anna' });
    rmSync(path());
    mkdirSync(path());
    await expect(audit?.write([added])).rejects.toMatchObject({
      code: 'cannot-write',
      sentence: `${path()} cannot be written: the change is made, and not noted. Check its folder.`,
    });
  });

  it('is opened before anything is changed, so that nothing is done that cannot be noted', async () => {
    mkdirSync(path());
    await expect(openAuditFiles(indexDir, { by: 'anna' })).rejects.toMatchObject({
      code: 'cannot-write',
      sentence: `${path()} cannot be written, and what is not noted is not done. Check its folder.`,
    });
  });
});
