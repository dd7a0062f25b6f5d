/** A library of many reports for the page: listings as 1,000 documents have them, all drawn from the one report. */
import type { Assistant } from '../../assistant/assistant.ts';
import { labelDocuments } from '../../wire/label-documents.ts';
import type { DocumentListing } from '../../wire/types.ts';

const subjects = ['Energy', 'Security', 'Climate', 'Trade', 'Health', 'Water', 'Labour'];
const kinds = ['Outlook', 'Progress Report', 'Statistical Handbook', 'Annual Report'];
const places = [
  'Austria',
  'Belgium',
  'Czechia',
  'Denmark',
  'Estonia',
  'Finland',
  'France',
  'Germany',
  'Hungary',
];
const chaptersEach = 30;

const pick = (names: readonly string[], index: number): string => names[index % names.length] ?? '';

/** Chapters as long as those of a report: "Germany", then "Germany, part 2". */
function chaptersOf(index: number): DocumentListing['chapters'] {
  return Array.from({ length: chaptersEach }, (_, at) => {
    const round = Math.floor(at / places.length);
    const name = `${pick(places, at + index)}${round === 0 ? '' : `, part ${round + 1}`}`;
    return { name, title: name, page: 1 + 6 * at, lastPage: 6 + 6 * at };
  });
}

const readingOf = (index: number): DocumentListing['reading'] =>
  index % 9 === 0 ? { verdict: 'look', parts: ['pages'] } : { verdict: 'good', parts: [] };

/** Reports with years, tags and found tables; those 700 apart share all but their subtitle. */
export function manyListings(count: number): DocumentListing[] {
  const reports = Array.from({ length: count }, (_, index) => {
    const subject = pick(subjects, index);
    return {
      id: `report-${String(index + 1).padStart(4, '0')}`,
      title: `${subject} ${pick(kinds, index)}: What ${pick(places, index)} and its neighbours have decided`,
      ...(index % 10 !== 9 && { year: 2000 + (index % 25) }),
      tags: [subject.toLowerCase(), ...(index % 4 === 0 ? ['EU', 'annual', 'draft of a committee'] : [])],
      pages: 180,
      passages: 900,
      tables: index % 40,
      notes: index % 300,
      sha256: String(index).padStart(64, '0'),
      ingestedAt: new Date(Date.UTC(2026, 6, 1) - index * 86_400_000).toISOString(),
      ...(index % 9 === 0 && { unread: { pages: [3, 4], remedy: 'Ingest it again with --ocr.' } }),
      reading: readingOf(index),
      chapters: chaptersOf(index),
    };
  });
  const labels = labelDocuments(reports);
  return reports.map((report) => ({ ...report, label: labels.get(report.id) ?? report.title }));
}

/** The assistant with these documents; each has the file of the one that it has. */
export function withListings(assistant: Assistant, listings: readonly DocumentListing[]): Assistant {
  const ownId = async (id: string) => (await assistant.documents())[0]?.id ?? id;
  return {
    ...assistant,
    documents: async () => [...listings],
    document: async (id) => ({ ...(await assistant.document(await ownId(id))), id }),
    file: async (id) => assistant.file(await ownId(id)),
  };
}
