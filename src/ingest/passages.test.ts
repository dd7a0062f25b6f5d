import { describe, expect, it } from 'vitest';
import type { Sentence } from '../core/types.ts';
import { groupPassages, passageSize, type SentenceGroup } from './passages.ts';

function makeSentence(length: number, page = 30): Sentence {
  return { text: `${'x'.repeat(length - 1)}.`, pages: [page], boxes: [], noteIds: [], markers: [] };
}

function makeGroup(lengths: number[], rest: Partial<SentenceGroup> = {}): SentenceGroup {
  return {
    sentences: lengths.map((length) => makeSentence(length)),
    section: 'Industry',
    kind: 'body',
    ...rest,
  };
}

function group(...groups: SentenceGroup[]) {
  return groupPassages(groups, { documentId: 'report', chapter: 'Austria', idPrefix: 'report/5' });
}

function lengths(...groups: SentenceGroup[]): number[] {
  return group(...groups).map((passage) => passage.text.length);
}

describe('groupPassages', () => {
  it('keeps a paragraph whole up to the longest length', () => {
    expect(lengths(makeGroup([500, 598]))).toEqual([1099]);
  });

  it('cuts a longer one at sentence ends into even parts', () => {
    const parts = lengths(makeGroup(Array.from({ length: 15 }, () => 100)));
    expect(parts).toEqual([807, 706]);
  });

  it('joins a short paragraph to its neighbour in the same section, while both fit', () => {
    expect(lengths(makeGroup([200]), makeGroup([500]))).toEqual([701]);
    expect(lengths(makeGroup([200]), makeGroup([700]))).toEqual([200, 700]);
    expect(lengths(makeGroup([400]), makeGroup([390]))).toEqual([400, 390]);
    expect(passageSize).toEqual({ target: 800, longest: 1100, shortest: 300 });
  });

  it('never joins over a heading, nor text with a table, nor two notes', () => {
    expect(lengths(makeGroup([100]), makeGroup([100], { section: 'Outlook' }))).toEqual([100, 100]);
    expect(lengths(makeGroup([100]), makeGroup([100], { kind: 'table' }))).toEqual([100, 100]);
    expect(lengths(makeGroup([100], { kind: 'note' }), makeGroup([100], { kind: 'note' }))).toEqual([
      100, 100,
    ]);
  });

  it('puts the rows of a table on lines of their own', () => {
    const [passage] = group(makeGroup([20], { kind: 'table' }), makeGroup([30], { kind: 'table' }));
    expect(passage?.text.split('\n').map((row) => row.length)).toEqual([20, 30]);
  });

  it('numbers passages in order and names all pages of their sentences', () => {
    const over = makeGroup([400]);
    over.sentences.push(makeSentence(400, 31));
    expect(group(makeGroup([700]), over).map(({ id, pages }) => [id, pages])).toEqual([
      ['report/5/1', [30]],
      ['report/5/2', [30, 31]],
    ]);
  });

  it('does not change the groups it is given', () => {
    const groups = [makeGroup([100]), makeGroup([100])];
    group(...groups);
    expect(groups.map((each) => each.sentences.length)).toEqual([1, 1]);
  });
});
