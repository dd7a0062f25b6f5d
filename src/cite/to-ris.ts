/** References as RIS, as reference managers read it: a record for each chapter cited. Pure. */
import type { Reference } from './references.ts';

const oneLine = (text: string) => text.replace(/\s+/g, ' ').trim();

/** The first and the last page of a run; a single page, and several runs together, as the first. */
function pageLines(pages: string): [string, string][] {
  const [, first, last] = /^(\d+)–(\d+)$/.exec(pages) ?? [];
  if (first === undefined || last === undefined) return [['SP', pages.replaceAll('–', '-')]];
  return [
    ['SP', first],
    ['EP', last],
  ];
}

/** The kind of a record and its titles: a chapter and its report, or a report. */
function titleLines(title: string, chapter: string | undefined): [string, string][] {
  if (chapter === undefined)
    return [
      ['TY', 'RPRT'],
      ['TI', title],
    ];
  return [
    ['TY', 'CHAP'],
    ['TI', chapter],
    ['T2', title],
  ];
}

function recordOf({ title, year, chapter, pages, link, quotes }: Reference): string {
  const fields: [string, string][] = [
    ...titleLines(title, chapter),
    ...(year === undefined ? [] : [['PY', String(year)] as [string, string]]),
    ...pageLines(pages),
    ...(link === undefined ? [] : [['UR', link] as [string, string]]),
    ...quotes.map((one): [string, string] => ['N1', `“${one.text}” (${one.pages})`]),
    ['ER', ''],
  ];
  return fields.map(([tag, value]) => `${tag}  - ${oneLine(value)}\r\n`).join('');
}

export function toRis(references: readonly Reference[]): string {
  return references.map(recordOf).join('\r\n');
}
