/** The sources below an answer: one entry per cited section, with its pages and endnotes. Pure. */

import { padRight } from '../../text/columns.ts';
import { formatNumbers, formatPages } from '../../text/format-pages.ts';
import { wrapText } from '../../text/wrap-text.ts';
import { alsoPlaceOf, ocrNote, placeOf } from '../../wire/places.ts';
import { tellRow } from '../../wire/tell-row.ts';
import type { Citation } from '../../wire/types.ts';
import type { Screen } from '../terminal.ts';

type Note = Citation['notes'][number];

/** Notes printed per sentence; the rest are listed by their labels. */
const notesShown = 3;

/** The citations of one section. */
interface Source {
  citations: Citation[];
  /** Notes that are quoted as sentences themselves. */
  quoted: Note[];
  /** Notes to print. */
  notes: Note[];
  /** Notes to list by their labels. */
  rest: Note[];
}

function isSameNote(one: Note, other: Note): boolean {
  return one.label === other.label && one.page === other.page && one.text === other.text;
}

function uniqueNotes(notes: readonly Note[]): Note[] {
  const unique = notes.filter((note, index) => notes.findIndex((one) => isSameNote(one, note)) === index);
  return unique.sort((a, b) => a.page - b.page || Number(a.label) - Number(b.label) || 0);
}

function isSameSection(one: Citation, other: Citation): boolean {
  return one.document === other.document && one.chapter === other.chapter && one.section === other.section;
}

/** Whether the citation quotes the note itself. */
function quotes(citation: Citation, note: Note): boolean {
  return citation.quote === note.text;
}

function groupSources(citations: readonly Citation[]): Source[] {
  const groups: Citation[][] = [];
  for (const citation of citations) {
    const group = groups.find(([first]) => first !== undefined && isSameSection(first, citation));
    if (group === undefined) groups.push([citation]);
    else group.push(citation);
  }
  return groups.map((group) => {
    const own = group.map((citation) => citation.notes.filter((note) => !quotes(citation, note)));
    const notes = uniqueNotes(own.flatMap((list) => list.slice(0, notesShown)));
    const rest = uniqueNotes(own.flat()).filter((note) => !notes.some((one) => isSameNote(one, note)));
    const quoted = group.flatMap((citation) => citation.notes.filter((note) => quotes(citation, note)));
    return { citations: group, quoted: uniqueNotes(quoted), notes, rest };
  });
}

/** "[1]", "[1, 3]" or "[1–3]". */
export function labelOf(numbers: readonly number[]): string {
  return `[${formatNumbers(numbers, 3)}]`;
}

/** "notes 1–3", "notes *, †". */
function labelsOf(notes: readonly Note[]): string {
  const labels = notes.map(({ label }) => label);
  const areNumbers = labels.every((label) => /^\d+$/.test(label));
  const list = areNumbers ? formatNumbers(labels.map(Number)) : labels.join(', ');
  return `${notes.length === 1 ? 'note' : 'notes'} ${list}`;
}

function showNote(note: Note, all: readonly Citation[], screen: Screen, indent: string): string {
  const quotedAs = all.find(
    (citation) => quotes(citation, note) && citation.notes.some((own) => isSameNote(own, note)),
  );
  const links = note.urls.filter((url) => !note.text.includes(url));
  const text =
    quotedAs === undefined ? [note.text, ...links].join(' ') : `quoted above, ${labelOf([quotedAs.number])}`;
  return wrapText(text, screen.width, `${indent}  `, `${indent}Note ${note.label}, p. ${note.page}: `);
}

function showSource(source: Source, all: readonly Citation[], screen: Screen, indent: string): string {
  const [first] = source.citations;
  if (first === undefined) return '';
  const pages = [...new Set(source.citations.flatMap((citation) => citation.pages))].sort((a, b) => a - b);
  const section = first.section === null ? '' : ` — ${first.section}`;
  const quoted = source.quoted.length === 0 ? '' : `, ${labelsOf(source.quoted)}`;
  const sureness = source.citations.flatMap(({ ocr }) => ocr?.confidence ?? []);
  const read = ocrNote(sureness.length === 0 ? {} : { ocr: { confidence: Math.min(...sureness) } });
  const label = labelOf(source.citations.map((citation) => citation.number));
  const head = wrapText(
    `${placeOf({ ...first, pages })}${section}${quoted}${read}`,
    screen.width,
    indent,
    padRight(`${label} `, indent.length),
  );
  const rest =
    source.rest.length === 0
      ? []
      : [
          `${indent}And ${labelsOf(source.rest)} on ${formatPages([...new Set(source.rest.map((note) => note.page))])}.`,
        ];
  const notes = [...source.notes.map((note) => showNote(note, all, screen, indent)), ...rest];
  const restated = showRestatements(source.citations, screen, indent);
  return [
    head,
    ...showRows(source.citations, screen, indent),
    ...restated,
    ...notes.map((note) => screen.paint('dim', note)),
  ].join('\n');
}

/** "arranged, of Balance sheets: Goodwill: 2018 12,790 …": the rows of tables with their heads, and their titles. */
function showRows(citations: readonly Citation[], screen: Screen, indent: string): string[] {
  return citations.flatMap((citation) => {
    const label = citations.length === 1 ? '' : `${labelOf([citation.number])} `;
    const row = tellRow(citation);
    return row === undefined ? [] : [wrapText(`${label}${row}`, screen.width, indent)];
  });
}

/** "also p. 14, Executive Summary": where the report repeats the sentences. */
function showRestatements(citations: readonly Citation[], screen: Screen, indent: string): string[] {
  return citations.flatMap((citation) => {
    const { number, alsoIn = [] } = citation;
    const places = alsoIn.map((one) => alsoPlaceOf(citation, one, formatPages([one.page])));
    const label = citations.length === 1 ? '' : `${labelOf([number])} `;
    return places.length === 0 ? [] : [wrapText(`${label}also ${places.join('; ')}`, screen.width, indent)];
  });
}

/**
 * The sources of an answer, in the order of their first citation.
 * @param indent the indent of lines after a label.
 */
export function showSources(citations: readonly Citation[], screen: Screen, indent: string): string {
  return groupSources(citations)
    .map((source) => showSource(source, citations, screen, indent))
    .join('\n');
}
