/** Takes the citations out of a text, leaving a mark for each. Pure. */
import type { CitingForms } from '../../core/draft-forms.ts';
import { chapterCalled, pagePattern } from './citing.ts';
import { type CitedPlace, readLabelled, readPlaces } from './read-places.ts';
import { replaceTraced, type TracedText } from './traced-text.ts';

/** A citation in the draft. */
export interface Citation {
  /** As written, brackets and all. */
  text: string;
  /** Empty for a note that names no page of a report; null if there is no such note. */
  places: CitedPlace[] | null;
}

/** Marks for citations: private-use characters, the first for the first citation. */
const firstMark = 0xe000;
const marks = String.raw`[\ue000-\uf8ff]`;
const mostMarks = 0xf8ff - firstMark + 1;

/** What the writer may refer to. */
export interface References {
  /** The texts of notes by their labels: "^1" of `[^1]`. */
  notes: ReadonlyMap<string, string>;
  isChapter: (name: string) => boolean;
  /** How the documents are called beside each other, by their ids; none by default. */
  labels?: ReadonlyMap<string, string> | undefined;
  /** How places are cited in the draft's language. */
  citing: CitingForms;
}

const note = String.raw`\[(?<label>\^[^\]\s]{1,100}|\d{1,3})\]`;
const bracketed = String.raw`\[(?<square>[^[\]]{1,500})\]|\((?<round>[^()]{1,200})\)`;
const inBrackets = new RegExp(`${note}|${bracketed}`, 'gu');

/** Pages in running text, with a chapter's name and what leads to them. */
function inTextPattern(forms: CitingForms): RegExp {
  const name = String.raw`(?<dash>[—–-]\s*)?(?<name>(?!(?:${forms.noName.source})\s)\p{Lu}[\p{L} ]{1,40}?),?\s+`;
  const lead = String.raw`(?:(?<![\p{L}\p{N}])(?:${forms.lead.source})\s+)?`;
  return new RegExp(`(?:${name})?${lead}(?<pages>${pagePattern(forms)})`, 'gu');
}

/** "Germany", or "the chapter on Germany", "Germany chapter". */
function readChapter(text: string, { isChapter, citing }: References): CitedPlace[] | undefined {
  const chapter = chapterCalled(text, citing);
  return isChapter(chapter) ? [{ name: chapter, pages: [] }] : undefined;
}

function readNamed(text: string, { labels = new Map(), citing }: References): CitedPlace[] | undefined {
  return readLabelled(text, labels, citing) ?? readPlaces(text, citing);
}

function readNote(label: string, references: References): CitedPlace[] | null {
  const text = references.notes.get(label)?.trim().replace(/\.$/, '');
  if (text === undefined) return null;
  return readNamed(text, references) ?? readChapter(text, references) ?? [];
}

/** The places between brackets; undefined if they are no citation. */
function readBrackets(
  { groups = {} }: RegExpExecArray,
  references: References,
): Citation['places'] | undefined {
  const { label, square, round } = groups;
  if (label !== undefined) return readNote(label, references);
  const inside = (square ?? round ?? '').replace(references.citing.refers, '');
  const places = readNamed(inside, references);
  if (places !== undefined) return places;
  // A name in round brackets is text, unless it is called a chapter.
  const isCited = square !== undefined || references.citing.chapter.test(inside);
  return isCited ? readChapter(inside, references) : undefined;
}

/** Moves marks before the full stop, so that they stay with their sentence. */
function settleMarks(traced: TracedText): TracedText {
  const close = replaceTraced(
    traced,
    // A run of blanks or stops is tried from its first alone.
    new RegExp(`(?:(?<!\\s)\\s+)?(${marks})(?:[\\s,;]+(?=${marks}))?`, 'gu'),
    ([, one]) => one ?? '',
  );
  const stop = String.raw`(?<![.!?…])([.!?…]+["'”’»)\]]*)`;
  return replaceTraced(close, new RegExp(`${stop}(${marks}+)`, 'gu'), ([, end, own]) => `${own}${end}`);
}

export interface MarkedText {
  traced: TracedText;
  citations: Citation[];
}

export function takeCitations(traced: TracedText, references: References): MarkedText {
  const citations: Citation[] = [];
  const take = (text: string, places: Citation['places']) => {
    citations.push({ text, places });
    return String.fromCharCode(firstMark + citations.length - 1);
  };
  const own = replaceTraced(traced, new RegExp(marks, 'gu'), () => '');
  const bare = replaceTraced(own, inBrackets, (match) => {
    const places = citations.length < mostMarks ? readBrackets(match, references) : undefined;
    return places === undefined ? match[0] : take(match[0], places);
  });
  const marked = replaceTraced(bare, inTextPattern(references.citing), ({ 0: found, groups = {} }) => {
    if (citations.length === mostMarks) return found;
    const { dash = '', name: before = '', pages = '' } = groups;
    const isNamed = references.isChapter(before);
    const places = readPlaces(isNamed ? `${before}, ${pages}` : pages, references.citing) ?? [];
    if (isNamed || before === '') return take(found.trim(), places);
    return `${dash}${before}${take(pages, places)}`;
  });
  return { traced: settleMarks(marked), citations };
}

/** The citations whose marks are in a text, in order. */
export function citationsIn(text: string, citations: readonly Citation[]): Citation[] {
  const found = text.match(new RegExp(marks, 'gu')) ?? [];
  return found.flatMap((one) => citations[one.charCodeAt(0) - firstMark] ?? []);
}

/** The text without marks and the gaps they leave. */
export function withoutMarks(text: string): string {
  return text
    .replace(new RegExp(marks, 'gu'), '')
    .replace(/\s+/g, ' ')
    .replace(/\s+(?=[,.;:!?…])|,\s*(?=\))/g, '')
    .trim();
}
