/** Judges how well a document was read, by what its ingest counted: from its record alone, so that a list can tell. Pure. */
import type { Verdict } from '../wire/types.ts';
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

/** In the order of `readingParts`; undefined where nothing was counted. */
const judges: readonly Judge[] = [
  judgePages,
  judgeChapters,
  judgeWords,
  judgeCompleteness,
  judgeOrder,
  judgeNotes,
  judgeTables,
  judgeTitle,
  judgeLanguage,
  judgeFile,
];

export function judgeReading(document: JudgedDocument): Judgement[] {
  return judges.flatMap((judge) => judge(document) ?? []);
}

/** The worst of some verdicts. */
export function worstOf(judgements: readonly Pick<Judgement, 'verdict'>[]): Verdict {
  const has = (verdict: Verdict) => judgements.some((one) => one.verdict === verdict);
  return has('poor') ? 'poor' : has('look') ? 'look' : 'good';
}
