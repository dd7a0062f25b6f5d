import { expect, it } from 'vitest';
import { makePassage } from '../../testing/answers/candidates.ts';
import { chaptersToSearch } from './chapters-within.ts';

const place = (documentId: string, chapter: string) => ({ documentId, chapter });
const hit = (documentId: string, chapter: string) => ({
  passage: { ...makePassage({ id: `${documentId}/1/1`, chapter }, ['It has a port.']), documentId },
});

it('searches the chapters that were not found, those of found documents first, and no more than it may', () => {
  const chapters = [
    place('atlas', 'Chile'),
    place('atlas', 'Peru'),
    place('survey', 'Chile'),
    place('survey', 'Peru'),
    place('survey', 'Ghana'),
  ];
  const found = [hit('survey', 'Peru')];
  expect(chaptersToSearch(chapters, found, 10)).toEqual([
    place('survey', 'Chile'),
    place('survey', 'Ghana'),
    place('atlas', 'Chile'),
    place('atlas', 'Peru'),
  ]);
  expect(chaptersToSearch(chapters, found, 3)).toHaveLength(3);
});
