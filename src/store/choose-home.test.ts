import { tmpdir } from 'node:os';
import { describe, expect, it } from 'vitest';
import { openHome } from './choose-home.ts';

const settings = { indexDir: tmpdir(), storeConnections: 2, storeTimeoutMs: 1000 };

describe('where an index is kept', () => {
  it('is a folder, unless a database is named', async () => {
    const home = await openHome(settings);
    await expect(home.open({ encoderId: 'any' })).rejects.toMatchObject({
      code: 'no-index',
      message: `${tmpdir()}/: no index here yet.`,
    });
    await home.close();
  });

  it('is a database that is named in what it refuses, without its password', async () => {
    // Port 1 is nobody's.
    const home = await openHome({ ...settings, storeUrl: 'postgres://verse:geheim@127.0.0.1:1/reports' });
    const sentence =
      'The database 127.0.0.1:1/reports cannot be reached. Check that it runs, and VERSE_STORE.';
    await expect(home.open({ encoderId: 'any' })).rejects.toMatchObject({ code: 'database-away', sentence });
    await expect(home.list()).rejects.toMatchObject({ code: 'database-away', sentence });
    await expect(home.change('any', async () => {})).rejects.toMatchObject({
      code: 'database-away',
      sentence,
    });
    await home.close();
  });

  it('is refused where its address names a certificate that is not there', async () => {
    const storeUrl = 'postgres://verse:geheim@127.0.0.1:1/reports?sslmode=verify-full&sslrootcert=/none.crt';
    await expect(openHome({ ...settings, storeUrl })).rejects.toMatchObject({
      code: 'bad-input',
      sentence:
        "VERSE_STORE, 127.0.0.1:1/reports: ENOENT: no such file or directory, open '/none.crt'. Mend its options.",
    });
    const stores = { storeUrl: 'postgres://127.0.0.1:1/reports', storeReplicaUrl: storeUrl };
    await expect(openHome({ ...settings, ...stores })).rejects.toMatchObject({
      sentence: expect.stringMatching(/^VERSE_STORE_REPLICA, 127\.0\.0\.1:1\/reports: ENOENT/),
    });
  });
});
