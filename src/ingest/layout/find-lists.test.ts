import { describe, expect, it } from 'vitest';
import { makeBlock } from '../../testing/documents/text-runs.ts';
import { type Block, blockText } from '../page-model.ts';
import { findLists, labelOf, opensItem } from './find-lists.ts';

const indent = 78;

/** The places in lists of the paragraphs, each of one block, by their texts; a heading is null. */
function placesOf(...blocks: (Block | null)[]) {
  const places = findLists(blocks.map((block) => block && [block]));
  return Object.fromEntries([...places].map(([[block], place]) => [block ? blockText(block) : '', place]));
}

const text = (line: string, x = 60) => makeBlock([line], { x });

describe('findLists', () => {
  it('finds the items of bullets and what announces them', () => {
    expect(
      placesOf(
        text('The following were found:'),
        text('• one', indent),
        text('• two', indent),
        text('So much.'),
      ),
    ).toEqual({ 'The following were found:': { announces: 1 }, '• one': { item: 1 }, '• two': { item: 1 } });
  });

  it('finds numbered items with paragraphs of their own between them', () => {
    const places = placesOf(text('These hold:'), text('1. One.'), text('It is said.'), text('2. Two.'));
    expect(places).toEqual({
      'These hold:': { announces: 1 },
      '1. One.': { item: 1 },
      '2. Two.': { item: 1 },
    });
  });

  it('finds items that are only set in, below what ends with a colon', () => {
    const set = [text('Privacy', indent), text('Security', indent)];
    expect(placesOf(text('The touchpoints are:'), ...set, text('They matter.'))).toEqual({
      'The touchpoints are:': { announces: 1 },
      Privacy: { item: 1 },
      Security: { item: 1 },
    });
    expect(placesOf(text('The touchpoints are many.'), ...set)).toEqual({});
  });

  it('finds a list below an item, and goes on with that of the item', () => {
    const places = placesOf(
      text('Objects are:'),
      text('1. Nodes'),
      text('a. Junctions', indent),
      text('b. Tanks', indent),
      text('2. Links'),
    );
    expect(places['1. Nodes']).toEqual({ item: 1, announces: 2 });
    expect(places['b. Tanks']).toEqual({ item: 2 });
    expect(places['2. Links']).toEqual({ item: 1 });
  });

  it('tells two lists apart that are announced one behind the other', () => {
    const places = placesOf(
      text('Strengths:'),
      text('• size', indent),
      text('• speed', indent),
      text('Weaknesses:', indent),
      text('• price', indent),
      text('• noise', indent),
    );
    expect(places['• speed']).toEqual({ item: 1 });
    expect(places['Weaknesses:']).toEqual({ announces: 2 });
    expect(places['• price']).toEqual({ item: 2 });
  });

  it('takes one item for no list, and no item over a heading', () => {
    expect(placesOf(text('See:'), text('• one', indent))).toEqual({});
    expect(placesOf(text('1. One.'), null, text('2. Two.'))).toEqual({});
  });

  it('takes a number that goes on with none for no item', () => {
    expect(placesOf(text('5. Five.'), text('6. Six.'))).toEqual({});
  });
});

describe('opensItem', () => {
  const labels = [labelOf(text('3. Three; and'))].flatMap((label) => label ?? []);

  it('opens the next item where the one before does not end with a stop', () => {
    expect(opensItem(text('4. Four'), [text('3. Three; and')], labels)).toBe(true);
    expect(opensItem(text('6. Six'), [text('3. Three; and')], labels)).toBe(false);
  });

  it('opens the first below what announces it, or set in from it', () => {
    expect(opensItem(text('1. One'), [text('These are:')], [])).toBe(true);
    expect(opensItem(text('a. One', indent), [text('2. Public identity')], [])).toBe(true);
    expect(opensItem(text('a. One'), [text('as said in the rule of section')], [])).toBe(false);
  });

  it('goes on with a sentence that counts its parts over a page', () => {
    const [counted] = [labelOf(text('(a) the one'))].flatMap((label) => (label ? [[label]] : []));
    const above = [text('It is (a) the one that was found first of all here')];
    expect(opensItem(text('(b) the other'), above, counted ?? [])).toBe(false);
    expect(opensItem(text('(b) the other'), [text('(a) the one;')], counted ?? [])).toBe(true);
  });
});
