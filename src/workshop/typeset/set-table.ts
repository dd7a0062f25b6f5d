/** Sets tables: caption, unit, heads, rows with their group labels, rules, notes below. */
import type { KnownSentence, Table } from './document-design.ts';
import { widthOf } from './helvetica.ts';
import { lineHeight, noteSizeOf } from './page-filler.ts';
import { addPassage, noteId, type Press, setText } from './press.ts';
import { breakLines, placeLabels, setLine, toWords } from './set-lines.ts';

/** The lines beside its rows: caption, unit, heads, and one to spare. */
const besideRows = 4;
/** Points between a rule and the row below it. */
const ruleGap = 4;

/** Sets the cells of a row on one baseline, the first from its left edge on and the others up to their right ones. */
function setCells(
  { filler }: Press,
  cells: readonly string[],
  edges: readonly number[],
  size: number,
  face?: 'bold',
): number {
  const y = filler.down(lineHeight(size));
  for (const [at, cell] of cells.entries()) {
    const look = { size, ...(face && { face }) };
    const [line] = breakLines(toWords([cell]), Number.POSITIVE_INFINITY, look);
    const edge = edges[at] ?? 0;
    const x = at === 0 ? edge : edge - widthOf(placeLabels(cell).text, size, face);
    if (line !== undefined && cell !== '') filler.add(...setLine(line, filler.left() + x, y, null, look));
  }
  return y;
}

export function setTable(press: Press, table: Table): void {
  const { caption, unit, edges, heads, rows, isRuled, notes = {} } = table;
  const { design, filler, known } = press;
  const size = design.size * 0.9;
  // It stands on one page.
  const height = (rows.length + besideRows) * lineHeight(size);
  filler.down(height);
  filler.down(-height);
  const rule = (y: number) => {
    if (isRuled) filler.draw(`${filler.left()} ${y} ${edges.at(-1) ?? 0} 0.6 re f`);
  };
  setText(press, [caption], { size, face: 'bold' });
  setText(press, [unit], { size, face: 'italic' });
  rule(filler.down(ruleGap));
  rule(setCells(press, heads, edges, size, 'bold') - ruleGap);
  filler.down(ruleGap);
  let under: string[] = [];
  const sentences = rows.flatMap((row): KnownSentence[] => {
    setCells(press, typeof row === 'string' ? [row] : row, edges, size);
    if (typeof row === 'string') {
      under = [row];
      return [];
    }
    const filled = row.flatMap((cell, at) => (cell === '' ? [] : [{ cell, head: heads[at] ?? '' }]));
    const { text, labels } = placeLabels(filled.map(({ cell }) => cell).join(' | '));
    const markers = labels.map(({ label, offset }) => ({ noteId: noteId(press, label), offset }));
    const over = {
      caption: placeLabels(caption).text,
      unit: unit.replace(/[()]/g, ''),
      under,
      heads: filled.map(({ head }) => head),
    };
    return [{ text, pages: [filler.page()], markers, row: over }];
  });
  addPassage(press, { kind: 'table', sentences });
  rule(filler.down(ruleGap));
  for (const [label, text] of Object.entries(notes)) {
    const [pages = []] = setText(press, [`{${label}} ${text}`], { size: noteSizeOf(design) });
    known.notes.push({ id: noteId(press, label), label, text, pages });
  }
  filler.down(design.size);
}
