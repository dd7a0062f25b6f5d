import { describe, expect, it } from 'vitest';
import { countNoun } from './count-noun.ts';

describe('countNoun', () => {
  it('writes thousands with a comma and one without an s', () => {
    expect([0, 1, 2, 1335].map((count) => countNoun(count, 'passage'))).toEqual([
      '0 passages',
      '1 passage',
      '2 passages',
      '1,335 passages',
    ]);
  });
});
