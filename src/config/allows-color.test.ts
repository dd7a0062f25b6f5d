import { describe, expect, it } from 'vitest';
import { allowsColor } from './allows-color.ts';

describe('allowsColor', () => {
  it.each([
    [true, {}, true],
    [true, { NO_COLOR: '' }, true],
    [true, { NO_COLOR: '1' }, false],
    [true, { TERM: 'dumb' }, false],
    [false, {}, false],
  ])('on a terminal: %s, with %j: %s', (isTerminal, environment, allowed) => {
    expect(allowsColor(isTerminal, environment)).toBe(allowed);
  });
});
