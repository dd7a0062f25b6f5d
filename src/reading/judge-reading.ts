/** Judges how well a document was read, by what its ingest counted: from its record alone, so that a list can tell. Pure. */
import { readingParts } from '../wire/kinds.ts';
import type { ReadingPartName, Verdict } from '../wire/types.ts';
import type { Judge, JudgedDocument, Judgement } from './judge.ts';
import { judgeChapters, judgeNotes, judgeTables, judgeTitle } from './judge-finds.ts';
import {
  judgeCompleteness,
  judgeFile,
  judgeLanguage,
  judgeOrder,
  judgePages,
  judgeWords,
} from './judge-text.ts';

const judges: Readonly<Record<ReadingPartName, Judge>> = {
  pages: judgePages,
  chapters: judgeChapters,
  words: judgeWords,
  completeness: judgeCompleteness,
  order: judgeOrder,
  notes: judgeNotes,
  tables: judgeTables,
  title: judgeTitle,
  language: judgeLanguage,
  file: judgeFile,
};

export function judgeReading(document: JudgedDocument): Judgement[] {
  return readingParts.flatMap((name) => {
    const judged = judges[name](document);
    return judged === undefined ? [] : [{ name, ...judged }];
  });
}

/** The worst of some verdicts. */
export function worstOf(judgements: readonly Pick<Judgement, 'verdict'>[]): Verdict {
  const has = (verdict: Verdict) => judgements.some((one) => one.verdict === verdict);
  return has('poor') ? 'poor' : has('look') ? 'look' : 'good';
}
