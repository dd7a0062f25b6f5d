import { describe, expect, it } from 'vitest';
import { romanValue } from './roman-number.ts';

describe('romanValue', () => {
  it('reads well-formed numbers only', () => {
    expect(['iv', 'XIV', 'lxxii', 'iiii', 'mild', ''].map(romanValue)).toEqual([4, 14, 72, null, null, null]);
  });
});
