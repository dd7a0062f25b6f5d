import { describe, expect, it } from 'vitest';
import { makeBlock } from '../../testing/documents/text-runs.ts';
import { blockText } from '../page-model.ts';
import { joinLeadIns } from './join-lead-ins.ts';

const bold = { font: 'Lato-Bold', size: 20 };
const rest = (y: number, text = 'was the key starting point for a third') =>
  makeBlock([text], { size: 20, y });
const textsOf = (blocks: ReturnType<typeof makeBlock>[]) => joinLeadIns(blocks).map(blockText);

describe('joinLeadIns', () => {
  it('joins a sentence whose first line begins in bold', () => {
    const opening = makeBlock(['Common paths: the link on the homepage'], { ...bold, y: 524 });
    expect(textsOf([opening, rest(500)])).toEqual([
      'Common paths: the link on the homepage was the key starting point for a third',
    ]);
  });

  it('joins a sentence that goes on with code', () => {
    const before = makeBlock(['For example, use'], { font: 'CMR10', size: 10, y: 524 });
    const code = makeBlock(['names such as bird count table.csv, manuscript.md'], { font: 'CMTT10', y: 511 });
    expect(textsOf([before, code])).toHaveLength(1);
    expect(textsOf([before, makeBlock(['Usage: make_images.py'], { font: 'CMTT10', y: 511 })])).toHaveLength(
      2,
    );
  });

  it('joins the lines of a paragraph that are mostly in bold, behind a full line', () => {
    const texts = [
      'There are libraries for mapping and more, and',
      'R has one in a central source of its own, and',
    ];
    const [first, last] = [
      makeBlock(texts, { size: 10, y: 524 }),
      makeBlock(['so on.'], { font: 'Lato-Bold', y: 498 }),
    ];
    expect(textsOf([first, last])).toEqual([`${texts.join(' ')} so on.`]);
    const early = makeBlock([texts[0] ?? '', 'R has one'], { size: 10, y: 524 });
    expect(textsOf([early, last])).toHaveLength(2);
  });

  it.each([
    [
      'a heading above a text',
      makeBlock(['Common paths'], { ...bold, y: 524 }),
      rest(500, 'The link was the key'),
    ],
    ['a line that ends', makeBlock(['Common paths:'], { ...bold, y: 524 }), rest(500)],
    ['a line far above', makeBlock(['Common paths'], { ...bold, y: 560 }), rest(500)],
    ['a line in another size', makeBlock(['Common paths'], { ...bold, size: 24, y: 524 }), rest(500)],
  ])('leaves %s alone', (_, opening, text) => {
    expect(joinLeadIns([opening, text])).toHaveLength(2);
  });
});
