/** Finds the notes of tables whose labels end in a slash, "1/ Marketing year. 2/ Exports.", with the labels they name. Pure. */
import type { Line, PageNote } from '../page-model.ts';
import { cutStart } from './note-openers.ts';
import { cutLine } from './tables/cut-line.ts';

/** A label by itself, or misprinted "/4": no fraction, date or part of a path. Before a note its text may follow at once. */
const naming = /(?<![\d/.,$–-])\d{1,2}\/(?=[\s,;:)]|$)|(?<=\s|^)\/\d{1,2}(?=\s|$)/gu;
const opening = /(?<![\d/.,$–-])\d{1,2}\/(?=[\s\p{Lu}]|$)/gu;
/** What stands before the first label in a line of notes: nothing or a sentence. */
const beforeFirst = /(?:^|[.:;]\s+)$/;
/** Ems from a line of notes to the next, and to one that opens a note. */
const widestLeading = 1.6;
const widestOpening = 2.6;
/** Words behind the first label: "1/ Imports" is the end of a head and the next. */
const leastWords = 3;

interface Label {
  line: Line;
  start: number;
  end: number;
  number: number;
}

/** Notes that follow each other, and the lines that they are in. */
interface NoteGroup {
  lines: Line[];
  labels: Label[];
}

const labelsIn = (line: Line, pattern = naming): Label[] =>
  [...line.text.matchAll(pattern)].map(({ 0: { length }, index: start }) => ({
    line,
    start,
    end: start + length,
    number: Number(line.text.slice(start, start + length).replace('/', '')),
  }));

/** As it is printed, apart from the numbers of other notes: "1/". */
const printed = ({ number }: Label): string => `${number}/`;

const wordCount = (text: string): number => text.match(/\p{L}+/gu)?.length ?? 0;

/** The label with which a line may open a table's notes. */
const firstIn = (line: Line): Label | undefined =>
  labelsIn(line, opening).find(
    ({ start, end }) =>
      beforeFirst.test(line.text.slice(0, start)) && wordCount(line.text.slice(end)) >= leastWords,
  );

/** The notes from a label on down the page: each label is the next number, and their lines follow each other. */
function gatherGroup(first: Label, down: readonly Line[]): NoteGroup {
  const group: NoteGroup = { lines: [], labels: [] };
  let last = first.line;
  for (const line of down.slice(down.indexOf(first.line))) {
    const own = labelsIn(line, opening);
    const isNext = ({ number }: Label) => number === (group.labels.at(-1)?.number ?? 0) + 1;
    const leading = (last.y - line.y) / last.size;
    const widest = own[0]?.start === 0 && isNext(own[0]) ? widestOpening : widestLeading;
    const isNear = leading <= widest && line.x < last.right && line.right > last.x;
    if (line !== last && !(isNear && leading > 0 && Math.abs(line.size - last.size) <= 0.3)) break;
    group.lines.push(line);
    for (const each of own)
      if (group.labels.length === 0 ? each.start === first.start : isNext(each)) group.labels.push(each);
    last = line;
  }
  return group;
}

/** The notes that something above them names. */
function findGroups(lines: readonly Line[]): NoteGroup[] {
  const down = [...lines].sort((a, b) => b.y - a.y);
  const groups: NoteGroup[] = [];
  for (const line of down) {
    const first = groups.some((group) => group.lines.includes(line)) ? undefined : firstIn(line);
    if (first === undefined) continue;
    const group = gatherGroup(first, down);
    const above = down
      .filter(({ y }) => y > line.y)
      .flatMap((each) => labelsIn(each))
      .map(({ number }) => number);
    const named = group.labels.filter(({ number }) => above.includes(number));
    if (named.length * 2 >= group.labels.length) groups.push(group);
  }
  return groups;
}

/** A line without the blanks around it. */
function trim(line: Line): Line {
  const lead = line.text.length - line.text.trimStart().length;
  const { text } = line;
  return lead === 0 && text === text.trimEnd() ? line : cutLine(line, lead, text.trimEnd().length);
}

/** The lines of each note of a group: the rest of its label's line, those between, and the next one's up to its label. */
function notesIn({ lines, labels }: NoteGroup): PageNote[] {
  return labels.map((own, index): PageNote => {
    const next = labels[index + 1];
    const end = next === undefined ? lines.length - 1 : lines.indexOf(next.line);
    const parts = lines.slice(lines.indexOf(own.line), end + 1).map((line) => {
      const upTo = line === next?.line ? cutLine(line, 0, next.start) : line;
      return trim(line === own.line ? cutStart(upTo, own.end) : upTo);
    });
    return { label: printed(own), place: 'foot', lines: parts.filter(({ text }) => text !== '') };
  });
}

