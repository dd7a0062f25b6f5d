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

it('keeps columns straight beside wide characters and colours', () => {
  expect(
    alignRows([
      ['华为', '2.5'],
      ['Nokia', '\u001b[36m12.5\u001b[39m'],
    ]),
  ).toEqual(['华为    2.5', 'Nokia  \u001b[36m12.5\u001b[39m']);
});
