import { describe, expect, it } from 'vitest';
import { errorCodes, VerseError } from './errors.ts';

describe('VerseError', () => {
  it('says what failed and what to do in one sentence', () => {
    const cause = new Error('ENOENT');
    const error = new VerseError('no-index', 'index/: no index here yet.', 'Run `verse ingest`.', { cause });
    expect(error).toBeInstanceOf(Error);
    expect(error.name).toBe('VerseError');
    expect(error.sentence).toBe('index/: no index here yet. Run `verse ingest`.');
    expect(error.cause).toBe(cause);
  });

  it('ends with the message where there is nothing to do', () => {
    expect(new VerseError('threshold-missed', 'recall@5 is .700.').sentence).toBe('recall@5 is .700.');
  });
});

describe('the error codes', () => {
  it('exit with 2 for what the user asked wrongly, 3 for a part refused, 100 for a missed threshold, 1 for all else', () => {
    const codesOf = (exit: number) =>
      Object.entries(errorCodes).flatMap(([code, one]) => (one.exit === exit ? [code] : []));
    expect(codesOf(2)).toEqual([
      'bad-input',
      'unknown-document',
      'unknown-chapter',
      'unknown-passage',
      'unknown-page',
      'chat-not-configured',
    ]);
    expect(codesOf(100)).toEqual(['threshold-missed']);
    expect(codesOf(3)).toEqual(['some-refused']);
    expect(codesOf(1)).toHaveLength(Object.keys(errorCodes).length - 8);
  });

  it('answer over HTTP with 4xx for what the client can mend, 5xx for what the machine lacks', () => {
    for (const [code, { exit, status }] of Object.entries(errorCodes)) {
      expect(status, code).toSatisfy((one: number) => one >= 400 && one < 600);
      if (exit === 2) expect(status, code).toBeLessThan(500);
    }
  });
});
