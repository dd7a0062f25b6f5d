/** Note markers that a text layer keeps as plain digits or signs glued to the word before ("technology.12 The"). Pure. */
import type { Line, Marker } from '../page-model.ts';
import { parseLabels, superscriptDigits } from './markers.ts';

/** Digits behind a letter or a mark that closes a word; no unit, decimal, issue ("2013;6(2)") or part of a name follows. */
const glued =
  /(?<=[\p{L}.,;:!?"'“”’»)\]])(?<!\b\d{1,3}[.,])\d{1,4}(?![\p{L}\p{N}%/\-–(]|[.,]\d)|(?<=\b(?:19|20)\d\d)\d{1,3}(?!\d)|(?<=\d)[⁰¹²³⁴-⁹]+/gu;

/** As above, but a blank apart: "Kyoto Protocol 7 have". */
const spaced = /(?<=[\p{L}.,;:!?"'“”’»)\]] )\d{1,4}(?= )/gu;

/** Digits as a number, whether raised ones or not. */
const numberOf = (digits: string): number =>
  Number(digits.replace(/[^\d]/g, (digit) => String(superscriptDigits.indexOf(digit))));

/** The numbers in a text that may be markers. */
export function gluedNumbers(text: string): number[] {
  return [...text.matchAll(glued)].map(([digits]) => numberOf(digits));
}

/** Stars and the like behind a word, of the text's size, as in "the roofs.* The"; behind a number only where a cell or a line ends. */
const gluedSign =
  /(?:(?<=[\p{L}.,;:!?"'”’)\]])|(?<=\p{N})(?=.{1,3}$))(?:\*{1,3}|†{1,2}|‡{1,2}|§(?!\s?\d)|¶)(?![\p{L}\p{N}*])/gu;

/** The signs in a text that may be markers. */
export function gluedSigns(text: string): string[] {
  return [...text.matchAll(gluedSign)].map(([sign]) => sign);
}

/** Cuts out the signs of a page's lines that its notes have for labels. */
export function cutLooseSigns(lines: readonly Line[], labels: ReadonlySet<string>): Line[] {
  if (!lines.some(({ text }) => gluedSigns(text).some((sign) => labels.has(sign)))) return [...lines];
  return lines.map((line) =>
    [...line.text.matchAll(gluedSign)]
      .filter(([sign]) => labels.has(sign))
      .reverse()
      .reduce((rest, { 0: sign, index }) => cutMarker(rest, index, sign.length, [sign]), line),
  );
}

/** "1213" as 12 and 13; none if its halves do not follow each other. */
function twoNumbers(digits: string): number[] {
  const half = Math.floor(digits.length / 2);
  const [first, second] = [numberOf(digits.slice(0, half)), numberOf(digits.slice(half))];
  return half > 0 && second === first + 1 ? [first, second] : [];
}

/** Pages, counted from 0, with the numbers of the notes whose markers stand on them. */
export interface MarkerSpan {
  from: number;
  to: number;
  numbers: number[];
}

/** Where a number may stand as a marker, in reading order. */
interface Place {
  page: number;
  line: number;
  start: number;
  digits: string;
  number: number;
  /** Two, where two notes have their markers side by side. */
  numbers: number[];
  /** A marker rather stands behind a stop than behind a letter, where it may be a name's: "Outfit7". */
  weight: number;
}

/** Those of the wanted numbers. */
function placesOf(
  pages: readonly (readonly Line[])[],
  span: MarkerSpan,
  wanted: ReadonlySet<number>,
  pattern: RegExp,
): Place[] {
  const pagesOfSpan = pages.slice(span.from, span.to + 1);
  return pagesOfSpan.flatMap((lines, index) =>
    lines.flatMap((line, at) =>
      [...line.text.matchAll(pattern)].flatMap(({ 0: digits, index: start }): Place[] => {
        const weight = /\p{L}/u.test(line.text[start - 1] ?? '') ? 0.9 : 1;
        const two = twoNumbers(digits);
        const readings = [[numberOf(digits)], ...(two.length > 0 ? [two] : [])];
        const place = { page: span.from + index, line: at, start, digits };
        return readings
          .filter((numbers) => numbers.every((number) => wanted.has(number)))
          .map((numbers) => ({
            ...place,
            number: numbers[0] ?? 0,
            numbers,
            weight: weight * numbers.length,
          }));
      }),
    ),
  );
}

/** A line without the characters at `start`, which become a marker. */
function cutMarker(line: Line, start: number, length: number, labels: string[]): Line {
  const end = start + length;
  const move = (marker: Marker) => ({
    ...marker,
    offset: marker.offset <= start ? marker.offset : Math.max(start, marker.offset - length),
  });
  return {
    ...line,
    text: line.text.slice(0, start) + line.text.slice(end),
    edges: [...line.edges.slice(0, start), ...line.edges.slice(end)],
    markers: [...line.markers.map(move), { offset: start, labels }].sort((a, b) => a.offset - b.offset),
  };
}

/** Whether most of a list's numbers are cited in brackets, "[2–8]": digits elsewhere are no markers of it. */
function areCitedInBrackets(lines: readonly Line[], span: MarkerSpan): boolean {
  const cited = lines.flatMap(({ text }) =>
    [...text.matchAll(/\[(\d[\d,;\s–-]*)\]/gu)].flatMap(([, labels = '']) => parseLabels(labels).map(Number)),
  );
  return span.numbers.filter((number) => cited.includes(number)).length * 2 >= span.numbers.length;
}

/** Cuts the markers of notes out of the text where they are plain digits. @param pages their lines in reading order. */
export function cutLooseMarkers(pages: readonly (readonly Line[])[], spans: readonly MarkerSpan[]): Line[][] {
  const result = pages.map((lines) => [...lines]);
  for (const span of spans) {
    const lines = result.slice(span.from, span.to + 1).flat();
    const raised = new Set(lines.flatMap((line) => line.markers.flatMap(({ labels }) => labels.map(Number))));
    const wanted = new Set(span.numbers.filter((number) => !raised.has(number)));
    if (wanted.size === 0 || areCitedInBrackets(lines, span)) continue;
    const places = longestRise(placesOf(result, span, wanted, glued));
    // On many pages some numbers rise by chance.
    if (span.to > span.from && places.length * 2 < wanted.size) continue;
    const apart = places.length === 0 ? [] : placesOf(result, span, wanted, spaced);
    for (const place of [...places, ...missing(places, apart)].sort(inOrder).reverse()) {
      const own = result[place.page];
      const line = own?.[place.line];
      if (own !== undefined && line !== undefined)
        own[place.line] = cutMarker(line, place.start, place.digits.length, place.numbers.map(String));
    }
  }
  return result;
}

const inOrder = (a: Place, b: Place) => a.page - b.page || a.line - b.line || a.start - b.start;

/** The only places for numbers that are missing among the others, each between the number before and the one after. */
function missing(found: readonly Place[], candidates: readonly Place[]): Place[] {
  const known = new Set(found.flatMap(({ numbers }) => numbers));
  const fitting = candidates.filter(
    (place) =>
      !known.has(place.number) &&
      found.every((other) => Math.sign(inOrder(place, other)) === Math.sign(place.number - other.number)),
  );
  return fitting.filter((place) => fitting.filter(({ number }) => number === place.number).length === 1);
}

/** The selection of places with the most weight whose numbers rise. */
function longestRise(places: readonly Place[]): Place[] {
  const best: { weight: number; before: number }[] = [];
  for (const [index, place] of places.entries()) {
    const own = { weight: place.weight, before: -1 };
    for (let at = 0; at < index; at++) {
      const weight = (best[at]?.weight ?? 0) + place.weight;
      if ((places[at]?.numbers.at(-1) ?? place.number) < place.number && weight > own.weight) {
        own.weight = weight;
        own.before = at;
      }
    }
    best.push(own);
  }
  const weights = best.map(({ weight }) => weight);
  const rise: Place[] = [];
  for (let at = weights.indexOf(Math.max(...weights)); at >= 0; at = best[at]?.before ?? -1) {
    const place = places[at];
    if (place !== undefined) rise.unshift(place);
  }
  return rise;
}
