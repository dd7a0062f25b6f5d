import { describe, expect, it } from 'vitest';
import { makeCandidate, makePassage, noteIn } from '../../testing/answers/candidates.ts';
import { createFakeStore } from '../../testing/store/fake-store.ts';
import { chooseSources } from './choose-sources.ts';

const claim = makePassage({ id: 'r/9/11', chapter: 'Estonia', noteIds: ['r/9/n23'] }, [
  'According to TikTok, the platform had 412,000 users in Estonia in late 2025.',
]);
const bare = makePassage({ id: 'r/9/12', chapter: 'Estonia' }, [
  'TikTok is popular with young people in Estonia.',
]);
const note = makePassage({ id: 'r/9/40', chapter: 'Estonia', kind: 'note', page: 9, noteIds: ['r/9/n23'] }, [
  'Simon Kemp, "Digital 2026: Estonia", DataReportal, 8 November 2025.',
]);
const otherNote = makePassage({ id: 'r/9/41', chapter: 'Estonia', kind: 'note', noteIds: ['r/9/n24'] }, [
  '"TikTok battlefield", PropaStop, 26 May 2025.',
]);
const store = await createFakeStore({
  passages: [claim, bare, note, otherNote],
  notes: [note, otherNote].map(noteIn),
});
const idsOf = async (candidates: Parameters<typeof chooseSources>[0]) =>
  (await chooseSources(candidates, store)).map((one) => one.passage.id);

describe('chooseSources', () => {
  it('quotes the claim that has a note, then the note', async () => {
    const candidates = [
      makeCandidate(bare, 0, 3),
      makeCandidate(claim, 0, 2),
      makeCandidate(otherNote, 0, -4),
    ];
    expect(await idsOf(candidates)).toEqual(['r/9/11', 'r/9/40']);
  });

  it('adds a note that matches the question as well as the claim does, and none twice', async () => {
    const candidates = [makeCandidate(otherNote, 0, 2), makeCandidate(claim, 0, 1)];
    expect(await idsOf(candidates)).toEqual(['r/9/11', 'r/9/40', 'r/9/41']);
    expect(await idsOf([makeCandidate(note, 0, 2), makeCandidate(claim, 0, 1)])).toEqual([
      'r/9/11',
      'r/9/40',
    ]);
  });

  it('is empty where no sentence has a note', async () => {
    expect(await idsOf([makeCandidate(bare, 0, 1)])).toEqual([]);
  });
});
