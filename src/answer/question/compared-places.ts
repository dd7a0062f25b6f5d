/** Which places a question compares, by its words and by what stands between the places. Pure. */
import type { Language } from '../../core/language.ts';
import type { ComparingForms } from '../../core/question-forms.ts';
import type { Mention } from '../../subjects/find-subjects.ts';
import type { Subjects } from '../../subjects/subjects.ts';

export interface Mentions {
  chapters: Mention[];
  /** Chapters that the question implies by a name that only they mention. */
  implied: Mention[];
  /** Countries and bodies that have no chapter. */
  others: Mention[];
  /** Countries that a group's name stands for: "the Baltic states". */
  grouped: readonly string[];
}

/** Signs between two places that are asked about alike, in any language: "France/Italy". */
const joinedBySign = /[,/&]\s*["“'‘(]?$/u;

/** Mentions next to each other with nothing but the pattern between them. */
function neighbours(text: string, mentions: readonly Mention[], between: RegExp): [Mention, Mention][] {
  return mentions.slice(1).flatMap((mention, index): [Mention, Mention][] => {
    const before = mentions[index];
    return before !== undefined && between.test(text.slice(before.at, mention.at)) ? [[before, mention]] : [];
  });
}

function namesOf(mentions: readonly Mention[]): string[] {
  return [...new Set(mentions.map((mention) => mention.name))];
}

/** Countries without a chapter that stand beside a place that has one. */
function comparedOthers(
  text: string,
  places: readonly Mention[],
  others: readonly Mention[],
  subjects: Subjects,
  comparing: ComparingForms | undefined,
): string[] {
  const foreign = others.filter(({ name }) => ['country', 'union'].includes(subjects.of(name).kind));
  const inOrder = [...places, ...foreign].sort((a, b) => a.at - b.at);
  const pairs = neighbours(text, inOrder, comparing?.joined ?? joinedBySign);
  if (comparing?.compares.test(text) === true)
    pairs.push(...neighbours(text, inOrder, comparing.heldAgainst));
  return namesOf(pairs.flat().filter((mention) => foreign.includes(mention)));
}

/**
 * The places that a question compares, in its order: chapters, then countries that have none but are named beside
 * them. Empty where it compares none.
 */
export function comparedPlaces(
  text: string,
  { chapters, implied, others, grouped }: Mentions,
  subjects: Subjects,
  { questions }: Pick<Language, 'questions'>,
): string[] {
  const comparing = questions?.comparing;
  const isUnion = (name: string) => subjects.of(name).kind === 'union';
  const explicit = chapters.filter(({ name }) => !isUnion(name));
  const places = [...explicit, ...implied].sort((a, b) => a.at - b.at);
  const withoutChapter = places.length > 0 ? comparedOthers(text, places, others, subjects, comparing) : [];
  const comparesChapters =
    (explicit.length >= 2 && comparing?.compares.test(text) === true) ||
    (namesOf(places).length >= 2 && neighbours(text, places, comparing?.joined ?? joinedBySign).length > 0);
  if (comparesChapters || withoutChapter.length > 0 || grouped.length > 0) {
    const alsoGrouped = namesOf(others).filter((name) => grouped.includes(name));
    return [...new Set([...namesOf([...explicit, ...places]), ...withoutChapter, ...alsoGrouped])];
  }
  const withUnion = namesOf(chapters);
  const comparesWithUnion =
    withUnion.length === 2 && withUnion.some(isUnion) && comparing?.comparesUnion.test(text) === true;
  return comparesWithUnion ? withUnion : [];
}
