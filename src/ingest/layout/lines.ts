/** Joins text runs into lines. Pure. */

import type { PageText, TextRun } from '../../core/document-reader.ts';
import type { Line } from '../page-model.ts';
import { composeAccents } from './accents.ts';
import { joinDropCaps } from './drop-caps.ts';
import { loneLabel } from './item-labels.ts';
import { joinLastWords } from './last-words.ts';
import { nameLetterBullets } from './letter-bullets.ts';
import { asSuperscript, cleanLine, opensLineAsMarker, raisedKind, toMarker } from './markers.ts';
import { readScript, type Script } from './scripts.ts';
import { joinSpacedLetters } from './spaced-letters.ts';
import { thresholds } from './thresholds.ts';

type Style = Pick<Line, 'font' | 'bold' | 'italic'>;

/** A line while it is put together. */
interface OpenLine {
  line: Line;
  /** The style of its first words where they are bold. */
  lead?: Style | undefined;
  /** Where the plain words at its end begin in its text, and whether it is in their style though they are fewer. */
  plainFrom: number;
  isTurned: boolean;
  /** The right edge of what was last added, a marker included. */
  reach: number;
  /** The last exponent or index at its end. */
  script: Script | null;
}

function sameStyle(run: TextRun, line: Line): boolean {
  return run.font === line.font && Math.abs(run.size - line.size) < 0.1;
}

function continuesLine(run: TextRun, open: OpenLine): boolean {
  const { baseline, gapAfterBlank, gap, gapStyleChange } = thresholds.line;
  const em = Math.max(run.size, open.line.size);
  if (Math.abs(run.y - open.line.y) > baseline * em) return false;
  const distance = (run.x - open.reach) / em;
  if (distance < -0.5) return false;
  if (run.afterBlank) return distance <= gapAfterBlank;
  return distance <= (sameStyle(run, open.line) ? gap : gapStyleChange);
}

function openLine(run: TextRun, page: number): OpenLine {
  const line: Line = {
    page,
    text: run.text,
    edges: [...run.edges],
    markers: [],
    x: run.x,
    right: run.x + run.width,
    y: run.y,
    size: run.size,
    font: run.font,
    bold: run.bold,
    italic: run.italic,
    column: null,
  };
  return {
    line,
    reach: line.right,
    script: null,
    lead: line.bold ? styleOf(line) : undefined,
    plainFrom: line.text.length,
    isTurned: false,
  };
}

function appendRun(open: OpenLine, run: TextRun): void {
  const { line } = open;
  const needsSpace =
    (run.afterBlank || run.x - open.reach > thresholds.line.space * run.size) &&
    !line.text.endsWith(' ') &&
    !run.text.startsWith(' ');
  line.text += needsSpace ? ` ${run.text}` : run.text;
  // The edges overlap by one: the right edge of the last character is the left edge of the next.
  line.edges = needsSpace ? [...line.edges, ...run.edges] : [...line.edges.slice(0, -1), ...run.edges];
  line.right = run.x + run.width;
  open.reach = line.right;
  open.script = null;
  setStyle(open, run);
}

/** Adds an exponent or an index, which changes nothing of the line's style. */
function appendScript(open: OpenLine, run: TextRun, text: string): void {
  const { line } = open;
  const lead = run.text.length - run.text.trimStart().length;
  line.text += text;
  line.edges = [...line.edges.slice(0, -1), ...run.edges.slice(lead, lead + text.length + 1)];
  line.right = Math.max(line.right, run.x + run.width);
  open.reach = line.right;
  open.script = { x: run.x, isRaised: run.y > line.y };
}

const styleOf = ({ font, bold, italic }: Style): Style => ({ font, bold, italic });

/** Words behind a bold lead; one alone may belong to it. */
const plainWords = /\p{L}{2,}\P{L}+\p{L}{2,}/u;

/**
 * A line is in the style of most of its characters. One that begins in bold and goes on in plain words to its end is no heading,
 * but the first line of a paragraph, in the style of these: "**Keep changes small.** Each change should".
 */
function setStyle(open: OpenLine, run: TextRun): void {
  const { line } = open;
  const before = line.text.slice(0, -run.text.length);
  if (run.bold && !/\p{L}/u.test(before)) open.lead = styleOf(run);
  if (run.bold) {
    if (open.isTurned) Object.assign(line, open.lead);
    open.isTurned = false;
    open.plainFrom = line.text.length;
  }
  const turns =
    open.lead !== undefined && line.bold && !run.bold && plainWords.test(line.text.slice(open.plainFrom));
  const isMost = run.text.length > line.text.length / 2;
  if (turns) open.isTurned = true;
  if (turns || isMost) Object.assign(line, styleOf(run));
  if (isMost) line.size = run.size;
  if (open.lead !== undefined && !line.bold) line.boldLead = true;
  else delete line.boldLead;
}

/** Ems between two pieces of a line that are painted apart: of a word, or two words. */
const apart = 0.35;

