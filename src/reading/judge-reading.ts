/** Judges how well a document was read, by what its ingest counted: from its record alone, so that a list can tell. Pure. */
import type { ExtractionReport, ReportDocument } from '../core/types.ts';
import type { ReadingPart, Verdict } from '../wire/types.ts';
import { judgeChapters, judgeNotes, judgeTables, judgeTitle } from './judge-finds.ts';
import {
  judgeCompleteness,
  judgeFile,
  judgeLanguage,
  judgeOrder,
  judgePages,
  judgeWords,
} from './judge-text.ts';

/** A part's verdict without the places. */
export type Judgement = Pick<ReadingPart, 'name' | 'verdict' | 'finding' | 'advice'>;

export type Judge = (document: JudgedDocument) => Judgement | undefined;

export type JudgedDocument = Pick<
  ReportDocument,
  'title' | 'printedTitle' | 'language' | 'pageCount' | 'structure'
> & {
  report: ExtractionReport;
};

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
