import { expect, it } from 'vitest';
import { countWords } from './count-words.ts';

it.each([
  ['Orange and Free Mobile – operate without 5G [1]', 8],
  ['The Dutch – and others – agreed.', 5],
  ['', 0],
])('%j holds %i words', (text, count) => expect(countWords(text)).toBe(count));
