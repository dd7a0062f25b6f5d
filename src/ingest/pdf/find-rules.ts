/** The straight lines and filled boxes that a page draws, from its drawing operators: what tables are ruled with. */
import { OPS } from 'pdfjs-dist/legacy/build/pdf.mjs';
import type { Rule } from '../../core/document-reader.ts';

type Matrix = readonly [number, number, number, number, number, number];

/** PDF.js's path commands (`DrawOPS`, which it does not export), and how many numbers follow each. */
const pathOperands: Record<number, number> = { 0: 2, 1: 2, 2: 6, 3: 0 };
const moveTo = 0;
const lineTo = 1;
const closePath = 3;

const strokes: ReadonlySet<number> = new Set([OPS.stroke, OPS.closeStroke]);
const fills: ReadonlySet<number> = new Set([OPS.fill, OPS.eoFill]);
const both: ReadonlySet<number> = new Set([
  OPS.fillStroke,
  OPS.eoFillStroke,
  OPS.closeFillStroke,
  OPS.closeEOFillStroke,
]);

/** Points. Shorter lines are parts of letters, marks and drawings; lines slant by less than `slant`. */
const shortest = 4;
const slant = 0.7;
/** Filled boxes up to this are lines. */
const thickest = 3;
/** Boxes of one colour so close beside each other are one. */
const touching = 0.2;
/** A page that draws more is a map or a chart, and none of its lines is given. */
const mostRules = 4000;

const identity: Matrix = [1, 0, 0, 1, 0, 0];

function isMatrix(value: unknown): value is Matrix {
  return Array.isArray(value) && value.length === 6 && value.every((part) => typeof part === 'number');
}

function multiply(m: Matrix, n: Matrix): Matrix {
  return [
    m[0] * n[0] + m[2] * n[1],
    m[1] * n[0] + m[3] * n[1],
    m[0] * n[2] + m[2] * n[3],
    m[1] * n[2] + m[3] * n[3],
    m[0] * n[4] + m[2] * n[5] + m[4],
    m[1] * n[4] + m[3] * n[5] + m[5],
  ];
}

type Point = readonly [number, number];

/** A path's parts as the corners of their straight pieces; a part with a curve is left out. */
function straightParts(path: ArrayLike<number>, place: (x: number, y: number) => Point): Point[][] {
  const parts: Point[][] = [];
  let open: Point[] = [];
  for (let at = 0; at < path.length; ) {
    const command = path[at] ?? 0;
    const operands = pathOperands[command];
    if (operands === undefined) break;
    const point = (): Point => place(path[at + 1] ?? 0, path[at + 2] ?? 0);
    if (command === moveTo) {
      open = [point()];
      parts.push(open);
    } else if (command === lineTo) open.push(point());
    else if (command === closePath && open[0] !== undefined) open.push(open[0]);
    else open.length = 0;
    at += 1 + operands;
  }
  return parts.filter((part) => part.length > 1);
}

const between = ([x0, y0]: Point, [x1, y1]: Point): Rule => ({
  x: Math.min(x0, x1),
  y: Math.min(y0, y1),
  width: Math.abs(x1 - x0),
  height: Math.abs(y1 - y0),
});

const isLine = ({ width, height }: Rule): boolean =>
  Math.max(width, height) >= shortest && Math.min(width, height) <= slant;

/** The box that a filled part covers, if it is one: at least half of what its corners span. */
function boxOf(part: readonly Point[]): Rule | undefined {
  const xs = part.map(([x]) => x);
  const ys = part.map(([, y]) => y);
  const box = between([Math.min(...xs), Math.min(...ys)], [Math.max(...xs), Math.max(...ys)]);
  const isUpright = part.every(([x, y], index) => {
    const [lastX, lastY] = part[index - 1] ?? [x, y];
    return Math.abs(x - lastX) <= slant || Math.abs(y - lastY) <= slant;
  });
  return isUpright && part.length <= 6 && Math.max(box.width, box.height) >= shortest ? box : undefined;
}

const isThin = ({ width, height }: Rule): boolean => Math.min(width, height) <= thickest;
const isWhite = (fill: string): boolean => fill.toLowerCase() === '#ffffff';

