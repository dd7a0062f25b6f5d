/** Cuts note markers, which are raised digits, letters and signs, out of their lines. Pure. */
import type { TextRun } from '../../core/document-reader.ts';
import type { Line, Marker } from '../page-model.ts';
import { thresholds } from './thresholds.ts';

const numberText = /^\d{1,4}(?:\s*[,;–-]\s*\d{1,4}|\s+\d{1,4})*$/;
/** Stands for the label of a marker in a scan that was seen and not read. */
export const unreadMarker = '\ufffc';
/** A star, a letter, a roman number, or several of them: whether they are markers, the notes tell. */
const signText = /^(?:[*†‡§¶#]{1,3}|[a-z]|[ivxl]{2,6})(?:\s*[,;]\s*(?:[*†‡§¶#]{1,3}|[a-z]|[ivxl]{2,6}))*$/u;
export const superscriptDigits = '⁰¹²³⁴⁵⁶⁷⁸⁹';

/** "12,000 m²", "10 km²": a raised 2 or 3 after a unit of length is a power. */
const lengthUnit = /\d\s?(?:k|c|m|d)?m$/;
/** "5 × 10⁶": what is raised behind it is a power, whatever notes there are. */
const timesTen = /[×·∙]\s?10$/;
/** What a power may be of: a letter by itself, a formula in brackets, or a number, which is no year. */
const mayHavePower =
  /(?:(?<![\p{L}\p{M}])\p{L}|(?<![\p{L}\d'’])\d{1,3}|\((?:[^()\p{L}]|(?<!\p{L})\p{L}(?!\p{L}))+\))$/u;

/** Smaller than what stands beside it, and above its baseline. */
function isRaised(run: TextRun, beside: Pick<TextRun, 'y' | 'size'>): boolean {
  const { size, raisedFrom, raisedTo } = thresholds.marker;
  const raised = (run.y - beside.y) / beside.size;
  return run.size <= size * beside.size && raised >= raisedFrom && raised <= raisedTo;
}

/** What a run is that stands raised behind a line. */
export type Raised = 'power' | 'number' | 'sign' | 'letters';

export function raisedKind(run: TextRun, line: Line): Raised | null {
  if (!isRaised(run, line)) return null;
  const text = run.text.trim();
  if ((/^[23]$/.test(text) && lengthUnit.test(line.text)) || (/^\d+$/.test(text) && timesTen.test(line.text)))
    return 'power';
  if (numberText.test(text) || text === unreadMarker) return 'number';
  if (signText.test(text)) return 'sign';
  // "46th", "1er", "Mme": text, unlike raised digits.
  return /^\p{Ll}{1,3}$/u.test(text) ? 'letters' : null;
}

/** A marker that a line break has parted from its sentence, or that opens a note: it stands raised before the run that follows. */
export function opensLineAsMarker(run: TextRun, next: TextRun | undefined): next is TextRun {
  const text = run.text.trim();
  if (next === undefined || !(numberText.test(text) || signText.test(text)) || !isRaised(run, next))
    return false;
  const gap = next.x - run.x - run.width;
  return gap >= 0 && gap <= thresholds.line.gap * next.size;
}

export const asSuperscript = (digits: string): string =>
  digits.replace(/\d/g, (digit) => superscriptDigits[Number(digit)] ?? digit);

/**
 * A raised run as a marker. What is no number is kept as it is printed, and stays text where no note has its label; so is a
 * number that may be a power.
 */
export function toMarker(run: TextRun, offset: number, before = ''): Marker {
  const text = run.text.trim();
  if (text === unreadMarker) return { offset, labels: [unreadMarker] };
  const lead = run.text.length - run.text.trimStart().length;
  const edges = run.edges.slice(lead, lead + text.length + 1);
  if (!numberText.test(text)) return { offset, labels: text.split(/\s*[,;]\s*/), printed: { text, edges } };
  const mayBePower = /^\d+$/.test(text) && mayHavePower.test(before);
  return {
    offset,
    labels: parseLabels(text),
    ...(mayBePower && { power: { text: asSuperscript(text), edges } }),
  };
}

/** Puts the signs and the powers of a line that no note has the label of back into its text. */
export function keepLabels(line: Line, isLabel: (label: string) => boolean): Line {
  const asText = ({ printed, power, labels }: Marker) =>
    labels.every(isLabel) ? undefined : (printed ?? power);
  if (line.markers.every((marker) => asText(marker) === undefined)) return line;
  let { text, edges } = line;
  let added = 0;
  const markers = line.markers.flatMap((marker): Marker[] => {
    const offset = marker.offset + added;
    const own = asText(marker);
    if (own === undefined) return [{ ...marker, offset }];
    text = text.slice(0, offset) + own.text + text.slice(offset);
    edges = [...edges.slice(0, offset), ...own.edges.slice(0, -1), ...edges.slice(offset)];
    added += own.text.length;
    return [];
  });
  return { ...line, text, edges, markers };
}

/** "3", "3, 4", "3 4" or "3–5" as labels; a range is spelled out. */
export function parseLabels(text: string): string[] {
  return text
    .replace(/\s*[–-]\s*/g, '–')
    .split(/[\s,;]+/)
    .flatMap((part) => {
      const [from, to] = part.split('–').map((value) => Number.parseInt(value, 10));
      if (from === undefined || Number.isNaN(from)) return [];
      if (to === undefined || Number.isNaN(to) || to < from || to - from > 20) return [String(from)];
      return Array.from({ length: to - from + 1 }, (_, index) => String(from + index));
    });
}

/** A soft hyphen that breaks no line shows nothing; the one at the line's end tells how the word goes on. */
function isUnseen(text: string, index: number): boolean {
  return text[index] === '\u00ad' && text.slice(index + 1).trim() !== '';
}

/**
 * Cuts what is no text out of a finished line, and trims it: markers set as superscript characters ("security.¹²"),
 * which are kept as markers, and soft hyphens inside it.
 */
export function cleanLine(line: Line): Line {
  const kept: string[] = [];
  const edges: number[] = [];
  const markers: Marker[] = [];
  const newOffset: number[] = [];
  let digits = '';
  let firstDigit = 0;
  const flush = () => {
    if (digits === '') return;
    const own = line.edges.slice(firstDigit, firstDigit + digits.length + 1);
    const power = mayHavePower.test(kept.join('')) && { power: { text: asSuperscript(digits), edges: own } };
    markers.push({ offset: kept.length, labels: [String(Number(digits))], ...power });
    digits = '';
  };
  // By UTF-16 units, as offsets and edges count.
  line.text.split('').forEach((character, index) => {
    newOffset.push(kept.length);
    if (isUnseen(line.text, index)) return;
    const digit = superscriptDigits.indexOf(character);
    // "10⁶" and "m²" are quantities, not markers.
    const before = kept.slice(-6).join('');
    if (digit >= 0 && !/[\d⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻]$/u.test(before) && !lengthUnit.test(before)) {
      if (digits === '') firstDigit = index;
      digits += digit;
      return;
    }
    flush();
    kept.push(character);
    edges.push(line.edges[index] ?? line.right);
  });
  flush();
  newOffset.push(kept.length);
  edges.push(line.edges[line.text.length] ?? line.right);
  const moved = line.markers.map((marker) => ({
    ...marker,
    offset: newOffset[marker.offset] ?? kept.length,
  }));
  const text = kept.join('');
  const lead = text.length - text.trimStart().length;
  const trimmed = text.trim();
  return {
    ...line,
    text: trimmed,
    edges: edges.slice(lead, lead + trimmed.length + 1),
    markers: [...moved, ...markers]
      .map((marker) => ({ ...marker, offset: Math.min(Math.max(marker.offset - lead, 0), trimmed.length) }))
      .sort((a, b) => a.offset - b.offset),
  };
}
