/** What a report on Europe and China knows of its chapters, for tests of questions. */
import type { Gazetteer } from '../../answer/question/gazetteer.ts';
import { emptySummary } from '../../core/summary.ts';
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
  return {
    subjects: createSubjects(readSubjects(chapterNames, emptySummary), throughout),
    chapterNames,
    chapterOf: new Map(Object.entries(homes)),
    throughout,
  };
}
