import { setImmediate as nextTurn } from 'node:timers/promises';
import { beforeAll, describe, expect, it } from 'vitest';
import type { PassageStore } from '../core/passage-store.ts';
import { findDesign, readDesign, replaceWords } from '../testing/documents/read-design.ts';
import { createFakeStore } from '../testing/store/fake-store.ts';
import { compareDocuments } from './compare-documents.ts';

let store: PassageStore;
beforeAll(async () => {
  const harbours = findDesign('Harbours of the North');
  const edited = replaceWords(harbours, { 'two hundred ships': 'three hundred ships', 'in 1788': 'in 1791' });
  const read = await Promise.all([
    readDesign(harbours, 'harbours-2024'),
    readDesign({ ...edited, title: 'Harbours of the North, second edition' }, 'harbours-2025'),
    readDesign(findDesign('Buses after Dark'), 'buses'),
  ]);
  store = await createFakeStore({
    documents: read.map(({ document }) => document),
    passages: read.flatMap(({ passages }) => passages),
  });
});

const compare = (before: string, after: string, part: { chapters?: string[]; only?: [] } = {}) =>
  compareDocuments({ before, after, ...part }, store);

describe('the editions of a comparison', () => {
  it('are named by their ids, case aside', async () => {
    const { before, after, counts } = await compare('harbours-2024', 'HARBOURS-2025');
    expect([before.id, after.id]).toEqual(['harbours-2024', 'harbours-2025']);
    expect(counts.body).toMatchObject({ same: 15, changed: 2 });
  });

  it('are named by a part of their ids or titles that no other has', async () => {
    const { before, after } = await compare('2024', 'after dark');
    expect([before.id, after.id]).toEqual(['harbours-2024', 'buses']);
  });

  it.each([
    [
      'harbours',
      '“harbours” is in the names of 2 documents. Name one by its id: harbours-2024, harbours-2025.',
    ],
    ['busses', 'No document is called “busses”. Did you mean buses?'],
    ['20', 'No document is called “20”. There are: buses, harbours-2024, harbours-2025.'],
  ])('are refused where %s is not one of them', async (name, sentence) => {
    await expect(compare(name, 'buses')).rejects.toMatchObject({ code: 'unknown-document', sentence });
    await expect(compare('buses', name)).rejects.toMatchObject({ code: 'unknown-document', sentence });
  });

  it('may be one document, in which nothing changed', async () => {
    expect((await compare('buses', 'buses')).groups).toEqual([]);
  });
});

describe('a part of a comparison', () => {
  it('is a chapter, with all that is told below it', async () => {
    const { groups, counts } = await compare('2024', '2025', { chapters: ['age of grain'] });
    expect(groups.map(({ chapter }) => chapter)).toEqual(['Age of Grain']);
    expect(counts.body).toMatchObject({ same: 5, changed: 1 });
    expect(counts.note).toMatchObject({ same: 3 });
  });

  it('is a section of it', async () => {
    const { groups, counts } = await compare('2024', '2025', { chapters: ['Age of Grain > Storehouses'] });
    expect(groups).toEqual([]);
    expect(counts.body).toMatchObject({ same: 3, changed: 0 });
  });

  it('is refused where neither edition has it', async () => {
    await expect(compare('2024', '2025', { chapters: ['Age of Grian'] })).rejects.toMatchObject({
      code: 'unknown-chapter',
      sentence: 'No chapter is called “Age of Grian”. Did you mean Age of Grain?',
    });
  });

  it('is everything where the lists are empty', async () => {
    const { groups } = await compare('2024', '2025', { chapters: [], only: [] });
    expect(groups).toHaveLength(2);
  });
});

describe('a comparison of long editions', () => {
  /** Thousands of sentences, all of which changed. */
  function lengthen(editions: PassageStore): PassageStore {
    return {
      ...editions,
      readStretch: async (stretch) => {
        const passages = await editions.readStretch(stretch);
        return Array.from({ length: 200 }, (_, copy) =>
          passages.map((passage) => ({
            ...passage,
            id: `${passage.id}/${copy}`,
            sentences: passage.sentences.map((sentence) => ({
              ...sentence,
              text: `${sentence.text} This is told of ${passage.documentId} ${copy}.`,
            })),
          })),
        ).flat();
      },
    };
  }

  it('lets others be answered meanwhile', async () => {
    let turns = 0;
    let isOver = false;
    const answering = (async () => {
      for (; !isOver; turns += 1) await nextTurn();
    })();
    await compareDocuments({ before: '2024', after: '2025' }, lengthen(store));
    isOver = true;
    await answering;
    // Reading takes one.
    expect(turns).toBeGreaterThan(3);
  });

  it('ends when its caller leaves meanwhile', async () => {
    const long = lengthen(store);
    const leaving = new AbortController();
    const readStretch: PassageStore['readStretch'] = async (stretch) => {
      setImmediate(() => leaving.abort(new Error('The caller has left.')));
      return long.readStretch(stretch);
    };
    const compared = compareDocuments(
      { before: '2024', after: '2025' },
      { ...long, readStretch },
      leaving.signal,
    );
    await expect(compared).rejects.toThrow('The caller has left.');
  });
});
