import { describe, expect, it } from 'vitest';
import type { Progress } from '../core/types.ts';
import { fakeTerminal } from '../testing/cli/fake-session.ts';
import { createProgress, formatProgress, formatSeconds } from './progress.ts';
import type { Terminal } from './terminal.ts';

describe('formatSeconds', () => {
  it.each([
    [0.2, '1 s'],
    [59, '59 s'],
    [59.5, '1:00'],
    [65, '1:05'],
    [600, '10:00'],
  ])('writes %d seconds as %s', (seconds, text) => {
    expect(formatSeconds(seconds)).toBe(text);
  });
});

describe('formatProgress', () => {
  it('shows the time left after a tenth of the work and half a second', () => {
    const at = (done: number) => formatProgress({ stage: 'encode', done, total: 100 }, 2000);
    expect(at(0)).toBe('encode: 0 of 100');
    expect(at(9)).toBe('encode: 9 of 100');
    expect(at(10)).toBe('encode: 10 of 100, 18 s left');
    expect(at(50)).toBe('encode: 50 of 100, 2 s left');
    expect(at(100)).toBe('encode: 100 of 100');
    expect(formatProgress({ stage: 'encode', done: 50, total: 100 }, 499)).toBe('encode: 50 of 100');
  });

  it('shows no time if the total is unknown or zero', () => {
    expect(formatProgress({ stage: 'encode', done: 10, total: null }, 2000)).toBe('encode: 10');
    expect(formatProgress({ stage: 'encode', done: 0, total: 0 }, 2000)).toBe('encode: 0 of 0');
  });
});

/** Runs an ingest's stages, half a second apart, and gives what stood on standard error. */
function watch(terminal: Partial<Terminal>, stepMs = 500): string {
  const fake = fakeTerminal(terminal);
  let now = 0;
  const progress = createProgress(fake, () => now);
  const steps: Progress[] = [
    { stage: 'read etnc', done: 1, total: 2 },
    { stage: 'read etnc', done: 2, total: 2 },
    { stage: 'encode', done: 1, total: 2 },
    { stage: 'encode', done: 2, total: 2 },
    { stage: 'write', done: 1, total: 1 },
    { stage: 'tidy up', done: 3, total: 3 },
  ];
  for (const step of steps) {
    progress.onProgress(step);
    now += stepMs;
  }
  progress.finish();
  progress.finish();
  expect(fake.printed()).toBe('');
  return fake.complained();
}

describe('progress', () => {
  it('is quiet in a pipe', () => {
    expect(watch({ isInteractive: false })).toBe('');
  });

  it('is one line a stage in a pipe where it is asked for, with what was counted', () => {
    expect(watch({ isInteractive: false, tellsStages: true })).toBe(
      [
        'read etnc: 2 pages in 1 s',
        'encode: 2 passages in 1 s',
        'write: 1 file in 1 s',
        'tidy up: 3 in 1 s',
        '',
      ].join('\n'),
    );
  });

  it('is one line on a terminal, drawn over and gone in the end', () => {
    const clear = '\r\u001b[K';
    expect(watch({ isInteractive: true }).split(clear)).toEqual([
      '',
      'read etnc: 1 of 2',
      'read etnc: 2 of 2',
      // The stage's end clears, and so does the next line's start.
      '',
      'encode: 1 of 2',
      'encode: 2 of 2',
      '',
      'write: 1 of 1',
      '',
      'tidy up: 3 of 3',
      '',
    ]);
  });

  it('is drawn at most twelve times a second', () => {
    const lines = watch({ isInteractive: true }, 10)
      .split('\r\u001b[K')
      .filter((line) => line !== '');
    expect(lines).toEqual(['read etnc: 1 of 2', 'encode: 1 of 2', 'write: 1 of 1', 'tidy up: 3 of 3']);
  });

  it('never wraps, as it could not be cleared', () => {
    const lines = watch({ isInteractive: true, width: 16 }).split('\r\u001b[K');
    expect(lines[1]).toBe('read etnc: 1 of');
  });

  it('prints nothing where nothing was reported', () => {
    const terminal = fakeTerminal();
    createProgress(terminal).finish();
    expect(terminal.complained()).toBe('');
  });
});