/** The line that a run goes on with, though others were painted between the two. */
function lineBefore(run: TextRun, lines: readonly Line[]): Line | undefined {
  return lines.findLast((line) => {
    const gap = (run.x - line.right) / run.size;
    return (
      sameStyle(run, line) &&
      Math.abs(line.y - run.y) <= 0.1 &&
      gap >= -0.05 &&
      gap <= apart &&
      /\p{L}[:,]?\s*$/u.test(line.text) &&
      /^\p{L}/u.test(run.text)
    );
  });
}

type StartsCell = (run: TextRun, gap: number) => boolean;

/**
 * Cells of a table that share a baseline: the gap is wide, and other lines start where this run does.
 * `nearby` holds lines of the pages before and after, where a table may go on: those count in the run's own style.
 */
function cellRule(lines: readonly Line[], nearby: readonly Line[]): StartsCell {
  const { cellGap, cellStarts, narrowCellGap, narrowCellStarts, cellAlignment } = thresholds.line;
  return (run, gap) => {
    if (gap <= narrowCellGap * run.size) return false;
    const startsHere = (line: Line) => Math.abs(line.x - run.x) <= cellAlignment;
    const starts =
      lines.filter(startsHere).length +
      nearby.filter((line) => sameStyle(run, line) && startsHere(line)).length;
    return starts >= narrowCellStarts || (gap > cellGap * run.size && starts >= cellStarts);
  };
}

function joinRuns(page: PageText, startsCell: StartsCell): Line[] {
  const lines: Line[] = [];
  let open: OpenLine | null = null;
  let opening: TextRun | null = null;
  for (const [index, run] of page.runs.entries()) {
    const script =
      open === null ? null : readScript(run, open.line, { end: open.reach, script: open.script });
    const raised = open === null ? null : raisedKind(run, open.line);
    const gap = open === null ? 0 : run.x - open.reach;
    const isBeside = open !== null && gap <= thresholds.line.space * open.line.size;
    if (open !== null && raised === 'power') {
      appendRun(open, { ...run, text: asSuperscript(run.text.trim()), afterBlank: false });
    } else if (open !== null && script !== null) {
      appendScript(open, run, script);
    } else if (open !== null && raised === 'letters' && isBeside) {
      appendRun(open, { ...run, text: run.text.trim(), afterBlank: false });
    } else if (opening !== null) {
      open = openLine(run, page.number);
      open.line.markers.push(toMarker(opening, 0));
      opening = null;
      lines.push(open.line);
    } else if (
      open !== null &&
      ((raised === 'number' && gap <= thresholds.line.gap * open.line.size) ||
        (raised === 'sign' && isBeside))
    ) {
      open.line.markers.push(toMarker(run, open.line.text.length, open.line.text));
      open.reach = run.x + run.width;
    } else if (open !== null && continuesLine(run, open) && !startsCell(run, gap)) {
      appendRun(open, run);
    } else if (opensLineAsMarker(run, page.runs[index + 1])) {
      opening = run;
    } else {
      const before = lineBefore(run, lines);
      open = openLine(run, page.number);
      if (before === undefined) lines.push(open.line);
      else {
        open = { ...open, line: before, reach: before.right, plainFrom: before.text.length };
        appendRun(open, run);
      }
    }
  }
  return lines;
}

/** Bullets and numbers painted apart from their items: each is put before the line that stands to its right. */
function attachBullets(lines: readonly Line[]): Line[] {
  const bullets = lines.filter((line) => loneLabel.test(line.text.trim()));
  if (bullets.length === 0) return [...lines];
  const itemOf = (mark: Line) =>
    lines.find(
      (line) =>
        !loneLabel.test(line.text.trim()) &&
        Math.abs(line.y - mark.y) <= 2 &&
        line.x > mark.x &&
        line.x - mark.x <= 4 * line.size,
    );
  const owners = new Map(bullets.map((mark) => [itemOf(mark), mark]));
  return lines.flatMap((line) => {
    if (loneLabel.test(line.text.trim())) return itemOf(line) === undefined ? [line] : [];
    const mark = owners.get(line);
    if (mark === undefined) return [line];
    const lead = mark.text.trimEnd();
    const markers = line.markers.map((marker) => ({ ...marker, offset: marker.offset + lead.length + 1 }));
    return [
      {
        ...line,
        text: `${lead} ${line.text}`,
        edges: [...mark.edges.slice(0, lead.length + 1), ...line.edges],
        markers,
      },
    ];
  });
}

/** The dots of a contents page, painted one by one. */
const leader = /^[.…·\s]+$/;

/** The lines of each page in the order in which the PDF paints them, note markers cut out of their text. */
export function formLines(placed: readonly PageText[]): Line[][] {
  const pages = placed.map((page) => ({ ...page, runs: nameLetterBullets(page.runs) }));
  const whole = pages.map((page) => joinRuns(page, () => false));
  const lines = pages.map((page, index) => {
    const nearby = [...(whole[index - 1] ?? []), ...(whole[index + 1] ?? [])];
    return attachBullets(joinLastWords(joinRuns(page, cellRule(whole[index] ?? [], nearby))))
      .map(composeAccents)
      .map(cleanLine)
      .filter((line) => (line.text !== '' || line.markers.length > 0) && !leader.test(line.text));
  });
  return joinDropCaps(joinSpacedLetters(lines));
}
