/** What a report on Europe and China knows of its chapters, for tests of questions. */
import type { Gazetteer } from '../../answer/question/gazetteer.ts';
import { isOverview } from '../../answer/question/overview.ts';
import { emptySummary } from '../../core/summary.ts';
import { english } from '../../language/en/english.ts';
import { readSubjects } from '../../subjects/read-subjects.ts';
import { createSubjects } from '../../subjects/subjects.ts';

/**
 * A gazetteer.
 * @param homes names in lower case, each with the chapter that it belongs to.
 */
export function sampleGazetteer(
  chapterNames: readonly string[],
  homes: Readonly<Record<string, string>> = {},
): Gazetteer {
  const throughout = new Set(['China', 'EU', 'United States']);
  const overviews = new Set(chapterNames.filter((name) => isOverview(name, english)));
  return {
    subjects: createSubjects(readSubjects(chapterNames, emptySummary), throughout, overviews),
    chapterNames,
    chapterOf: new Map(Object.entries(homes)),
    throughout,
    companies: new Map(),
    prints: () => false,
  };
}
