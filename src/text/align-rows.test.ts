import { expect, it } from 'vitest';
import { alignRows } from './align-rows.ts';

it('sets labels to the left and figures to the right, without blanks at the end', () => {
  expect(
    alignRows([
      ['Answers', 'value', ''],
      ['  words', '91.0', '192'],
      ['  facts', '.818'],
    ]),
  ).toEqual(['Answers  value', '  words   91.0  192', '  facts   .818']);
});
