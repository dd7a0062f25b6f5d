import { expect, it } from 'vitest';
import { makeLine } from '../../testing/documents/text-runs.ts';
import { mainSizeOf } from './main-size.ts';

it('has the usual size for a chapter that is tables alone, whatever theirs is', () => {
  expect(
    mainSizeOf([{ ...makeLine('2021/22 Est.', { size: 12 }), bold: true }, makeLine('', { size: 12 })]),
  ).toBe(10);
});
