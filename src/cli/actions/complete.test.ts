import { describe, expect, it } from 'vitest';
import { findIndexDir } from './complete.ts';

describe('the index that words are completed from', () => {
  it.each([
    [['ask', '--index', 'annual', '--tag'], 'annual'],
    [['ask', '--index=annual', '--tag'], 'annual'],
    // As bash hands it over.
    [['--index', '=', 'annual', 'ask'], 'annual'],
    [['ask', '--tag=10-K'], undefined],
    [['ask', '--index'], undefined],
  ])('of %j is %j', (words, indexDir) => {
    expect(findIndexDir(words)).toBe(indexDir);
  });
});
