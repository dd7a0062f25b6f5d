/**
 * Which chapter a name belongs to: people, companies and places that the documents mention in one chapter only.
 * "What does Merz want?" is about Germany because no other chapter speaks of Merz. Pure.
 */
import type { Passage, ReportDocument } from '../../core/types.ts';

export interface Gazetteer {
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
  return { chapterNames, chapterOf };
}
