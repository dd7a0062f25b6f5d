/** Measures what is read of documents' structure, against contents files beside them. */
import type { DocumentReader } from '../../../core/document-reader.ts';
import { VerseError } from '../../../core/errors.ts';
import type { IngestedDocument, OnProgress } from '../../../core/types.ts';
import { shippedReaders } from '../../../ingest/choose-reader.ts';
import { chaptersOf, isBesides, type KnownEntry, parseContentsFile } from './contents-file.ts';
import { type MeasuredReading, measureReading } from './measure-reading.ts';
import { type EntryScore, scoreEntries } from './score-entries.ts';
import { knownDocuments, scoreKnown } from './score-known.ts';

/** How a document was read: with the outline in its file, or by what is printed alone. */
export const readings = ['with its outline', 'without an outline'] as const;
export type Reading = (typeof readings)[number];

export interface StructureScore extends Omit<MeasuredReading, 'read'> {
  document: string;
  reading: Reading;
  pages: number;
  /** Where the chapters came from. */
  from: IngestedDocument['document']['report']['chaptersFrom'];
  chapters: EntryScore;
  /** Of parts, chapters and sections. */
  entries: EntryScore;
}

/** A reader that does as if the files had no outline. */
function withoutOutline(reader: DocumentReader): DocumentReader {
  return {
    ...reader,
    recognises: (head) => reader.recognises(head),
    read: async (...given) => ({ ...(await reader.read(...given)), outline: [] }),
  };
}

/** Front and back matter is neither held for nor against a reader. */
const counted = <Entry extends { title: string }>(entries: readonly Entry[]): Entry[] =>
  entries.filter(({ title }) => !isBesides(title));

/** The documents of a folder that have a contents file beside them. */
export const withContents = (folder: string): string[] => knownDocuments(folder, '.toc');

/** A document's scores, read one way and the other. */
async function scoreReadings(folder: string, pdf: string, known: readonly KnownEntry[]) {
  const scores: Omit<StructureScore, 'document'>[] = [];
  for (const reading of readings) {
    const readers = reading === 'with its outline' ? shippedReaders : shippedReaders.map(withoutOutline);
    const { read, ...cost } = await measureReading(folder, pdf, { readers });
    const { chapters, structure = [], pageCount, report } = read.document;
    scores.push({
      reading,
      pages: pageCount,
      from: report.chaptersFrom,
      chapters: scoreEntries(
        counted(chapters.filter(({ kind }) => kind === 'chapter')),
        counted(chaptersOf(known)),
      ),
      entries: scoreEntries(counted(structure), counted(known)),
      ...cost,
    });
  }
  return scores;
}

/**
 * Reads every PDF of a folder that has a contents file of its name beside it (`report.pdf`, `report.toc`), with its outline
 * and without.
 * @throws VerseError `bad-input` where there is none, or one cannot be read; what a document is refused for.
 */
export async function evaluateStructure(
  folder: string,
  onProgress: OnProgress = () => {},
): Promise<StructureScore[]> {
  if (withContents(folder).length === 0)
    throw new VerseError(
      'bad-input',
      `${folder} has no PDF with a contents file beside it.`,
      'Put report.toc beside report.pdf: lines as 2,"Title of the chapter",14 (level, title, page).',
    );
  const score = async (known: string, _file: string, pdf: string) => ({
    scores: await scoreReadings(folder, pdf, parseContentsFile(known, pdf)),
  });
  const documents = await scoreKnown(folder, '.toc', score, 'structure', onProgress);
  return documents.flatMap(({ document, scores }) => scores.map((one) => ({ document, ...one })));
}
