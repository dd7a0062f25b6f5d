import { expect, it } from 'vitest';
import { joinNames } from './join-names.ts';

it('joins names as a sentence has them', () => {
  expect(
    [[], ['Malta'], ['Malta', 'Spain'], ['Malta', 'Spain', 'Italy']].map((names) => joinNames(names)),
  ).toEqual(['', 'Malta', 'Malta and Spain', 'Malta, Spain and Italy']);
  expect(joinNames(['Malta', 'Spain', 'Italy'], 'or')).toBe('Malta, Spain or Italy');
});
