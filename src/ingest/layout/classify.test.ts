import { describe, expect, it } from 'vitest';
import { makeBlock } from '../../testing/documents/text-runs.ts';
import { type Block, blockText, lettersOf } from '../page-model.ts';
import { classifyBlocks, type DocumentHints } from './classify.ts';
import { bodySizeOf } from './main-size.ts';
import { plainWordPairs } from './pull-quotes.ts';

const body = makeBlock([
  'In 2018, deepening technological cooperation saw some momentum with the establishment',
  'of the friendly strategic partnership, and a gradual shift from political promotion toward',
  'a more cautious approach, as Vienna has gradually shifted toward a more cautious approach.',
]);
const quoteLook = { font: 'Lato-Bold-Italic', size: 12, x: 400, float: true } as const;
const headingLook = { font: 'Lato-Bold', size: 12 };

function kindsOf(blocks: Block[], bodySize = 10, hints: Partial<DocumentHints> = {}): string[] {
  const copies = blocks.map((block) => ({ ...block, kind: 'body' as const }));
  classifyBlocks(copies, bodySize, { pairs: plainWordPairs(blocks), hasPullQuotes: true, ...hints });
  return copies.map((block) => block.kind);
}

describe('classifyBlocks', () => {
  it('recognises headings by bold larger type, and pull quotes by bold italics', () => {
    const heading = makeBlock(['Recent trends: A decade of managed continuity'], headingLook);
    const quote = makeBlock(
      ['Vienna has gradually shifted', 'toward a more cautious', 'approach'],
      quoteLook,
    );
    expect(kindsOf([heading, quote, body])).toEqual(['heading', 'quote', 'body']);
  });

  it('takes a quotation in a box for text, not for a heading', () => {
    const box = makeBlock(
      [
        '“Our epidemiologists waste 80% of their time',
        'cleaning data. The end goal is to free up that',
        'time to do actual public health work.”',
      ],
      { ...headingLook, size: 14 },
    );
    const asked = makeBlock(['What should public health departments do next?'], headingLook);
    expect(kindsOf([box, asked, body])).toEqual(['body', 'heading', 'body']);
  });

  it('treats bold type of the body size as text', () => {
    expect(
      kindsOf([
        makeBlock(['Sources in Berlin say the opposite.'], { font: 'EB-Garamond-Bold', size: 10 }),
        body,
      ])[0],
    ).toBe('body');
  });

  it('treats bold type of the body size as a heading if the outline names it', () => {
    const heading = makeBlock(['2.1 Basic Definitions'], { font: 'NimbusRomNo9L-Medi', size: 10 });
    const titles = new Set(['basicdefinitions']);
    expect(kindsOf([heading, body], 10, { titles })[0]).toBe('heading');
    expect(kindsOf([heading, body])[0]).toBe('body');
    expect(kindsOf([makeBlock(['Basic Definitions']), body], 10, { titles })[0]).toBe('body');
  });

  it('treats a float that opens with a label as a heading, unless the text says the same', () => {
    const titled = makeBlock(['Outlook: Uneven awakening to', 'the risks of Chinese technology'], quoteLook);
    expect(kindsOf([titled, body])[0]).toBe('heading');
    const said = makeBlock(['This is the outlook: uneven awakening to the risks of Chinese technology']);
    expect(kindsOf([titled, said])[0]).toBe('quote');
  });

  it('treats long text in bold italics that the body does not repeat as text', () => {
    const words = Array.from(
      { length: 12 },
      (_, index) =>
        `The Commission opened procedure number ${index} in the spring of that year, as it had said it would.`,
    );
    expect(kindsOf([makeBlock(words, quoteLook), body])[0]).toBe('body');
  });

  it('treats a float with a sentence end inside as text, and the float it continues on the page before', () => {
    const start = makeBlock(
      ['Macron witnessed the June opening', 'with funding from the European Investment'],
      quoteLook,
    );
    const end = makeBlock(['Bank. The factory is expected', 'to produce 24 GWh by 2030 and'], {
      ...quoteLook,
      page: 2,
    });
    expect(kindsOf([start, body, end])).toEqual(['body', 'body', 'body']);
    expect(kindsOf([start, body])).toEqual(['quote', 'body']);
  });

  it('takes more words than a pull quote has for text, even without a full stop inside, and type of its size', () => {
    const words = Array.from(
      { length: 3 },
      (_, index) => `${index} the Commission opened a procedure in the spring of that year and went on`,
    );
    expect(kindsOf([makeBlock([words.join(' ')], quoteLook)])).toEqual(['body']);
    const heading = makeBlock(['Revenue Recognition'], { ...quoteLook, size: 10 });
    expect(kindsOf([heading, body])).toEqual(['body', 'body']);
  });

  it('drops nothing where the document has no pull quotes: bold italics are headings or text', () => {
    const large = makeBlock(['6.3.1 Law no. 124/2007: main features'], quoteLook);
    const small = makeBlock(['Vienna has gradually shifted'], { font: 'EB-Garamond-BoldItalic' });
    expect(kindsOf([large, small, body], 10, { hasPullQuotes: false })).toEqual(['heading', 'body', 'body']);
  });

  it('takes "Notes" above notes for their heading, in any type', () => {
    const note: Block = { ...makeBlock(['Garbsch.']), note: { label: '1', place: 'end' } };
    expect(kindsOf([body, makeBlock(['Notes']), note])).toEqual(['body', 'heading', 'note']);
    expect(kindsOf([body, makeBlock(['Notes']), body])).toEqual(['body', 'body', 'body']);
  });

  it('takes all that follows the heading "Endnotes" for notes, up to the next heading', () => {
    const endnotes = makeBlock(['Endnotes'], headingLook);
    const note = makeBlock(['1 | ÖAW. Quantum communication.'], { size: 8 });
    const next = makeBlock(['Table of figures'], headingLook);
    expect(kindsOf([body, endnotes, note, note, next, body])).toEqual([
      'body',
      'heading',
      'note',
      'note',
      'heading',
      'body',
    ]);
  });

  it('takes "Figure 1" and "Source: …" in small type for captions, but no sentence about a figure or a source', () => {
    const small = ['Figure 1', 'Source: Clingendael Institute', '© ETNC', 'Sources say so.'];
    expect(kindsOf([body, ...small.map((text) => makeBlock([text], { size: 8 }))])).toEqual([
      'body',
      'caption',
      'caption',
      'caption',
      'body',
    ]);
    expect(kindsOf([body, makeBlock(['Figure 4 shows what they see as risks.'])])).toEqual(['body', 'body']);
  });

  it('takes a byline that is set like a heading for text, where the list of authors holds it', () => {
    const byline = makeBlock(["Tim Summers, Lau China Institute, King's College London"], headingLook);
    const names = new Set([lettersOf(blockText(byline))]);
    expect(kindsOf([byline, body], 10, { names })).toEqual(['body', 'body']);
    expect(kindsOf([byline, body])).toEqual(['heading', 'body']);
  });
});

describe('bodySizeOf', () => {
  it('is the larger of two common sizes, since endnotes can outweigh the text', () => {
    const notes = makeBlock(
      Array.from({ length: 6 }, () => 'x'.repeat(90)),
      { size: 8.4 },
    );
    expect(bodySizeOf([body, notes])).toBe(10);
  });

  it('does not count headings, however large', () => {
    expect(
      bodySizeOf([
        body,
        makeBlock(
          Array.from({ length: 9 }, () => 'x'.repeat(90)),
          headingLook,
        ),
      ]),
    ).toBe(10);
  });
});
