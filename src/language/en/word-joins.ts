/** Words by which English clauses are told apart, and forms that count as one. Pure. */
import { listWords } from '../list-words.ts';
import { stemWord } from './stem-word.ts';

export const clauseOpeners = listWords(
  'while whereas although though but however because whilst since unless if',
);
export const conjunctions = listWords('and or');

/** British spellings of names and common nouns, which reports mix with American ones. */
const american: readonly [RegExp, string][] = [
  [/^(defen|offen|licen)ce(s?)$/, '$1se$2'],
  [/^(cent|theat)re(s?)$/, '$1er$2'],
  [/^programme(s?)$/, 'program$1'],
  [/^(lab|harb|neighb|col|fav|hon|behavi)our/, '$1or'],
];

/** The article that stands before names. */
export const article = /the\s+/i;

export const respell = (word: string): string =>
  american.reduce((spelled, [british, form]) => spelled.replace(british, form), word);

const [take, takeover] = [stemWord('take'), stemWord('takeover')];

export const joinParticle = (stem: string, next: string): string | null =>
  stem === take && next === 'over' ? takeover : null;
