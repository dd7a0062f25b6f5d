/** Reads notes, at the end of a chapter or at the foot of its pages: number, text, links. Pure. */
import type { Note } from '../../core/types.ts';
import type { Block, Line, NotePlace } from '../page-model.ts';
import { boxesOf, joinLines, type PageFrame, pagesOf } from './paragraphs.ts';
import { mendLineEnd, type Seam, type Vocabulary } from './vocabulary.ts';

const numbered = /^(\d{1,3})\s*(?:\|\s*|[.):\]]\s+|\s+(?=\p{Lu}|["“'‘]|https?:))/u;
const barred = /^(\d{1,3})\s*\|/;
/** How many numbers an author may skip. */
const longestSkip = 5;

/** The number with which a line opens a note, or null. Followed by a bar, any higher number counts, else only the next. */
function openingNumber(line: Line, last: number): number | null {
  const match = numbered.exec(line.text);
  if (match?.[1] === undefined) return null;
  const number = Number(match[1]);
  if (barred.test(line.text)) return number >= last && number <= last + longestSkip ? number : null;
  return number === last + 1 ? number : null;
}

/** A link's start: with a scheme, "www." or a bare name with a path ("nukib.gov.cz/cs/…"). */
const linkStart = String.raw`(?:https?:\/\/|www\.|(?<![\w@./-])(?:[a-z0-9-]+\.)+[a-z]{2,}\/)`;
const openLink = new RegExp(String.raw`${linkStart}\S*$`);
const wholeLink = new RegExp(String.raw`${linkStart}[^\s<>"“”]*`, 'g');
const breakAfter = /[/\-_?&=#%.~:]$/;

/** How often a word must occur in the document to be ordinary: after a link's slash it then continues the sentence. */
const plainWordCount = 3;

const fileEnding = /^(?:pdf|html?|php|aspx?|jsp|docx?|xml)\b/i;
const wholeLineLink = /^(?:\d{1,3} \| )?\S+$/;

/**
 * Joins two lines of a note: a link broken over them is joined without a space.
 * @param isFull whether the first line reaches the column's right edge.
 */
function noteSeam(end: string, start: string, before: Line, isFull: boolean, vocabulary: Vocabulary): Seam {
  const token = start.split(/\s/)[0] ?? '';
  // "[INTELLIGENCE OUTLOOK 2025](#)": a Markdown link.
  if (/\]$/.test(end) && /^\((?:#|https?:)/.test(token)) return { cut: 0, glue: '' };
  if (!openLink.test(end)) return mendLineEnd(end, start, vocabulary);
  const isPlainWord =
    /^\p{L}+[,.;:]?$/u.test(token) && vocabulary.count(token.replace(/[,.;:]$/, '')) >= plainWordCount;
  const startsNext = /^(?:https?:|www\.|\(|\[|"|“)/.test(token) && !/:\/\/$/.test(end);
  if (startsNext) return { cut: 0, glue: ' ' };
  if (/[\u2010\u00ad]$/.test(end)) return { cut: 1, glue: '' };
  if (/\.$/.test(end) && fileEnding.test(token)) return { cut: 0, glue: '' };
  // A link longer than the line may be broken anywhere.
  if (isFull && !isPlainWord && wholeLineLink.test(before.text)) return { cut: 0, glue: '' };
  const goesOn = breakAfter.test(end) || /^[/\-_?&=#%.~]/.test(token);
  // "…/2025/ Accessed" ends the link; "…/2025/" + "report.pdf" continues it.
  return goesOn && (!isPlainWord || /:\/\/$|[-_=&%]$/.test(end))
    ? { cut: 0, glue: '' }
    : { cut: 0, glue: ' ' };
}

/** The links in a note's text as printed (some without a scheme), without the punctuation that follows them. */
export function findUrls(text: string): string[] {
  const matches = (text.match(wholeLink) ?? []).filter((url) => !/^(?:https?:\/\/|www\.)$/.test(url));
  return [...new Set(matches.map((url) => url.replace(/[.,;:)\]'’]+$/, '')))];
}

/** The notes of one chapter. */
export interface ChapterNotes {
  /** At the foot of its pages. */
  foot: Note[];
  /** At its end: a list, or one for each time the numbers start anew. */
  end: NoteList[];
  /** Where those at the foot begin, by their ids: the baseline in points from the page's lower edge. */
  tops: ReadonlyMap<string, number>;
}

/** The heading above a list in the notes at a book's end names the chapter. */
export interface NoteList {
  title: string | null;
  notes: Note[];
}

export const allNotes = ({ foot, end }: ChapterNotes): Note[] => [
  ...foot,
  ...end.flatMap(({ notes }) => notes),
];

interface NotesContext {
  /** `<document>/<chapter number>`. */
  idPrefix: string;
  vocabulary: Vocabulary;
  pageSize: (page: number) => PageFrame;
}

/** The lines of one note; `lead` is the length of its label where that is in the text. */
interface NoteGroup {
  label: string;
  title?: string;
  lines: Line[];
  lead: (text: string) => number;
}

/** The endnotes under a heading; each heading may open a list that counts from 1. */
function groupTitledNotes(blocks: readonly Block[]): NoteGroup[] {
  const groups: NoteGroup[] = [];
  let last = 0;
  for (const block of blocks) {
    if (block.kind === 'heading') last = 0;
    if (block.kind !== 'note' || block.note !== undefined) continue;
    for (const line of block.lines) {
      const number = openingNumber(line, last);
      if (number !== null) {
        groups.push({
          label: String(number),
          lines: [line],
          lead: (text) => numbered.exec(text)?.[0].length ?? 0,
        });
        last = number;
        // What stands before the first number belongs to no note.
      } else if (last > 0) groups.at(-1)?.lines.push(line);
    }
  }
  return groups;
}

/** The notes that their labels told, those that go on over a page joined. */
function groupFoundNotes(blocks: readonly Block[], place: NotePlace): NoteGroup[] {
  const groups: NoteGroup[] = [];
  for (const { note, lines } of blocks) {
    if (note?.place !== place) continue;
    const { label, goesOn, title } = note;
    if (goesOn) groups.findLast((group) => group.label === label)?.lines.push(...lines);
    else groups.push({ label, ...(title && { title }), lines: [...lines], lead: () => 0 });
  }
  return groups;
}

/** The notes of a chapter, from its classified blocks. */
export function readNotes(
  blocks: readonly Block[],
  chapter: string,
  { idPrefix, vocabulary, pageSize }: NotesContext,
): ChapterNotes {
  const own = blocks.filter((block) => block.kind === 'note');
  const column = (line: Line) => `${line.page}/${line.column}`;
  const rightOf = new Map<string, number>();
  for (const line of own.flatMap((block) => block.lines))
    rightOf.set(column(line), Math.max(rightOf.get(column(line)) ?? 0, line.right));
  const seen = new Map<string, number>();
  const toNote = (group: NoteGroup): Note => {
    const paragraph = joinLines(group.lines, vocabulary, (end, start, before) => {
      const isFull = before.right >= (rightOf.get(column(before)) ?? before.right) - before.size;
      return noteSeam(end, start, before, isFull, vocabulary);
    });
    const lead = group.lead(paragraph.text);
    const text = paragraph.text.slice(lead).trim();
    const key = group.label.replace('/', '');
    const repeats = seen.get(key) ?? 0;
    seen.set(key, repeats + 1);
    const pages = pagesOf(paragraph, 0, paragraph.text.length);
    return {
      id: `${idPrefix}/n${key}${repeats === 0 ? '' : `.${repeats + 1}`}`,
      chapter,
      label: group.label,
      text,
      urls: findUrls(text),
      page: pages[0] ?? 1,
      pages,
      boxes: boxesOf(paragraph, lead, paragraph.text.length, pageSize),
    };
  };
  const end: NoteList[] = [];
  let last = 0;
  for (const group of [...groupTitledNotes(blocks), ...groupFoundNotes(blocks, 'end')]) {
    // Labels of other series stand among numbers.
    const number = Number(group.label);
    if (number < last || end.length === 0) end.push({ title: group.title ?? null, notes: [] });
    end.at(-1)?.notes.push(toNote(group));
    last = Number.isNaN(number) ? last : number;
  }
  const atFoot = groupFoundNotes(blocks, 'foot').map((group) => ({
    note: toNote(group),
    y: group.lines[0]?.y ?? 0,
  }));
  return {
    end,
    foot: atFoot.map(({ note }) => note),
    tops: new Map(atFoot.map(({ note, y }) => [note.id, y])),
  };
}
