/** The series that the labels of notes are of: numbers, signs, letters, roman numbers. Pure. */
import { romanValue } from '../../text/roman-number.ts';

export interface NoteSeries {
  /** A label's place in the series, from 1; null for one of another. */
  place(label: string): number | null;
  /** A label that opens a line of text, and what stands between it and the note. */
  opening: RegExp;
  /** A label that stands alone. */
  alone: RegExp;
  /** A label with a bar behind it, which opens a note for certain. */
  barred?: RegExp;
}

/** Begins again with two of each: "**" follows "§" or, where there are only stars, "*". */
const signs = '*†‡§¶#';

export const numbers: NoteSeries = {
  place: (label) => (/^\d{1,4}$/.test(label) ? Number(label) : null),
  // "1..n" and "2.0" are cells.
  opening: /^(\d{1,4})(?!\.[.\d])(?:\s*[.)\]:|]\s*|\s+|(?=[\p{L}"“‘'([]))(?=\S)/u,
  alone: /^(\d{1,4})[.)\]]?$/,
  barred: /^\d{1,4}\s*\|/,
};

const signSeries: NoteSeries = {
  place: (label) =>
    /^([*†‡§¶#])\1{0,2}$/u.test(label) ? signs.indexOf(label.charAt(0)) + label.length : null,
  opening: /^([*†‡§¶#]{1,3})\s*(?=[\p{L}\p{N}"“‘'([])/u,
  alone: /^([*†‡§¶#]{1,3})$/u,
};

const letterSeries: NoteSeries = {
  place: (label) => (/^[a-z]$/.test(label) ? label.charCodeAt(0) - 96 : null),
  opening: /^\(?([a-z])[.)]\s+(?=\S)/,
  alone: /^\(?([a-z])[.)]?$/,
};

const romanSeries: NoteSeries = {
  place: (label) => (/^[ivxl]{1,6}$/.test(label) ? romanValue(label) : null),
  opening: /^\(?([ivxl]{1,6})[.)]?\s+(?=\S)/,
  alone: /^\(?([ivxl]{1,6})[.)]?$/,
};

/** The series besides numbers that a document's raised labels are of. What "i" is, "ii" and "a" tell. */
export function seriesOf(labels: ReadonlySet<string>): NoteSeries[] {
  const hasRoman = labels.has('i') && labels.has('ii');
  return [signSeries, ...(hasRoman ? [romanSeries] : []), ...(labels.has('a') ? [letterSeries] : [])];
}
