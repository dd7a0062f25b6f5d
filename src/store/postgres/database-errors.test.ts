import { describe, expect, it } from 'vitest';
import { VerseError } from '../../core/errors.ts';
import { isLostConnection, refusedByDatabase } from './database-errors.ts';

const withCode = (code: string, message = 'password "geheim" of "verse"') =>
  Object.assign(new Error(message), { code });

describe('what a database refuses', () => {
  it.each([
    [withCode('ECONNREFUSED'), 'cannot be reached. Check that it runs, and VERSE_STORE.'],
    [
      new AggregateError([withCode('ECONNREFUSED')]),
      'cannot be reached. Check that it runs, and VERSE_STORE.',
    ],
    [withCode('ENOTFOUND'), 'cannot be found: no such host. Check the host in VERSE_STORE.'],
    [
      withCode('28P01'),
      'does not let this user in. Check the user and password in VERSE_STORE, or PGPASSWORD.',
    ],
    [withCode('3D000'), 'does not exist. Create it, or name another in VERSE_STORE.'],
    [withCode('57014'), 'took too long. Raise VERSE_STORE_TIMEOUT_MS, or look for what keeps it busy.'],
    [
      new Error('SASL: SCRAM-SERVER-FIRST-MESSAGE: client password must be a string'),
      'asks for a password. Put it into VERSE_STORE or PGPASSWORD.',
    ],
    [
      withCode('UNABLE_TO_VERIFY_LEAF_SIGNATURE'),
      'has a certificate that is not trusted (UNABLE_TO_VERIFY_LEAF_SIGNATURE). Name its authority: sslrootcert=FILE in VERSE_STORE.',
    ],
    [
      withCode('SELF_SIGNED_CERT_IN_CHAIN'),
      'has a certificate that is not trusted (SELF_SIGNED_CERT_IN_CHAIN). Name its authority: sslrootcert=FILE in VERSE_STORE.',
    ],
    [
      new Error('The server does not support SSL connections'),
      'does not speak TLS. Set it up there, or leave sslmode out of VERSE_STORE.',
    ],
    [
      new Error('timeout exceeded when trying to connect'),
      'does not answer in time. Check that it runs, and VERSE_STORE.',
    ],
    [
      withCode('0A000', 'extension "vector" is not available'),
      'is of a server without pgvector. Install it there: docs/guides/scale.md.',
    ],
    [new Error('Connection terminated unexpectedly'), 'cannot be reached. Try again.'],
    [withCode('XX000'), 'fails (XX000). See its log.'],
  ])('%s is a sentence that names it', (cause, sentence) => {
    const refusal = refusedByDatabase('db.example/reports', cause);
    expect(refusal.sentence).toBe(`The database db.example/reports ${sentence}`);
    // What may pass is told from what someone has to mend: over HTTP it is 503.
    const passes = /reached|in time|too long/.test(sentence);
    expect(refusal.code).toBe(passes ? 'database-away' : 'cannot-read');
    expect(refusal.sentence).not.toContain('geheim');
  });

  it('while it is written to is told as such, and what is a sentence already stays', () => {
    expect(refusedByDatabase('db', withCode('53100'), 'cannot-write')).toMatchObject({
      code: 'cannot-write',
      sentence: 'The database db has no space left on its disk. Free some.',
    });
    const own = new VerseError('stale-index', 'It was replaced.');
    expect(refusedByDatabase('db', own)).toBe(own);
  });

  it('is a lost connection where another may do', () => {
    expect(isLostConnection(withCode('57P01'))).toBe(true);
    expect(isLostConnection(new Error('Connection terminated unexpectedly'))).toBe(true);
    expect(isLostConnection(new Error('Connection terminated due to connection timeout'))).toBe(false);
    expect(isLostConnection(withCode('ECONNREFUSED'))).toBe(false);
  });
});
