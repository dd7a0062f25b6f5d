import { expect, it } from 'vitest';
import type { Passage, Sentence } from '../../core/types.ts';
import { samplePassages } from '../../testing/answers/sample-report.ts';
import { findUpwardPages } from './find-upward-pages.ts';

/** A sentence with a line at each of some heights, in a column. */
const at = (text: string, heights: readonly number[], column = 0): Sentence => ({
  text,
  pages: [6],
  boxes: heights.map((y) => ({ page: 6, x: 0.1 + column * 0.45, y, width: 0.4, height: 0.02 })),
  noteIds: [],
  markers: [],
});

function upward(sentences: Sentence[], kind: Passage['kind'] = 'body'): number[] {
  const [sample] = samplePassages;
  return sample === undefined ? [] : findUpwardPages([{ ...sample, kind, sentences }]);
}

const inNames = 'Remember to follow each language’s conventions for names, such as';
const soOn = 'so on.';
const whole = 'The country has found itself adapting its long-standing posture.';

it('finds where a sentence breaks off and the text goes on further up its column', () => {
  expect(upward([at(inNames, [0.5, 0.52]), at(soOn, [0.4])])).toEqual([6]);
  expect(upward([at('One sentence whose second line stands above its first.', [0.5, 0.4])])).toEqual([6]);
});

it('takes the next column, and a box that is read behind the paragraph beside it, as they are', () => {
  expect(upward([at(inNames, [0.5, 0.52]), at('net_charge for Python.', [0.1], 1)])).toEqual([]);
  expect(upward([at(whole, [0.5, 0.52]), at('Box 1: Definitions', [0.4])])).toEqual([]);
});

it('does not look at tables and notes', () => {
  expect(upward([at(inNames, [0.5]), at(soOn, [0.4])], 'table')).toEqual([]);
});
