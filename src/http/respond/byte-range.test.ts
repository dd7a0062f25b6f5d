import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type ByteRange, parseByteRange } from './byte-range.ts';

type Row = [header: string | undefined, expected: ByteRange | 'unsatisfiable' | null, reason: string];

describe('parseByteRange', () => {
  it.each<Row>([
    ['bytes=0-0', { start: 0, end: 0 }, 'one byte'],
    ['bytes=10-19', { start: 10, end: 19 }, 'both ends are included'],
    ['bytes=90-', { start: 90, end: 99 }, 'open at the end'],
    ['bytes=-5', { start: 95, end: 99 }, 'the last five'],
    ['bytes=-500', { start: 0, end: 99 }, 'more than there is'],
    ['bytes=50-500', { start: 50, end: 99 }, 'cut off at the end'],
    ['bytes=100-', 'unsatisfiable', 'starts behind the end'],
    ['bytes=-0', 'unsatisfiable', 'nothing asked for'],
    ['bytes=20-10', null, 'backwards is no range'],
    ['bytes=0-1,5-6', null, 'several ranges are answered with the whole'],
    ['items=0-1', null, 'another unit'],
    ['bytes=-', null, 'nonsense'],
    [undefined, null, 'no header'],
  ])('reads %s of 100 bytes as %o: %s', (header, expected) => {
    expect(parseByteRange(header, 100)).toEqual(expected);
  });

  it('never returns a range outside the file', () => {
    const bound = fc.option(fc.nat(300), { nil: undefined });
    fc.assert(
      fc.property(bound, bound, fc.nat(200), (first, last, size) => {
        const range = parseByteRange(`bytes=${first ?? ''}-${last ?? ''}`, size);
        if (range === null || range === 'unsatisfiable') return;
        expect(range.start).toBeGreaterThanOrEqual(0);
        expect(range.start).toBeLessThanOrEqual(range.end);
        expect(range.end).toBeLessThan(size);
      }),
    );
  });
});
