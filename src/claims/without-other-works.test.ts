import { expect, it } from 'vitest';
import { english } from '../language/en/english.ts';
import { makePassage } from '../testing/answers/candidates.ts';
import { withoutOtherWorks } from './without-other-works.ts';

const text = makePassage({ id: 'a/1/1', chapter: 'Oil' }, ['Oil was dear in 2015.']);
const work = {
  ...makePassage({ id: 'a/9/1', chapter: 'References' }, ['Smith, J. Oil. Oxford, 2015.']),
  matter: 'references' as const,
};
const imprint = {
  ...makePassage({ id: 'a/0/1', chapter: 'Imprint' }, ['Oxford, 2015']),
  matter: 'imprint' as const,
};
const section = {
  ...makePassage({ id: 'a/1/2', chapter: 'Oil' }, ['Lee. Gas. 2015.']),
  path: ['Oil', 'References'],
};
const all = [text, section, work, imprint];

it('leaves out references, which are other works', () => {
  expect(withoutOtherWorks(all, 'It was published in 2015.', english)).toEqual([text, imprint]);
});

it('keeps them for a sentence that speaks of them', () => {
  expect(withoutOtherWorks(all, 'Its references name Smith.', english)).toEqual(all);
});
