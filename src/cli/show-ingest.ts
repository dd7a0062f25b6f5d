/** An ingest's report as text. Pure. */
import { formatPages } from '../ingest/text-layer.ts';
import type { IngestReport } from '../ingest/ingest.ts';

type IngestedReport = IngestReport['documents'][number];

function plural(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`;
}

const chapterSource = {
  outline: 'from the outline',
  contents: 'from the contents page',
  headings: 'from the headings',
  none: 'no chapters found: the whole document is one',
} as const;

function showDocument(document: IngestedReport): string[] {
  const { report } = document;
  const { found, resolved } = report.markers;
  const lines = [
    `${document.id} (${document.status}): ${document.title}`,
    `  ${plural(document.pageCount, 'page')}, ${plural(report.chapters, 'chapter')} (${chapterSource[report.chaptersFrom]}), ${plural(report.headings, 'heading')}`,
    `  ${report.passages.body} passages of text, ${report.passages.table} of tables, ${plural(report.notes, 'note')}; ${plural(report.sentences, 'sentence')}`,
  ];
  if (found > 0) lines.push(`  ${resolved} of ${found} note markers lead to their note`);
  if (report.sparsePages.length > 0) lines.push(`  pages with hardly any text: ${formatPages(report.sparsePages)}`);
  const left = [...report.skipped, ...(report.pullQuotes > 0 ? [`${plural(report.pullQuotes, 'pull quote')}`] : [])];
  if (left.length > 0) lines.push(`  left out: ${left.join('; ')}`);
  return lines;
}

/** The report that ends an ingest. */
export function showIngest(report: IngestReport): string {
  const seconds = (report.timings.totalMs / 1000).toFixed(1);
  if (!report.changed) {
    return `Nothing has changed: the index holds ${plural(report.passages.total, 'passage')} of ${plural(report.documents.length, 'document')} (${seconds} s).\n`;
  }
  const { total, encoded, reused } = report.passages;
  const removed = report.removed.length > 0 ? [`removed: ${report.removed.join(', ')}`] : [];
  return `${[
    ...report.documents.flatMap(showDocument),
    ...removed,
    `The index holds ${plural(total, 'passage')}: ${encoded} encoded, ${reused} taken over (${seconds} s).`,
  ].join('\n')}\n`;
}
