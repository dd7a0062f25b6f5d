import { describe, expect, it } from 'vitest';
import { makeBlock } from '../../testing/documents/text-runs.ts';
import { type Block, blockText } from '../page-model.ts';
import { placeFloats } from './floats.ts';

const floatLook = { font: 'Lato-Bold-Italic', x: 400, size: 12, float: true } as const;
const title = makeBlock(['Outlook: Uneven awakening'], { ...floatLook, y: 400 }, 'heading');
const quote = makeBlock(["Belgium's engagement with"], { ...floatLook, y: 400 }, 'quote');
const above = makeBlock(['No public follow-up was recorded.'], { y: 600 });
const beside = makeBlock(["Belgium's engagement", 'with Chinese', 'technology'], { y: 402 });
const below = makeBlock(['The result is clear.'], { y: 300 });

function order(blocks: Block[]): string[] {
  return placeFloats(blocks).map((block) => block.lines[0]?.text ?? blockText(block));
}

describe('placeFloats', () => {
  it('puts a heading set as a float before the text it stands beside', () => {
    expect(order([title, quote, above, beside, below])).toEqual([
      "Belgium's engagement with",
      'No public follow-up was recorded.',
      'Outlook: Uneven awakening',
      "Belgium's engagement",
      'The result is clear.',
    ]);
  });

  it('puts one below all text at the end of its page, not onto the next', () => {
    const low = makeBlock(['Outlook: Last on its page'], { ...floatLook, y: 80 }, 'heading');
    const nextPage = makeBlock(['In the coming years'], { page: 2 });
    expect(order([low, above, nextPage])).toEqual([
      'No public follow-up was recorded.',
      'Outlook: Last on its page',
      'In the coming years',
    ]);
  });

  it('leaves pull quotes and plain headings where they are', () => {
    const heading = makeBlock(['Endnotes'], { font: 'Lato-Bold', y: 700 }, 'heading');
    expect(order([quote, above, heading])).toEqual([
      "Belgium's engagement with",
      'No public follow-up was recorded.',
      'Endnotes',
    ]);
  });
});
