import { describe, expect, it } from 'vitest';
import type { ChapterKind, Note } from '../../core/types.ts';
import type { NoteList } from './notes.ts';
import { createMarkerResolvers } from './resolve-markers.ts';

function note(number: number, page: number): Note {
  return {
    id: `n${number}@${page}`,
    chapter: 'EU',
    label: String(number),
    text: 'Ibid.',
    urls: [],
    page,
    pages: [page],
    boxes: [],
  };
}

interface Notes {
  kind?: ChapterKind;
  foot?: Note[];
  /** A list, or several with their titles. */
  end?: Note[] | NoteList[];
  /** Where those at the foot begin. */
  tops?: [id: string, y: number][];
}

const isList = (entry: Note | NoteList): entry is NoteList => 'notes' in entry;

function resolve(chapters: Notes[], chapter: number, numbers: number[], page: number, y = 500) {
  const names = ['Austria', 'Latvia', 'Poland'];
  const resolvers = createMarkerResolvers(
    chapters.map(({ foot = [], end = [], tops = [], kind = 'chapter' }, index) => {
      const name = names[index] ?? 'Notes';
      const lists = end.filter(isList);
      const notes = end.filter((entry): entry is Note => !isList(entry));
      const all = notes.length > 0 ? [{ title: null, notes }] : lists;
      return {
        chapter: { name, title: `${name}: more`, kind },
        notes: { foot, end: all, tops: new Map(tops) },
      };
    }),
  );
  return resolvers[chapter]?.resolve({ labels: numbers.map(String), page, y });
}

describe('a marker', () => {
  it('names the note at the foot of its own page, where numbers start anew on each', () => {
    const foot = [note(1, 3), note(2, 3), note(1, 4)];
    expect(resolve([{ foot }], 0, [1], 4)).toEqual(['n1@4']);
    expect(resolve([{ foot }], 0, [1], 3)).toEqual(['n1@3']);
  });

  it('names the nearest note below it, where several tables of a page have their own', () => {
    const second = { ...note(1, 3), id: 'second' };
    const foot = [note(1, 3), second];
    const tops: [string, number][] = [
      ['n1@3', 400],
      ['second', 100],
    ];
    expect(resolve([{ foot, tops }], 0, [1], 3, 600)).toEqual(['n1@3']);
    expect(resolve([{ foot, tops }], 0, [1], 3, 300)).toEqual(['second']);
    expect(resolve([{ foot, tops }], 0, [1], 3, 50)).toEqual(['n1@3']);
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

  it("names a note in its chapter's list at the end of the book, by its heading or by order", () => {
    const list = (title: string | null, page: number) => ({ title, notes: [note(1, page)] });
    const titled = [{}, {}, {}, { end: [list('Latvia', 90), list('Austria', 91), list('Poland', 92)] }];
    expect(resolve(titled, 0, [1], 5)).toEqual(['n1@91']);
    expect(resolve(titled, 1, [1], 25)).toEqual(['n1@90']);
    const untitled = [{}, {}, {}, { end: [list(null, 90), list(null, 91), list(null, 92)] }];
    expect(resolve(untitled, 2, [1], 45)).toEqual(['n1@92']);
  });

  it('names a note of the only list of its document, behind it', () => {
    const paper = [{}, {}, { end: [note(1, 8), note(2, 8)] }];
    expect(resolve(paper, 0, [1, 2], 3)).toEqual(['n1@8', 'n2@8']);
    expect(resolve([{ end: [note(1, 2)] }, {}], 1, [1], 5)).toEqual([]);
    expect(resolve([{}, { end: [note(1, 4)] }, { end: [note(1, 8)] }], 0, [1], 3)).toEqual([]);
  });

  it('names a note of the next list that is back matter, where there are several papers', () => {
    const list = (page: number) => ({ end: [note(1, page)], kind: 'back' as const });
    const papers = [{}, list(4), {}, list(9)];
    expect(resolve(papers, 0, [1], 3)).toEqual(['n1@4']);
    expect(resolve(papers, 2, [1], 6)).toEqual(['n1@9']);
  });
});
