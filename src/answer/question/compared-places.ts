/** Which places a question compares, by its words and by what stands between the places. Pure. */
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

const comparisonWords =
  /\b(?:compar\w+|differ\w*|versus|vs|than|both|between|contrast\w*|similar\w*|alike|respectively|resp|whereas|each|either)\b/i;

/** What stands between two places that are asked about alike: "France or Italy", "Sines in Portugal and Šurany in Slovakia". */
const joined =
  /(?:\b(?:and|or|vs|versus|resp|than)\b\.?|[,/&])\s*(?:[\p{L}\p{N}-]+\s+(?=(?:in|of)\b))?(?:the\s+|in\s+|by\s+|of\s+|for\s+)?["“'‘(]?$/iu;

/** "Compare Germany with Norway", "How does Norway's line differ from Germany's". */
const heldAgainst =
  /(?:^\S+|\b(?:compare[ds]?|differ\w*|contrast\w*)\b[^.?!]*)\s+(?:with|to|from)\s+(?:the\s+)?$/iu;

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
): string[] {
  const foreign = others.filter(({ name }) => ['country', 'union'].includes(subjects.of(name).kind));
  const inOrder = [...places, ...foreign].sort((a, b) => a.at - b.at);
  const pairs = neighbours(text, inOrder, joined);
  if (comparisonWords.test(text)) pairs.push(...neighbours(text, inOrder, heldAgainst));
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
): string[] {
  const isUnion = (name: string) => subjects.of(name).kind === 'union';
  const explicit = chapters.filter(({ name }) => !isUnion(name));
  const places = [...explicit, ...implied].sort((a, b) => a.at - b.at);
  const withoutChapter = places.length > 0 ? comparedOthers(text, places, others, subjects) : [];
  const comparesChapters =
    (explicit.length >= 2 && comparisonWords.test(text)) ||
    (namesOf(places).length >= 2 && neighbours(text, places, joined).length > 0);
  if (comparesChapters || withoutChapter.length > 0 || grouped.length > 0) {
    const alsoGrouped = namesOf(others).filter((name) => grouped.includes(name));
    return [...new Set([...namesOf([...explicit, ...places]), ...withoutChapter, ...alsoGrouped])];
  }
  const withUnion = namesOf(chapters);
  const comparesWithUnion =
    withUnion.length === 2 && withUnion.some(isUnion) && /\b(?:compar\w+|versus|vs|than)\b/i.test(text);
  return comparesWithUnion ? withUnion : [];
}
