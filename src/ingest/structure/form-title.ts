/** The title of a form that was filled in, as annual reports to an authority are: who filled it in, its name and its time. Pure. */
import { countAll } from '../../core/summary.ts';
import {
  filerCaption,
  filerName,
  formDate,
  formHead,
  formName,
  formPeriod,
} from '../../language/en/layout-words.ts';
import type { Block } from '../page-model.ts';

/** A form names itself on its first pages. */
const firstPages = 2;
/** Characters that the name of a filer has at most. */
const longestName = 80;

/** The lines of a block, also of a table's cells, in which forms are often set. */
const linesOf = (block: Block): string[] =>
  block.lines.flatMap(({ text, table }) =>
    table === undefined ? [text] : table.cells.flatMap((cell) => cell.lines.map((line) => line.text)),
  );

/** The text tells of who filled it in at least this often on its pages in the front. */
const leastMentions = 3;
const frontPages = 20;

/** Who filled a form in whose name is a picture: the company that the text in front names most. */
function namedMost(blocks: readonly Block[]): string | undefined {
  const front = blocks.filter(({ page }) => page <= frontPages).flatMap(linesOf);
  const names = countAll(front.flatMap((line) => line.match(filerName) ?? []));
  const [name, times] = [...names].sort((one, other) => other[1] - one[1])[0] ?? ['', 0];
  return times >= leastMentions ? name : undefined;
}

/** Null where the document is no form, or does not say whose. */
export function formTitle(blocks: readonly Block[]): string | null {
  const lines = blocks
    .filter(({ page }) => page <= firstPages)
    .flatMap(linesOf)
    .map((line) => line.trim())
    .filter((line) => line !== '');
  const form = lines.map((line) => formName.exec(line)?.[1]).find((name) => name !== undefined);
  const at = lines.findIndex((line) => filerCaption.test(line));
  const above = lines
    .slice(0, Math.max(0, at))
    .findLast((line) => /\p{L}{2}/u.test(line) && !/^\(/.test(line) && !formName.test(line));
  if (form === undefined || above === undefined) return null;
  const filer = above.length > longestName || formHead.test(above) ? namedMost(blocks) : above;
  if (filer === undefined) return null;
  const text = lines.join(' ');
  const [, span, end] = formPeriod.exec(text) ?? [];
  const date = formDate.exec(text)?.[1];
  const time =
    span !== undefined
      ? ` for the ${span.toLowerCase()} ended ${end}`
      : date !== undefined
        ? ` of ${date}`
        : '';
  return `${filer}: Form ${form.replace(/^form\s+/i, '').toUpperCase()}${time}`;
}
