/** Note markers that a text layer keeps as plain digits glued to the word before ("technology.12 The"). Pure. */
import type { Line, Marker } from '../page-model.ts';

/** Up to three digits behind a letter or a mark that closes a word; no unit, decimal or part of a name follows. */
const glued = /(?<=[\p{L}.,;:!?"'“”’»)\]])(?<!\b\d{1,3}[.,])\d{1,4}(?![\p{L}\p{N}%/\-–]|[.,]\d)/gu;

/** As above, but a blank apart: "Kyoto Protocol 7 have". */
const spaced = /(?<=[\p{L}.,;:!?"'“”’»)\]] )\d{1,4}(?= )/gu;

/** The numbers in a text that may be markers. */
export function gluedNumbers(text: string): number[] {
  return [...text.matchAll(glued)].map(([digits]) => Number(digits));
}

/** Where a number may stand as a marker, in the order of the page. */
interface Place {
  line: number;
  start: number;
  digits: string;
}

function placesOf(lines: readonly Line[], pattern: RegExp): Place[] {
  return lines.flatMap((line, index) =>
    [...line.text.matchAll(pattern)].map((match) => ({ line: index, start: match.index, digits: match[0] })),
  );
}

/** A line without the digits at `start`, which become a marker. */
function cutMarker(line: Line, start: number, digits: string): Line {
  const end = start + digits.length;
  const move = (marker: Marker) => ({
    ...marker,
    offset: marker.offset <= start ? marker.offset : Math.max(start, marker.offset - digits.length),
  });
  return {
    ...line,
    text: line.text.slice(0, start) + line.text.slice(end),
    edges: [...line.edges.slice(0, start), ...line.edges.slice(end)],
    markers: [...line.markers.map(move), { offset: start, numbers: [Number(digits)] }].sort(
      (a, b) => a.offset - b.offset,
    ),
  };
}

/** Cuts the markers of a page's notes out of its text, where they are plain digits. @param lines in reading order. */
export function cutLooseMarkers(lines: readonly Line[], notes: readonly { number: number | null }[]): Line[] {
  const result = [...lines];
  const raised = new Set(lines.flatMap((line) => line.markers.flatMap(({ numbers }) => numbers)));
  const wanted = new Set(notes.map(({ number }) => number).filter((number) => !raised.has(number ?? 0)));
  if (wanted.size === 0) return result;
  const isWanted = ({ digits }: Place) => wanted.has(Number(digits));
  const places = longestRise(placesOf(lines, glued).filter(isWanted));
  const apart = places.length === 0 ? [] : placesOf(lines, spaced).filter(isWanted);
  for (const place of [...places, ...missing(places, apart)].sort(inOrder).reverse()) {
    const line = result[place.line];
    if (line !== undefined) result[place.line] = cutMarker(line, place.start, place.digits);
  }
  return result;
}

const inOrder = (a: Place, b: Place) => a.line - b.line || a.start - b.start;

/** The only places for numbers that are missing among the others, each between the number before and the one after. */
function missing(found: readonly Place[], candidates: readonly Place[]): Place[] {
  return candidates.filter((place) => {
    const number = Number(place.digits);
    if (found.some(({ digits }) => Number(digits) === number)) return false;
    const fits = (other: Place) =>
      found.every((known) => Math.sign(inOrder(other, known)) === Math.sign(number - Number(known.digits)));
    return (
      candidates.filter((other) => other.digits === place.digits && fits(other)).length === 1 && fits(place)
    );
  });
}

/** The longest selection of places whose numbers rise. */
function longestRise(places: readonly Place[]): Place[] {
  const runs: Place[][] = [];
  for (const place of places) {
    const before = runs
      .filter((run) => Number(run.at(-1)?.digits) < Number(place.digits))
      .reduce<Place[]>((best, run) => (run.length > best.length ? run : best), []);
    runs.push([...before, place]);
  }
  return runs.reduce<Place[]>((best, run) => (run.length > best.length ? run : best), []);
}
