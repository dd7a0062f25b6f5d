import { describe, expect, it } from 'vitest';
import type { Note } from '../../core/types.ts';
import type { ChapterNotes } from './notes.ts';
import { createMarkerResolvers } from './resolve-markers.ts';

function note(number: number, page: number): Note {
  return {
    id: `n${number}@${page}`,
    chapter: 'EU',
    number,
    text: 'Ibid.',
    urls: [],
    page,
    pages: [page],
    boxes: [],
  };
}

function resolve(chapters: Partial<ChapterNotes>[], chapter: number, numbers: number[], page: number) {
  const resolvers = createMarkerResolvers(chapters.map((notes) => ({ foot: [], end: [], ...notes })));
  return resolvers[chapter]?.resolve(numbers, page);
}

describe('a marker', () => {
  it('names the note at the foot of its own page, where numbers start anew on each', () => {
    const foot = [note(1, 3), note(2, 3), note(1, 4)];
    expect(resolve([{ foot }], 0, [1], 4)).toEqual(['n1@4']);
    expect(resolve([{ foot }], 0, [1], 3)).toEqual(['n1@3']);
  });

  it('names a note that was pushed to the next page, but none on the page before or after that', () => {
    const foot = [note(7, 4)];
    expect(resolve([{ foot }], 0, [7], 3)).toEqual(['n7@4']);
    expect(resolve([{ foot }], 0, [7], 5)).toEqual([]);
    expect(resolve([{ foot }], 0, [7], 2)).toEqual([]);
  });

  it('names a note at the end of its chapter, in the first list behind it', () => {
    const end = [note(1, 9), note(1, 20)];
    expect(resolve([{ end: [note(1, 2)] }, { end }], 1, [1], 5)).toEqual(['n1@9']);
    expect(resolve([{ end: [note(1, 2)] }, { end }], 1, [1], 12)).toEqual(['n1@20']);
  });

  it('names a note at the foot rather than one at the end', () => {
    expect(resolve([{ foot: [note(1, 3)], end: [note(1, 9)] }], 0, [1], 3)).toEqual(['n1@3']);
  });
});
