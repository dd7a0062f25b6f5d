/** The known structure of a document: a contents file, and which of its entries are chapters. Pure. */
import { VerseError } from '../../../core/errors.ts';

/** A line of a contents file. */
export interface KnownEntry {
  /** From 1, the outermost. */
  level: number;
  title: string;
  /** The page in the file, from 1; null where the contents file gives none. */
  page: number | null;
}

const line = /^\s*(\d+),(.*?)(?:,\s*(-?\d*))?\s*$/;

/**
 * Reads a contents file: on each line a level from 1, a title (quoted where it has a comma) and its page in the file.
 * @param name what error sentences call the file.
 * @throws VerseError `bad-input` naming the line.
 */
export function parseContentsFile(text: string, name: string): KnownEntry[] {
  const lines = text.replace(/^\ufeff/, '').split(/\r?\n/);
  return lines.flatMap((each, index) => {
    if (each.trim() === '') return [];
    const match = line.exec(each);
    if (match === null)
      throw new VerseError(
        'bad-input',
        `${name}, line ${index + 1}: not a level, a title and a page.`,
        'Write each entry as 2,"Title of the chapter",14.',
      );
    const page = Number(match[3] ?? 0);
    const quoted = /^\s*"(.*)"\s*$/.exec(match[2] ?? '')?.[1]?.replaceAll('""', '"');
    const title = (quoted ?? match[2] ?? '').replace(/\s+/g, ' ').trim();
    return [{ level: Number(match[1]), title, page: page > 0 ? page : null }];
  });
}

/** The lines of a contents file, the other way round. */
export const formatContentsFile = (entries: readonly KnownEntry[]): string =>
  entries
    .map(({ level, title, page }) => `${level},"${title.replaceAll('"', '""')}",${page ?? ''}\n`)
    .join('');

interface KnownNode extends KnownEntry {
  children: KnownNode[];
  /** Pages up to the next entry of its level or above. */
  span: number;
}

function toTree(entries: readonly KnownEntry[]): KnownNode[] {
  const nodes = entries.map((entry): KnownNode => ({ ...entry, children: [], span: 0 }));
  const top: KnownNode[] = [];
  const open: KnownNode[] = [];
  nodes.forEach((node, index) => {
    while ((open.at(-1)?.level ?? 0) >= node.level) open.pop();
    (open.at(-1)?.children ?? top).push(node);
    open.push(node);
    const next = nodes.slice(index + 1).find(({ level, page }) => level <= node.level && page !== null);
    node.span = next?.page && node.page ? next.page - node.page : 0;
  });
  return top;
}

/** What is in front of and behind the chapters, or says what the file is: neither asked for nor held against a reader. */
const besides =
  /^(?:(?:table|summary) of )?contents?$|^(?:list|table|index) of\b|^(?:about|note about|notes? on) (?:the|this)\b|^(?:cover|half[ -]title|title|series|copyright|imprint)(?: page)?$|^(?:authors?|contributors|preface|foreword|prologue|dedication|notices?|abstract|series editor|(?:acronyms|abbreviations)|acknowledge?ments?|preface and acknowledge?ments?|glossary|bibliography|references|further reading|works cited|notes|endnotes|index|annex|appendix|abbreviations|outline|cited)\b/i;

const partTitle =
  /^(?:part|section|book)\s+(?:\d|[ivx]+\b|one|two|three|four|five|six)|^[A-Z]\.\s|^[IVX]{1,5}\s(?=\p{L})/iu;
const chapterTitle = /^(?:chapter|item\s+\d|§|\d{1,3}[.:]?\s)/i;
const subNumber = /^(?:[A-Z]|[IVX]+|\d+\.\d+)[.)]\s/;
/** Pages from which an unnumbered entry below a part is taken for a chapter, the median over the part. */
const chapterPages = 8;

function isPart({ title, children }: KnownNode): boolean {
  if (!partTitle.test(title) || children.length === 0) return false;
  if (children.some((child) => chapterTitle.test(child.title))) return true;
  const spans = children.map(({ span }) => span).sort((a, b) => a - b);
  const isNumberedBelow =
    children.length > 1 &&
    children.filter((child) => subNumber.test(child.title)).length > children.length / 2;
  return !isNumberedBelow && (spans[Math.floor(spans.length / 2)] ?? 0) >= chapterPages;
}

/**
 * What people name as a document's chapters: the outermost entries, or those below its parts, without front and back matter.
 * An entry that holds all others ("Contents", the title) is passed through.
 */
export function chaptersOf(entries: readonly KnownEntry[]): KnownEntry[] {
  const inside = (nodes: readonly KnownNode[]): KnownNode[] =>
    nodes.flatMap((node) => (isPart(node) ? inside(node.children) : besides.test(node.title) ? [] : [node]));
  const tree = toTree(entries).flatMap((node, _, all) =>
    all.length <= 3 && node.children.length > all.length ? node.children : [node],
  );
  const contents = tree.findIndex(({ title }) => /^(?:(?:table|summary) of )?contents?$/i.test(title));
  // Before the contents stand the titles of the book and of its series.
  const behind = tree.filter((node, index) => index >= contents || node.children.length > 0 || contents < 0);
  // A flat outline has the parts beside their chapters.
  const areParts = behind.filter(({ title, children }) => partTitle.test(title) && children.length === 0);
  const isFlat = areParts.length >= 2 && behind.some(({ title }) => chapterTitle.test(title));
  return inside(isFlat ? behind.filter((node) => !areParts.includes(node)) : behind);
}

/** Whether an entry is front or back matter. */
export const isBesides = (title: string): boolean => besides.test(title.trim());
