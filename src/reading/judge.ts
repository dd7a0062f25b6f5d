/** The interface of a judge: of what an ingest counted, to the verdict on a part of the reading. */
import type { ExtractionReport, ReportDocument } from '../core/types.ts';
import type { ReadingPart } from '../wire/types.ts';

/** A part's verdict without the places. */
export type Judgement = Pick<ReadingPart, 'name' | 'verdict' | 'finding' | 'advice'>;

/** Undefined where nothing was counted that it could judge by. */
export type Judge = (document: JudgedDocument) => Omit<Judgement, 'name'> | undefined;

export type JudgedDocument = Pick<
  ReportDocument,
  'title' | 'printedTitle' | 'language' | 'pageCount' | 'structure'
> & {
  report: ExtractionReport;
};
