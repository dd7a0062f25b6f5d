/**
 * Which chapter a name belongs to: people, companies and places that the documents mention in one chapter only.
 * "What does Merz want?" is about Germany because no other chapter speaks of Merz. Pure.
 */
import type { Passage, ReportDocument } from '../../core/types.ts';
import { findCountries } from '../../subjects/countries.ts';

export interface Gazetteer {
  /** Countries that so many chapters name that the lack of a chapter on them says nothing. */
  throughout: ReadonlySet<string>;
  /** Short names of the chapters, in order. */
  chapterNames: readonly string[];
  /** The chapter that a name belongs to, by its lower-case form. */
  chapterOf: ReadonlyMap<string, string>;
}

/** A name must stand this often in its chapter, and this share of its mentions must be there. */
const leastMentions = 2;
const leastShare = 0.8;
const shortestName = 3;

/** Capitalised words that do not open a sentence, possessives off: "Merz", "ASML", "BelGaN". */
function namesIn(text: string): string[] {
  const words = text.match(/(?<=[\p{L}\p{N},;)’'"”]\s+["“'‘(]?)\p{Lu}[\p{L}\p{N}-]+/gu) ?? [];
  return words.map((word) => word.toLowerCase());
}

/** Chapters that speak of all others: a name is not at home there. */
function isOverview(name: string): boolean {
  return /summary|introduction|overview|conclusion|^EU$/i.test(name);
}

/** A country that this share of the chapters names is a matter of the whole: China and the US in a report on Europe. */
const leastChapters = 0.5;

function findThroughout(chapterNames: readonly string[], passages: readonly Passage[]): ReadonlySet<string> {
  const chaptersOf = new Map<string, Set<string>>();
  const known = new Set(chapterNames);
  for (const { kind, chapter, text } of passages) {
    if (kind === 'note' || !known.has(chapter)) continue;
    for (const { name } of findCountries(text))
      chaptersOf.set(name, (chaptersOf.get(name) ?? new Set()).add(chapter));
  }
  const least = leastChapters * known.size;
  return new Set([...chaptersOf].filter(([, { size }]) => size >= least).map(([name]) => name));
}

export function buildGazetteer(
  documents: readonly ReportDocument[],
  passages: readonly Passage[],
): Gazetteer {
  const chapterNames = documents.flatMap((document) =>
    document.chapters.filter((chapter) => chapter.kind === 'chapter').map((chapter) => chapter.name),
  );
  const known = new Set(chapterNames);
  const mentions = new Map<string, Map<string, number>>();
  for (const passage of passages) {
    if (passage.kind === 'note' || !known.has(passage.chapter) || isOverview(passage.chapter)) continue;
    for (const name of namesIn(passage.text)) {
      const byChapter = mentions.get(name) ?? new Map<string, number>();
      byChapter.set(passage.chapter, (byChapter.get(passage.chapter) ?? 0) + 1);
      mentions.set(name, byChapter);
    }
  }
  const chapterOf = new Map<string, string>();
  for (const [name, byChapter] of mentions) {
    const total = [...byChapter.values()].reduce((sum, count) => sum + count, 0);
    const [chapter, most] = [...byChapter].sort((a, b) => b[1] - a[1])[0] ?? ['', 0];
    if (name.length >= shortestName && most >= leastMentions && most >= leastShare * total)
      chapterOf.set(name, chapter);
  }
  return { chapterNames, chapterOf, throughout: findThroughout(chapterNames, passages) };
}
