import { describe, expect, it } from 'vitest';
import type { DocumentDesign } from './document-design.ts';
import { createPageFiller, type FootLine, margin } from './page-filler.ts';

/** Text of 192 points fits on a page. */
const design: DocumentDesign = {
  kind: 'columns',
  shows: 'notes of the last column',
  title: 'Wells',
  page: [400, 308],
  size: 10,
  content: [],
};
const secondColumn = (400 + margin.gutter) / 2;

const footLine = (text: string): FootLine => ({
  set: (x, y) => [{ text, x, y, size: 8, face: 'regular' }],
  onPage: () => {},
});

/** Ends a chapter in its second column, which names so many lines of notes, and begins a page for the next chapter. */
function endChapter(noteLines: number) {
  const filler = createPageFiller(design);
  filler.setColumns(2);
  filler.down(150, [footLine('of the first column')]);
  filler.down(
    100,
    Array.from({ length: noteLines }, (_, at) => footLine(`line ${at + 1}`)),
  );
  filler.setColumns(1);
  filler.newPage();
  filler.close();
  return filler.pages.map(({ lines }) => lines.map(({ text, x }) => [text, x]));
}

describe('the notes of a chapter that ends in its second column', () => {
  it('stand at the foot of that column', () => {
    expect(endChapter(1)).toEqual([
      [
        ['of the first column', margin.side],
        ['line 1', secondColumn],
      ],
      [],
    ]);
  });

  it('end before the page of the next chapter, in a column more where they are long', () => {
    const pages = endChapter(9);
    expect(pages.map((lines) => lines.length)).toEqual([8, 2, 0]);
    expect(pages[1]).toEqual([
      ['line 8', margin.side],
      ['line 9', margin.side],
    ]);
  });
});
