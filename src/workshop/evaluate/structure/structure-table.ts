/** The figures of a structure evaluation as a table. Pure. */
import { alignRows } from '../../../text/align-rows.ts';
import { formatShare } from '../../../text/format-share.ts';
import { renderPage } from '../report/render-markdown.ts';
import type { Table } from '../report/tables.ts';
import { mean } from '../score/statistics.ts';
import { readings, type StructureScore } from './evaluate-structure.ts';
import type { EntryScore } from './score-entries.ts';

const counts = ({ right, known, found }: EntryScore) => `${right} of ${known}, ${found} found`;

const head = ['document', 'read', 'chapters', 'F1', 'all entries', 'F1', 'from', 's a page', 'MB a page'];

function toTable(scores: readonly StructureScore[]): Table {
  const rows = scores.map((score) => [
    score.document.slice(0, 40),
    score.reading,
    counts(score.chapters),
    formatShare(score.chapters.f1),
    counts(score.entries),
    formatShare(score.entries.f1),
    score.from,
    score.secondsPerPage.toFixed(3),
    score.megabytesPerPage.toFixed(2),
  ]);
  const means = readings.map((reading) => {
    const own = scores.filter((score) => score.reading === reading);
    return [
      `mean of ${own.length}`,
      reading,
      '',
      // A document whose known entries are all front and back matter has no chapters to find.
      formatShare(mean(own.flatMap(({ chapters }) => (chapters.known > 0 ? [chapters.f1] : [])))),
      '',
      formatShare(mean(own.map(({ entries }) => entries.f1))),
      '',
      (mean(own.map(({ secondsPerPage }) => secondsPerPage)) ?? 0).toFixed(3),
      (mean(own.map(({ megabytesPerPage }) => megabytesPerPage)) ?? 0).toFixed(2),
    ];
  });
  return [head, ...rows, ...means];
}

/** For the terminal. */
export const formatStructure = (scores: readonly StructureScore[]): string =>
  `${alignRows(toTable(scores)).join('\n')}\n`;

/** As a Markdown page. */
export const renderStructure = (scores: readonly StructureScore[]): string =>
  renderPage(
    'How well structure is found',
    'Chapters are the outermost entries of a contents file, or those below its parts; a title is right within one page of its place.',
    toTable(scores),
    2,
  );
