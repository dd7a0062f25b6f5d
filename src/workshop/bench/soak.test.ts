import { describe, expect, it } from 'vitest';
import { requireFlat, showSoak } from './soak.ts';

const flat = { minutes: 30, statuses: { 200: 41_000 }, beforeBytes: 400e6, afterBytes: 420e6 };

describe('the soak', () => {
  it('says what was sent, and what became of the memory', () => {
    expect(showSoak(flat)).toBe(
      '30 minutes at half capacity: 41,000 with 200.\nMemory: 400 MB, at the end 420 MB (5.0 %).\n',
    );
  });

  it('fails where memory has grown by more than a tenth, or a request was not answered', () => {
    expect(() => requireFlat(flat)).not.toThrow();
    expect(() => requireFlat({ ...flat, afterBytes: 441e6 })).toThrow('Memory has grown by more than 10 %.');
    expect(() => requireFlat({ ...flat, statuses: { 200: 9, 503: 1 } })).toThrow('Requests ended with 503.');
  });
});
