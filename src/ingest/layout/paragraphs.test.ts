import { describe, expect, it } from 'vitest';
import { makeBlock, makeLine, makeLines, widthOf } from '../../testing/documents/text-runs.ts';
import type { Block } from '../page-model.ts';
import { boxesOf, columnEdges, continuesParagraph, joinLines, pagesOf } from './paragraphs.ts';
import { buildVocabulary } from './vocabulary.ts';

const vocabulary = buildVocabulary(
  makeLines(['tech\u2010', 'nology in\u2010', 'novation de\u2010', 'velop']),
);
const pageSize = () => ({ width: 595, height: 842 });

describe('joinLines', () => {
  it('mends line ends and keeps the places of markers', () => {
    const [first, second] = makeLines(['scrutiny of tech\u2010', 'nology flows. Nevertheless']);
    if (first === undefined || second === undefined) throw new Error('two lines');
    second.markers.push({ offset: 13, labels: ['4'] });
    const paragraph = joinLines([first, second], vocabulary);
    expect(paragraph.text).toBe('scrutiny of technology flows. Nevertheless');
    expect(paragraph.text.slice(0, paragraph.markers[0]?.offset)).toBe('scrutiny of technology flows.');
  });

  it('keeps a marker after a line-end hyphen with the joined word', () => {
    const [first, second] = makeLines(['scrutiny of tech\u2010', 'nology flows.']);
    if (first === undefined || second === undefined) throw new Error('two lines');
    first.markers.push({ offset: 17, labels: ['4'] });
    const paragraph = joinLines([first, second], vocabulary);
    expect(paragraph.text.slice(0, paragraph.markers[0]?.offset)).toBe('scrutiny of tech');
  });

  it('leaves the bullet of an item out', () => {
    const item = makeLines(['• supported 804 joint research', 'projects']);
    expect(joinLines(item, vocabulary).text).toBe('supported 804 joint research projects');
  });
});

describe('boxesOf', () => {
  const paragraph = joinLines(
    [
      makeLine('But the E-', { page: 9, y: 100 }),
      makeLine('mobility and solar sectors', { page: 10, y: 780 }),
    ],
    vocabulary,
  );

  it('gives one rectangle per line, from the first letter to the last', () => {
    const start = paragraph.text.indexOf('the E-');
    const end = paragraph.text.indexOf(' and');
    expect(boxesOf(paragraph, start, end, pageSize)).toEqual([
      {
        page: 9,
        x: expect.closeTo((60 + widthOf('But ')) / 595, 3),
        y: expect.closeTo((842 - 100 - 8) / 842, 3),
        width: expect.closeTo(widthOf('the E-') / 595, 3),
        height: expect.closeTo(10.5 / 842, 3),
      },
      {
        page: 10,
        x: expect.closeTo(60 / 595, 3),
        y: expect.closeTo((842 - 780 - 8) / 842, 3),
        width: expect.closeTo(widthOf('mobility') / 595, 3),
        height: expect.closeTo(10.5 / 842, 3),
      },
    ]);
  });

  it('leaves the bullet of an item out', () => {
    const [line] = makeLines(['• created 24 UK spinout companies']);
    if (line === undefined) throw new Error('one line');
    const item = joinLines([line], vocabulary);
    const [box] = boxesOf(item, 0, 'created'.length, pageSize);
    expect(box?.x).toBeCloseTo((60 + widthOf('• ')) / 595, 3);
    expect(box?.width).toBeCloseTo(widthOf('created') / 595, 3);
  });

  it('goes with the pages that the words stand on', () => {
    const cut = paragraph.text.indexOf('mobility');
    expect(paragraph.text).toBe('But the E-mobility and solar sectors');
    expect(pagesOf(paragraph, 0, cut)).toEqual([9]);
    expect(pagesOf(paragraph, cut, paragraph.text.length)).toEqual([10]);
    expect(pagesOf(paragraph, 0, paragraph.text.length)).toEqual([9, 10]);
  });
});

describe('continuesParagraph', () => {
  const width = 80;
  const full = 'x'.repeat(width);
  /** Whether the second text goes on with the first, each in a block of its own. */
  function goesOn(end: string, start: string, look: Parameters<typeof makeBlock>[1] = { page: 2 }): boolean {
    const first = makeBlock([full, end]);
    const next = makeBlock([start, full], look);
    const blocks: Block[] = [first, next];
    return continuesParagraph(first, next, columnEdges(blocks));
  }

  it('joins over a page break where the sentence is open', () => {
    expect(goesOn('the open and', 'FDI-driven economic model')).toBe(true);
    expect(goesOn('seen as a big', 'step ahead')).toBe(true);
    expect(goesOn(`${'x'.repeat(width - 1)},`, 'Belgium has grown')).toBe(true);
  });

  it('does not join after the end of a sentence, unless the line is full and the next starts in lower case', () => {
    expect(goesOn('on security grounds.', 'Technology also plays a role')).toBe(false);
    expect(goesOn('on security grounds.', 'technology')).toBe(false);
    expect(goesOn(`${'x'.repeat(width - 3)} (a.`, 'b. and so on)')).toBe(true);
  });

  it('does not join a paragraph with a bullet, nor with text in another face or size', () => {
    expect(goesOn('as follows and', '• funded 27 joint research centres')).toBe(false);
    expect(goesOn('the open and', 'free model', { page: 2, size: 8 })).toBe(false);
    expect(goesOn('the open and', 'free model', { page: 2, font: 'Lato-Regular' })).toBe(false);
  });

  it('does not join the label of an entry in a list of references', () => {
    expect(goesOn(full, '[SP800-63A]', { y: 600 })).toBe(false);
  });

  it('does not join two short lines that are complete without a full stop', () => {
    expect(goesOn('Institute of Affairs', 'Elcano Royal Institute', { y: 600 })).toBe(false);
  });
});
