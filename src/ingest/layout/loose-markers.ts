/** Note markers that a text layer keeps as plain digits glued to the word before ("technology.12 The"). Pure. */
import type { Line, Marker } from '../page-model.ts';

/** Up to three digits behind a letter or a mark that closes a word; no unit, decimal or part of a name follows. */
const glued = /(?<=[\p{L}.,;:!?"'“”’»)\]])(?<!\d[.,])\d{1,4}(?![\p{L}\p{N}%/\-–]|[.,]\d)/gu;

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

function placesOf(lines: readonly Line[]): Place[] {
  return lines.flatMap((line, index) =>
    [...line.text.matchAll(glued)].map((match) => ({ line: index, start: match.index, digits: match[0] })),
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
  const places = placesOf(lines).filter(({ digits }) => wanted.has(Number(digits)));
  for (const place of longestRise(places).reverse()) {
    const line = result[place.line];
    if (line !== undefined) result[place.line] = cutMarker(line, place.start, place.digits);
  }
  return result;
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