/** The head above a label that begins a line, and where its word ends there. */
function headAbove(
  { line, start, end }: Label,
  lines: readonly Line[],
): { line: Line; offset: number } | undefined {
  const [left = line.x, right = line.right] = [line.edges[start], line.edges[end]];
  const above = lines
    .filter(({ y, x, right: edge }) => y > line.y + 1 && x < right && edge > left)
    .sort((a, b) => a.y - b.y)[0];
  if (above === undefined || above.y - line.y > widestLeading * line.size) return undefined;
  const at = above.edges.findIndex((edge) => edge >= (left + right) / 2);
  const stop = above.text.indexOf(' ', at < 0 ? above.text.length : at);
  const word =
    above.text
      .slice(0, stop < 0 ? undefined : stop)
      .split(' ')
      .at(-1) ?? '';
  if (start > 0 || !/\p{L}/u.test(word)) return undefined;
  return { line: above, offset: stop < 0 ? above.text.length : stop };
}

/** In ems: between words of one text. */
const wordGap = 0.6;

/** A line without a label and the blanks behind it, which is a marker of the word before; that ends where the label did, if its text goes on. */
function cutLabel(line: Line, label: Label): Line {
  const { start, end } = label;
  const { edges, text } = line;
  const behind = text.slice(end);
  const next = end + behind.length - behind.trimStart().length;
  const offset = text.slice(0, start).trimEnd().length;
  const [right = line.right, left = line.right] = [edges[end], edges[next]];
  const goesOn = behind.trim() !== '' && left - right <= wordGap * line.size;
  const moved = line.markers.map((marker) =>
    marker.offset <= offset
      ? marker
      : { ...marker, offset: Math.max(offset, marker.offset - (next - start)) },
  );
  return trim({
    ...line,
    text: text.slice(0, start) + text.slice(next),
    edges: [...edges.slice(0, start), ...edges.slice(next)].map((edge, at) =>
      at === offset && goesOn ? right : edge,
    ),
    markers: [...moved, { offset, labels: [printed(label)] }].sort((a, b) => a.offset - b.offset),
  });
}

/** Whether a label is a cell of its own, which stands for a figure: nothing is right before it. */
function isCell({ line, start }: Label): boolean {
  const offset = line.text.slice(0, start).trimEnd().length;
  return offset === 0 || (line.edges[start] ?? 0) - (line.edges[offset] ?? 0) > wordGap * line.size;
}

/** Makes markers of the labels of notes in the lines above these, and cuts them out but where they are all that a cell holds. */
function cutLabels(lines: readonly Line[], groups: readonly NoteGroup[]): Line[] {
  const notes = groups.flatMap((group) => group.labels);
  const named = lines.flatMap((line) =>
    labelsIn(line).filter(({ number }) => notes.some((own) => own.number === number && own.line.y < line.y)),
  );
  const result = new Map(lines.map((line) => [line, line]));
  const change = (line: Line, to: (now: Line) => Line) => result.set(line, to(result.get(line) ?? line));
  const mark = (line: Line, offset: number, own: Label) =>
    change(line, (now) => ({ ...now, markers: [...now.markers, { offset, labels: [printed(own)] }] }));
  const heads = new Map(named.flatMap((own) => (isCell(own) ? [[own, headAbove(own, lines)] as const] : [])));
  // First those that other lines get, whose places are those of the text as it was.
  for (const [own, head] of heads) mark(head?.line ?? own.line, head?.offset ?? own.end, own);
  for (const own of [...named].reverse()) if (!heads.has(own)) change(own.line, (now) => cutLabel(now, own));
  for (const [own, head] of heads)
    if (head !== undefined) change(own.line, (now) => trim(cutStart(now, own.end)));
  return [...result.values()].filter(({ text }) => text !== '');
}

/**
 * The notes of a page's tables whose labels end in a slash, and its lines without them, which have markers for labels. A label
 * counts only where it stands above its note on the page.
 */
export function takeSlashedNotes(lines: readonly Line[]): { lines: Line[]; notes: PageNote[] } {
  const groups = findGroups(lines);
  if (groups.length === 0) return { lines: [...lines], notes: [] };
  const firstLines = new Map(groups.map(({ labels: [first] }) => [first?.line, first?.start ?? 0]));
  const taken = new Set(groups.flatMap((group) => group.lines));
  const rest = lines.flatMap((line) => {
    if (!taken.has(line)) return [line];
    const before = trim(cutLine(line, 0, firstLines.get(line) ?? 0));
    return before.text === '' ? [] : [before];
  });
  return { lines: cutLabels(rest, groups), notes: groups.flatMap(notesIn) };
}
