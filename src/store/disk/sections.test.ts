import { describe, expect, it } from 'vitest';
import { bytesOf } from '../bytes-of.ts';
import { joinSections, splitSections } from './sections.ts';

const numbers = Float64Array.of(0.5, -2, 1e300);
const file = joinSections(
  new Map([
    ['text', Buffer.from('Zürich')],
    ['numbers', bytesOf(numbers)],
    ['none', new Uint8Array()],
  ]),
);

describe('a file of parts', () => {
  it('gives each part as it was, also out of a larger buffer, and does not hold on to the file', () => {
    const shared = Buffer.alloc(file.length + 3);
    shared.set(file, 3);
    const find = splitSections(shared.subarray(3));
    expect(Buffer.from(find('text')).toString()).toBe('Zürich');
    expect(find('none')).toEqual(new Uint8Array());
    expect(new Float64Array(find('numbers').buffer)).toEqual(numbers);
    expect(find('numbers').buffer.byteLength).toBe(numbers.byteLength);
  });

  it('has no other parts, and is refused where it ends before them', () => {
    expect(() => splitSections(file)('else')).toThrow('no part else');
    expect(() => splitSections(file.subarray(0, -16))('numbers')).toThrow('no part numbers');
  });
});
