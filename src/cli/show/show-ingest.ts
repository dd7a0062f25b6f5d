/** An ingest's report as text. Pure. */

import type { IngestReport } from '../../assistant/ingest-documents.ts';
import { judgeReading } from '../../reading/judge-reading.ts';
import { countNoun } from '../../text/count-noun.ts';
import { formatPages } from '../../text/format-pages.ts';
import { wordsOf, wrapText, wrapWords } from '../../text/wrap-text.ts';
import { ocrNote } from '../../wire/places.ts';
import type { Screen } from '../terminal.ts';
import { tellEdition, typed } from './tell-edition.ts';

type IngestedDocument = IngestReport['documents'][number];

const chapterSources = {
  outline: 'from the outline',
  contents: 'from the contents page',
  headings: 'from the headings',
  pages: 'by pages: nothing tells where chapters begin',
  none: 'none found: the whole document is one',
} as const;

function countPassages({ body, table, note }: IngestedDocument['report']['passages']): string {
  const parts = [
    `${body} of text`,
    ...(table > 0 ? [`${table} of tables`] : []),
    ...(note > 0 ? [`${note} of notes`] : []),
  ];
  return `${countNoun(body + table + note, 'passage')}: ${parts.join(', ')}`;
}

/** "24 chapters (from the outline; 22 told by a second source)". */
function countChapters({ chapters, chaptersFrom, confirmedChapters }: IngestedDocument['report']): string {
  const source = chapterSources[chaptersFrom];
  const confirmed = confirmedChapters > 0 ? `; ${confirmedChapters} told by a second source` : '';
  return `${countNoun(chapters, 'chapter')} (${source}${confirmed})`;
}

/** "Acknowledgements, p. 5; References, pp. 30, 62", for what is front and back matter. */
function listMatter({ structure = [] }: IngestedDocument): string {
  const pages = new Map<string, number[]>();
  for (const { title, page, matter } of structure)
    if (matter !== undefined) pages.set(title, [...(pages.get(title) ?? []), page]);
  return [...pages].map(([title, own]) => `${title}, ${formatPages([...new Set(own)])}`).join('; ');
}

/** "14 words with broken letters, .3 % of all: 12 mended, 2 left as they are". */
function countBroken({
  mended,
  left,
  share,
}: NonNullable<IngestedDocument['report']['brokenWords']>): string {
  const words = countNoun(mended + left, 'word');
  return `${words} with broken letters, ${(share * 100).toFixed(1)} % of all: ${mended} mended, ${left} left as they are`;
}

/** "not read well: words, order. verse report slides says why …", for one of which a part is poor. */
function tellReading(document: IngestedDocument): string[] {
  const poor = judgeReading(document).filter(({ verdict }) => verdict === 'poor');
  if (poor.length === 0) return [];
  const parts = poor.map(({ name }) => name).join(', ');
  return [`not read well: ${parts}. verse report ${typed(document.id)} says why, and what to do`];
}

function describeDocument(document: IngestedDocument): string[] {
  const { pageCount, report } = document;
  const { found, resolved } = report.markers;
  const { sparsePages, skipped, pullQuotes, tables, damage = [], ocr, unread, unsure, brokenWords } = report;
  const matter = listMatter(document);
  const left = [...skipped, ...(pullQuotes > 0 ? [countNoun(pullQuotes, 'pull quote')] : [])];
  return [
    `${countNoun(pageCount, 'page')}, ${countNoun(report.headings, 'heading')}, ${countNoun(report.sentences, 'sentence')}`,
    countChapters(report),
    ...(unsure ? [`unsure: ${unsure}`] : []),
    ...(matter ? [`weighed less, as front and back matter: ${matter}`] : []),
    countPassages(report.passages),
    ...(tables > 0 ? [countNoun(tables, 'table')] : []),
    ...(report.notes > 0
      ? [`${countNoun(report.notes, 'note')}; ${resolved} of ${countNoun(found, 'marker')} lead to theirs`]
      : []),
    ...(brokenWords ? [countBroken(brokenWords)] : []),
    ...(ocr ? [`${formatPages(ocr.pages)}${ocrNote({ ocr })} (${ocr.languages})`] : []),
    ...(unread ? [`no text, as in a scan: ${formatPages(unread.pages)}. ${unread.remedy}`] : []),
    ...(sparsePages.length > 0 ? [`hardly any text: ${formatPages(sparsePages)}`] : []),
    ...(damage.length > 0 ? [`damaged, read all the same: ${damage.join('; ')}`] : []),
    ...(left.length > 0 ? [`left out: ${left.join('; ')}`] : []),
    ...tellReading(document),
  ];
}

function showDocument(document: IngestedDocument, { width, paint }: Screen): string {
  const { id, status, title, year } = document;
  const head = wrapText(`${id} (${status}): ${title}${year === undefined ? '' : ` (${year})`}`, width);
  // An unchanged document was described when it was read.
  const lines = document.status === 'unchanged' ? [] : describeDocument(document);
  return [paint('bold', head), ...lines.map((line) => wrapText(line, width, '    ', '  '))].join('\n');
}

/** Unchanged documents that are named; more are counted. */
const mostUnchanged = 3;

function showDocuments(documents: readonly IngestedDocument[], screen: Screen): string[] {
  const touched = documents.filter(({ status }) => status !== 'unchanged');
  const rest = documents.length - touched.length;
  if (rest <= mostUnchanged) return documents.map((document) => showDocument(document, screen));
  return [`${countNoun(rest, 'document')} (unchanged)`, ...touched.map((one) => showDocument(one, screen))];
}

/** The summary printed after an ingest. */
export function showIngest(report: IngestReport, screen: Screen): string {
  const { total, encoded, reused } = report.passages;
  const holds = `the index holds ${countNoun(total, 'passage')} of ${countNoun(report.documents.length, 'document')}`;
  const seconds = `(${(report.timings.totalMs / 1000).toFixed(1)} s).`;
  const withTime = (text: string) => wrapWords([...wordsOf(text), seconds], screen.width);
  const gone = report.documents
    .filter(({ id }) => report.gone.includes(id))
    .map(({ id, file }) => {
      const remedy = `Put it back, or take the document out: verse remove ${id}`;
      return wrapText(`${id} stays in the index, but its file is gone: ${file}. ${remedy}`, screen.width);
    });
  if (!report.changed) return `${[...gone, withTime(`Nothing has changed: ${holds}`)].join('\n')}\n`;
  const encodings = `${encoded.toLocaleString('en')} encoded, ${reused.toLocaleString('en')} as before`;
  return `${[
    ...showDocuments(report.documents, screen),
    ...report.removed.map((id) => `${id} (removed)`),
    ...gone,
    ...report.editions.map((edition) => wrapText(tellEdition(edition), screen.width)),
    withTime(`Now ${holds}: ${encodings}`),
  ].join('\n')}\n`;
}
