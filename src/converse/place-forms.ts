/** A subject in the form another one stands in: "Swedish" becomes "Polish", "Sweden's" "Poland's". Pure. */
import type { FollowUpForms } from '../core/follow-up-forms.ts';
import { withArticle } from '../subjects/country-words.ts';
import { escapePattern, type Subject } from '../subjects/subject.ts';

/** "The Netherlands", "the Federal Trade Commission". */
function nameOf({ name, kind }: Subject, { wording }: FollowUpForms): string {
  return withArticle.test(name) || kind === 'body' ? wording.withArticle(name) : name;
}

/** "Poland and the Netherlands". */
export function namePlaces(places: readonly Subject[], forms: FollowUpForms): string {
  return forms.wording.list(places.map((place) => nameOf(place, forms)));
}

/** "In Poland", "in 2023", "for Nordwind Energy". */
export function placesWithin(places: readonly Subject[], forms: FollowUpForms): string {
  const isWithin = places.every(({ kind }) => kind === 'country' || kind === 'union' || kind === 'year');
  const names = namePlaces(places, forms);
  return isWithin ? forms.wording.inside(names) : forms.wording.about(names);
}

/** Any of the words, the longest first, with an article before and a possessive behind. */
function anyOf(words: readonly string[], flags: string, { wording }: FollowUpForms): RegExp {
  const longestFirst = [...words].sort((a, b) => b.length - a.length).map(escapePattern);
  return new RegExp(
    `(?<![\\p{L}\\p{N}])(${wording.article.source})?(${longestFirst.join('|')})(['’]s?)?(?![\\p{L}\\p{N}])`,
    flags,
  );
}

/** A question about one of them asked about others: each word for the old one is replaced by its like for the new ones. */
export function swapPlaces(
  text: string,
  from: readonly Subject[],
  to: readonly Subject[],
  forms: FollowUpForms,
): string {
  return from.reduce((swapped, { name, adjective, words, cased }) => {
    const replace = (_: string, article: string | undefined, word: string, possessive = '') => {
      const isAdjective = word.toLowerCase() === adjective.toLowerCase() && adjective !== name;
      if (isAdjective)
        return (article ?? '') + forms.wording.list(to.map((one) => one.adjective)) + possessive;
      return namePlaces(to, forms) + possessive;
    };
    const named = cased.length === 0 ? swapped : swapped.replace(anyOf(cased, 'gu', forms), replace);
    return named.replace(anyOf(words, 'giu', forms), replace);
  }, text);
}
