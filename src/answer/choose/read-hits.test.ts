import { describe, expect, it } from 'vitest';
import { makePassage } from '../../testing/answers/candidates.ts';
import { createFakeReaders } from '../../testing/networks/fake-readers.ts';
import { mostRead, readHits, unread } from './read-hits.ts';

const hit = (id: string) => ({
  passage: makePassage({ id, chapter: 'Poland' }, ['Poland bans the cars.', 'It did so in 2026.']),
});

describe('readHits', () => {
  it('reads the first hits, each with its heading and sentences', async () => {
    const readers = createFakeReaders(0, undefined, 2);
    const readings = await readHits('Who bans them?', ['a', 'b', 'c'].map(hit), readers.answers, {
      count: 2,
    });
    expect([...readings]).toEqual([
      ['a', { passage: 2, sentences: [2, 2], denials: [0, 0] }],
      ['b', { passage: 2, sentences: [2, 2], denials: [0, 0] }],
    ]);
    expect(readers.questions).toEqual(['Who bans them?', 'Who bans them?']);
  });

  it('stops where the asker has left', async () => {
    const readers = createFakeReaders();
    const signal = AbortSignal.abort(new Error('gone'));
    await expect(readHits('Who?', [hit('a')], readers.answers, { count: 1, signal })).rejects.toThrow('gone');
    expect(readers.questions).toEqual([]);
  });
});

describe('mostRead', () => {
  it('takes the most of any sentence that was read, and of any passage', () => {
    const readings = new Map([
      ['a', { passage: -1, sentences: [-3, null, 2], denials: [0, null, 0] }],
      ['b', { passage: 1, sentences: [-4], denials: [9] }],
    ]);
    expect(mostRead(readings)).toEqual({ answers: 2, passage: 1 });
    expect(mostRead(unread)).toEqual({ answers: 0, passage: 0 });
  });
});
