/** Breaks texts with note markers into lines, and sets these as a printer does. Pure. */

import type { MarkedText } from './document-design.ts';
import { widthOf } from './helvetica.ts';
import type { Face, PdfLine } from './make-pdf.ts';

/** A part of a word: text, or a marker above it. */
interface Fragment {
  text: string;
  isMarker: boolean;
}

/** What stands between two blanks. */
export interface SetWord {
  fragments: Fragment[];
  /** Which of the paragraph's sentences it is of. */
  sentence: number;
  /** Whether it goes on with a word that was broken at the end of the line before. */
  goesOn?: true;
}

export interface SetLine {
  words: SetWord[];
  /** Whether the paragraph ends with it. */
  isLast: boolean;
}

export interface Look {
  size: number;
  face?: Face;
  hasLooseMarkers?: boolean;
}

/** Times the size of the text. */
const markerSize = 0.62;
const markerRise = 0.36;

const markers = /\{([^}]+)\}/g;

/** The labels of the notes that a text names. */
export const labelsOf = (text: string): string[] => placeLabels(text).labels.map(({ label }) => label);

/** Where the markers stand in the text without them. */
export function placeLabels(text: string): { text: string; labels: { label: string; offset: number }[] } {
  let cut = 0;
  const labels = [...text.matchAll(markers)].flatMap(({ 0: whole, 1: own = '', index }) => {
    const offset = index - cut;
    cut += whole.length;
    return own.split(',').map((label) => ({ label, offset }));
  });
  return { text: text.replace(markers, ''), labels };
}

/** The text with its markers in braces, those of one place in one pair: the other way round. */
export function insertLabels(text: string, labels: readonly { label: string; offset: number }[]): MarkedText {
  const offsets = [...new Set(labels.map(({ offset }) => offset))].sort((a, b) => a - b);
  const parts = offsets.map((offset, at) => {
    const own = labels.filter((one) => one.offset === offset).map(({ label }) => label);
    return `${text.slice(offsets[at - 1] ?? 0, offset)}{${own.join(',')}}`;
  });
  return parts.join('') + text.slice(offsets.at(-1) ?? 0);
}

function toFragments(word: string): Fragment[] {
  return word.split(/(\{[^}]+\})/).flatMap((part) => {
    if (part === '') return [];
    return [{ text: part.replace(/[{}]/g, ''), isMarker: part.startsWith('{') }];
  });
}

export function toWords(sentences: readonly string[]): SetWord[] {
  return sentences.flatMap((text, sentence) =>
    text.split(' ').map((word) => ({ fragments: toFragments(word), sentence })),
  );
}

const sizeOf = ({ isMarker }: Fragment, { size, hasLooseMarkers }: Look) =>
  isMarker && !hasLooseMarkers ? size * markerSize : size;

const wordWidth = ({ fragments }: SetWord, look: Look) =>
  fragments.reduce((sum, each) => sum + widthOf(each.text, sizeOf(each, look), look.face), 0);

/** Where a word may be broken that is longer than a line, as links are: behind its signs, or after so many letters. */
const unbroken = /[^/_.-]{1,12}[/_.-]*|[/_.-]+/g;

const toUnbroken = (fragment: Fragment): Fragment[] =>
  fragment.isMarker
    ? [fragment]
    : (fragment.text.match(unbroken) ?? []).map((text) => ({ text, isMarker: false }));

/** The pieces of a word, none longer than a line. */
function breakWord(word: SetWord, measure: number, look: Look): SetWord[] {
  if (wordWidth(word, look) <= measure) return [word];
  const { sentence } = word;
  const pieces: SetWord[] = [];
  for (const fragment of word.fragments.flatMap(toUnbroken)) {
    const last = pieces.at(-1);
    if (last === undefined) {
      pieces.push({ fragments: [fragment], sentence });
      continue;
    }
    const fragments = [...last.fragments, fragment];
    // A marker stays with what it stands behind.
    if (fragment.isMarker || wordWidth({ fragments, sentence }, look) <= measure) last.fragments = fragments;
    else pieces.push({ fragments: [fragment], sentence, goesOn: true });
  }
  return pieces;
}

/** The words in lines of at most so many points. */
export function breakLines(words: readonly SetWord[], measure: number, look: Look): SetLine[] {
  const blank = widthOf(' ', look.size, look.face);
  const lines: SetLine[] = [];
  let room = 0;
  for (const word of words.flatMap((whole) => breakWord(whole, measure, look))) {
    const width = wordWidth(word, look);
    const last = word.goesOn ? undefined : lines.at(-1);
    if (last !== undefined && room >= blank + width) {
      last.words.push(word);
      room -= blank + width;
    } else {
      lines.push({ words: [word], isLast: false });
      room = measure - width;
    }
  }
  const last = lines.at(-1);
  if (last !== undefined) last.isLast = true;
  return lines;
}

/** The lines of a text, each as it is printed. */
export const wrapText = (text: string, measure: number, look: Look): string[] =>
  breakLines(toWords([text]), measure, look).map(({ words }) =>
    words.map(({ fragments }) => fragments.map((fragment) => fragment.text).join('')).join(' '),
  );

/** The runs of a line at its baseline. @param measure to which its blanks are widened; null for none. */
export function setLine(line: SetLine, x: number, y: number, measure: number | null, look: Look): PdfLine[] {
  const { size, face = 'regular' } = look;
  const blank = widthOf(' ', size, face);
  const gaps = line.words.length - 1;
  const width = line.words.reduce((sum, word) => sum + wordWidth(word, look), gaps * blank);
  const spacing = measure === null || line.isLast || gaps === 0 ? 0 : (measure - width) / gaps;
  const runs: PdfLine[] = [];
  let at = x;
  let open: PdfLine | null = null;
  for (const [index, { fragments }] of line.words.entries()) {
    if (index > 0) {
      if (open !== null) open.text += ' ';
      at += blank + spacing;
    }
    for (const fragment of fragments) {
      const own = sizeOf(fragment, look);
      if (own !== size) {
        runs.push({ text: fragment.text, x: at, y: y + size * markerRise, size: own, face });
        open = null;
      } else if (open === null) {
        open = { text: fragment.text, x: at, y, size, face, ...(spacing > 0 && { wordSpacing: spacing }) };
        runs.push(open);
      } else open.text += fragment.text;
      at += widthOf(fragment.text, own, face);
    }
  }
  return runs;
}
