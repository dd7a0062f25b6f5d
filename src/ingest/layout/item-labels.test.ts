import { describe, expect, it } from 'vitest';
import { makeLine, makeLines } from '../../testing/documents/text-runs.ts';
import { bullet, endsShort, follows, isFirst, itemLabelOf, loneLabel } from './item-labels.ts';

const labelIn = (line: string) => {
  const label = itemLabelOf(line);
  if (label === undefined) throw new Error(`${line} has no label.`);
  return label;
};

describe('bullet and loneLabel', () => {
  it.each(['• one', '○ one', '✔ one', '\uf0b7 one', '– One'])('knows the bullet of %s', (line) => {
    expect(bullet.test(line)).toBe(true);
    expect(loneLabel.test(line.split(' ')[0] ?? '')).toBe(true);
  });

  it('takes a dash before a lower-case word for none', () => {
    expect(bullet.test('– one of them')).toBe(false);
  });

  it.each(['1.', '(a)', 'iv)', 'B.'])('knows %s, which stands apart from its item', (label) => {
    expect(loneLabel.test(label)).toBe(true);
  });
});

describe('itemLabelOf', () => {
  it.each([
    ['3. Access to resources', '3.', [3]],
    ['(b) the name', '(b)', [2]],
    ['iv) the year', 'iv)', [4]],
    ['i. the place', 'i.', [1, 9]],
    ['C. Pooling', 'C.', [3]],
    ['‘(a) the interests', '(a)', [1]],
  ])('reads the label of %s', (line, text, places) => {
    expect(itemLabelOf(line)).toMatchObject({ text, places });
  });

  it.each(['2015 was a year', '3.1 Tenets', 'a network', '(see above)', '3.'])('reads none of %s', (line) => {
    expect(itemLabelOf(line)).toBeUndefined();
  });
});

describe('follows and isFirst', () => {
  it.each([
    ['1. one', '2. two', true],
    ['(a) one', '(b) two', true],
    ['i. one', 'ii. two', true],
    ['h. one', 'i. two', true],
    ['1. one', '3. three', false],
    ['1. one', '2) two', false],
    ['a. one', 'B. two', false],
  ])('%s, then %s', (before, next, expected) => {
    expect(follows(labelIn(next), labelIn(before))).toBe(expected);
  });

  it('knows what may open a list', () => {
    expect(['1. one', 'a. one', '(i) one', 'b. two'].map((line) => isFirst(labelIn(line)))).toEqual([
      true,
      true,
      true,
      false,
    ]);
  });
});

describe('endsShort', () => {
  const next = makeLine('(b) the second of them, which is as long as the first line is');

  it('tells the end of an item from the midst of a sentence, where the label would have had no room', () => {
    const item = makeLines(['(a) the first of them, which is as long as the second line is', 'and ends;']);
    const text = makeLines(['The rule names (a) the first of them, which is as long as this']);
    expect(endsShort(item, next)).toBe(true);
    expect(endsShort(text, next)).toBe(false);
  });
});
