/** What a report on Europe and China knows of its chapters, for tests of questions. */
import type { Gazetteer } from '../../answer/question/gazetteer.ts';
import { emptySummary } from '../../core/summary.ts';
import { readSubjects } from '../../subjects/read-subjects.ts';
import { createSubjects } from '../../subjects/subjects.ts';

/** @param homes names, in lower case, and the chapter that each is at home in. */
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