/** A box that goes on with the one drawn before it, as a cell's colour does in its margin, which alone would be an upright line. */
function goesOnWith(box: Rule, last: Rule): boolean {
  const isNear = (a: number, b: number) => Math.abs(a - b) <= touching;
  return isNear(box.y, last.y) && isNear(box.height, last.height) && isNear(box.x, last.x + last.width);
}

/** Boxes of one colour and width that touch from above: one, since what stands in both may be the lines of one row. */
function joinBelow(rules: readonly Rule[], fills: ReadonlyMap<Rule, string>): Rule[] {
  const joined = new Set<Rule>();
  const colourOf = (box: Rule) => (isThin(box) ? undefined : fills.get(box));
  const columns = new Map<string, Rule[]>();
  for (const box of rules) {
    const key = `${colourOf(box)} ${Math.round(box.x)} ${Math.round(box.width)}`;
    const boxes = columns.get(key) ?? [];
    if (colourOf(box) !== undefined) columns.set(key, boxes);
    boxes.push(box);
  }
  for (const boxes of columns.values()) {
    let above: Rule | undefined;
    for (const box of boxes.sort((a, b) => b.y - a.y)) {
      if (above !== undefined && Math.abs(above.y - box.y - box.height) <= touching) {
        above.height += above.y - box.y;
        above.y = box.y;
        joined.add(box);
      } else above = box;
    }
  }
  return rules.filter((rule) => !joined.has(rule));
}

/**
 * The lines and boxes in the order in which they are drawn; none if there are too many for a table. White boxes hide
 * what is below and are left out, white lines are not: they part coloured cells. A margin of a white cell is no such line.
 * @param place a point of the page's own coordinates as `Rule` counts them.
 */
export function findRules(
  operators: { fnArray: number[]; argsArray: unknown[] },
  place: (x: number, y: number) => Point,
): Rule[] {
  const rules: Rule[] = [];
  const fillOf = new Map<Rule, string>();
  const kept: { matrix: Matrix; fill: string }[] = [];
  let matrix = identity;
  let fill = '#000000';
  let last: { box: Rule; fill: string } | undefined;
  const addBox = (box: Rule) => {
    if (last?.fill === fill && goesOnWith(box, last.box)) last.box.width = box.x + box.width - last.box.x;
    else {
      last = { box, fill };
      rules.push(box);
      fillOf.set(box, fill);
    }
  };
  for (const [index, code] of operators.fnArray.entries()) {
    const args: unknown = operators.argsArray[index];
    if (code === OPS.save || code === OPS.paintFormXObjectBegin) kept.push({ matrix, fill });
    if (code === OPS.restore || code === OPS.paintFormXObjectEnd)
      ({ matrix, fill } = kept.pop() ?? { matrix, fill });
    if (!Array.isArray(args)) continue;
    if (code === OPS.transform && isMatrix(args)) matrix = multiply(matrix, args);
    else if (code === OPS.paintFormXObjectBegin && isMatrix(args[0])) matrix = multiply(matrix, args[0]);
    else if (code === OPS.setFillRGBColor) fill = String(args[0]);
    else if (code === OPS.constructPath) {
      const [paint, [path]] = args as [number, [ArrayLike<number> | null]];
      if (path === null || path === undefined) continue;
      const [a, b, c, d, e, f] = matrix;
      const parts = straightParts(path, (x, y) => place(a * x + c * y + e, b * x + d * y + f));
      const isFilled = fills.has(paint) || both.has(paint);
      for (const part of parts) {
        const box = isFilled ? boxOf(part) : undefined;
        if (box !== undefined) addBox(box);
        if (strokes.has(paint) || both.has(paint))
          part.forEach((point, at) => {
            const line = between(part[at - 1] ?? point, point);
            if (isLine(line)) rules.push(line);
          });
      }
      if (rules.length > mostRules) return [];
    }
  }
  const isHidden = (rule: Rule) => isWhite(fillOf.get(rule) ?? '') && !isThin(rule);
  return joinBelow(
    rules.filter((rule) => !isHidden(rule)),
    fillOf,
  );
}
