import { expect, it } from 'vitest';
import { isCapitals } from './capitals.ts';

it('tells texts in capitals, but no short ones and no numbers', () => {
  expect(['PART II: LAW', 'Part II', 'EU', '2020', 'ÜBERSICHT'].map(isCapitals)).toEqual([
    true,
    false,
    false,
    false,
    true,
  ]);
});
