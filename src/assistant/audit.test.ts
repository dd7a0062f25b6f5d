import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir, userInfo } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { loadConfig } from '../config/settings.ts';
import { tokenFile } from '../config/token-file.ts';
import { makeReport, poland, sweden } from '../testing/documents/small-report.ts';
import { nameActor, readAudit } from './audit.ts';
import { changeDocument } from './change-document.ts';
import { ingestDocuments } from './ingest-documents.ts';

vi.mock('node:os', async (load) => {
  const os = await load<typeof import('node:os')>();
  return { ...os, userInfo: vi.fn(os.userInfo) };
});

let indexDir: string;
beforeEach(() => {
  indexDir = mkdtempSync(join(tmpdir(), 'verse-audit-'));
});
afterEach(() => rmSync(indexDir, { recursive: true }));

const local = `local:${userInfo().username}`;

describe('the audit', () => {
  it('of a folder names nobody where there are no tokens and none is used', () => {
    expect(nameActor({ indexDir }, undefined)).toBeUndefined();
    expect(nameActor({ indexDir }, 'anna')).toBe('anna');
    writeFileSync(tokenFile(indexDir), '');
    expect(nameActor({ indexDir }, undefined)).toBe(local);
  });

  it('has what an ingest, a change and a removal did, by a token or a user of this machine', async () => {
    const config = loadConfig({ indexDir }, {}, indexDir);
    const put = (name: string) => {
      writeFileSync(join(indexDir, name), makeReport([name === 'a.pdf' ? sweden : poland]));
      return join(indexDir, name);
    };
    await ingestDocuments(config, [put('a.pdf')]);
    expect(await readAudit(config)).toEqual([]);
    writeFileSync(tokenFile(indexDir), '');
    await ingestDocuments(config, [put('b.pdf')], { collection: 'press' });
    await ingestDocuments(config, [join(indexDir, 'b.pdf')], { by: 'desk' });
    await changeDocument(config, 'b', { title: 'Poland' }, 'desk');
    await ingestDocuments(config, [], { remove: ['b'], by: 'desk' });
    const told = (await readAudit(config)).map(
      ({ by, event, document, collection }) => `${by} ${event} ${document} ${collection}`,
    );
    expect(told).toEqual([`${local} added b press`, 'desk renamed b press', 'desk removed b press']);
  });

  it('of a database names whoever changes it', () => {
    const place = { indexDir, storeUrl: 'postgres://db/reports' };
    expect([nameActor(place, undefined), nameActor(place, 'anna')]).toEqual([local, 'anna']);
  });

  it('names a user whom the system has no name for by their number', () => {
    vi.mocked(userInfo).mockImplementationOnce(() => {
      throw new Error('uv_os_get_passwd returned ENOENT');
    });
    const place = { indexDir, storeUrl: 'postgres://db/reports' };
    expect(nameActor(place, undefined)).toBe(`local:${process.getuid?.() ?? 'unknown'}`);
  });
});
