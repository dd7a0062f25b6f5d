import { expect, it } from 'vitest';
import { itemMark } from './item-mark.ts';

it.each([
  ['Oil runs dry.', '- '],
  ['1. Oil runs dry.', ''],
  ['(b) Oil runs dry.', ''],
  ['iv) Oil runs dry.', ''],
  ['Wells (old) run dry.', '- '],
  ['Oil. It runs dry.', '- '],
])('%s', (text, mark) => {
  expect(itemMark(text)).toBe(mark);
});
