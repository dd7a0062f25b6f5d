/**
 * The running text of a Markdown draft, with offsets in the file: the blocks of CommonMark 0.31 and GFM's tables, as far as a
 * check of sentences needs them, line by line and without recursion, so that the deepest draft takes time linear in its
 * length. Text between tags is read: what a reader sees is checked. Pure.
 */
import { blankOut } from './blank-out.ts';
import type { Block, BlockKind } from './blocks.ts';
import { type DraftLine, linesOf } from './draft-lines.ts';
import { blankMarks } from './markup-marks.ts';
import { readInline, toLabel } from './read-inline.ts';
import { joinTraced, traceDraft, traceReplacement } from './traced-text.ts';

/** A block while its lines are read. */
interface OpenBlock {
  kind: BlockKind;
  isQuoted: boolean;
  lines: DraftLine[];
}

/** What stands before the text of a line. */
interface LineStart {
  /** Where the text begins. */
  at: number;
  /** Blanks before it, counted from the last mark. */
  indent: number;
  isQuoted: boolean;
  isItem: boolean;
}

const rule = /^(?:(?:\*[ \t]*){3,}|(?:-[ \t]*){3,}|(?:_[ \t]*){3,})$/;
const underline = /^(?:=+|-+)[ \t]*$/;
const fence = /^(?:(`{3,})[^`]*|(~{3,}).*)$/;
const heading = /^#{1,6}(?=[ \t]|$)/;
const delimiters = /^\|?(?:[ \t]*:?-+:?[ \t]*\|)+(?:[ \t]*:?-+:?[ \t]*)?$/;
const definition = /^\[([^[\]\n]{1,200})\]:[ \t]*(\S+)(?:[ \t]+["'(].*["')])?[ \t]*$/;
/** A bullet, or a number; only a first one breaks into a paragraph. */
const bullet = /[-+*](?=[ \t])|(\d{1,9})[.)](?=[ \t])/y;
/** From so many blanks on a text is code. */
const codeIndent = 4;

/** Reads the marks of quotations and lists. @param open the paragraph before, of which a line may be the next. */
function readStart(
  draft: string,
  { start, end }: DraftLine,
  open: OpenBlock | undefined,
  isInList: boolean,
): LineStart {
  const found: LineStart = { at: start, indent: 0, isQuoted: false, isItem: false };
  while (found.at < end) {
    const sign = draft[found.at];
    if (sign === ' ' || sign === '\t') {
      found.indent += sign === ' ' ? 1 : codeIndent;
      found.at += 1;
      continue;
    }
    const isCode = found.indent >= codeIndent && !isInList && !found.isItem;
    if (sign === '>' && !isCode) found.isQuoted = true;
    else {
      bullet.lastIndex = found.at;
      const mark = isCode ? null : bullet.exec(draft);
      const breaksIn =
        open === undefined || isInList || found.isItem || mark?.[1] === undefined || Number(mark[1]) === 1;
      const isRule = () => !found.isItem && rule.test(draft.slice(found.at, end));
      if (mark === null || !breaksIn || isRule()) return found;
      found.isItem = true;
      found.at += mark[0].length - 1;
    }
    found.at += 1;
    found.indent = 0;
  }
  return found;
}

/** The blocks with their lines; code is left out. Fills `addresses` with the definitions, by their labels. */
function cutBlocks(draft: string, addresses: Map<string, string>): OpenBlock[] {
  const blocks: OpenBlock[] = [];
  let open: OpenBlock | undefined;
  let isInList = false;
  /** What ends the code or comment that the line stands in. */
  let until: RegExp | undefined;
  for (const line of linesOf(draft)) {
    if (until !== undefined) {
      if (until.test(draft.slice(line.start, line.end))) until = undefined;
      continue;
    }
    const { at, indent, isQuoted, isItem } = readStart(draft, line, open, isInList);
    const text = draft.slice(at, line.end).trimEnd();
    const own = { start: at, end: at + text.length };
    const begin = (kind: BlockKind, lines: DraftLine[] = [own]) => {
      open = { kind, isQuoted, lines };
      blocks.push(open);
    };
    if (text === '') {
      open = undefined;
      continue;
    }
    if (isItem) [isInList, open] = [true, undefined];
    else if (open === undefined && indent === 0 && !isQuoted) isInList = false;
    const [, backticks, tildes] = fence.exec(text) ?? [];
    const comment = text.startsWith('<!--') && !text.includes('-->');
    const isParagraph = open?.kind === 'paragraph';
    const last = open?.lines.at(-1);
    if (open === undefined && indent >= codeIndent && !isInList) continue;
    if (backticks !== undefined || tildes !== undefined) {
      until = new RegExp(
        `^[ \\t>]*${(backticks ?? tildes ?? '')[0]}{${Math.min(backticks?.length ?? tildes?.length ?? 3, 999)},}[ \\t]*$`,
      );
      open = undefined;
    } else if (comment) [until, open] = [/-->/, undefined];
    else if (open !== undefined && isParagraph && isQuoted === open.isQuoted && underline.test(text)) {
      open.kind = 'heading';
      open = undefined;
    } else if (rule.test(text)) open = undefined;
    else if (heading.test(text)) {
      const marks = heading.exec(text)?.[0].length ?? 0;
      begin('heading', [{ start: at + marks, end: own.start + text.replace(/(?<=[ \t])#+$/, '').length }]);
      open = undefined;
    } else if (
      open !== undefined &&
      isParagraph &&
      last !== undefined &&
      delimiters.test(text) &&
      draft.slice(last.start, last.end).includes('|')
    ) {
      open.lines.pop();
      begin('table', [last, own]);
    } else if (open === undefined && definition.test(text)) {
      const [, label = '', address = ''] = definition.exec(text) ?? [];
      addresses.set(toLabel(label), address.replace(/^<([^<>]*)>$/, '$1'));
    } else if (open !== undefined && (isQuoted === open.isQuoted || open.isQuoted)) open.lines.push(own);
    else begin('paragraph');
  }
  return blocks.filter(({ lines }) => lines.length > 0);
}

/** Front matter between lines of dashes. */
const frontMatter = /^---[^\S\n]*\n[\s\S]*?\n(?:---|\.\.\.)[^\S\n]*(?=\n|$)/;

/** Paragraphs, quotes, list items, headings and tables in order; code, markup and pictures are left out. */
export function readMarkdown(draft: string): Block[] {
  const text = blankMarks(draft.replace(frontMatter, blankOut));
  const addresses = new Map<string, string>();
  return cutBlocks(text, addresses).map(({ kind, isQuoted, lines }) => {
    const parts = lines.flatMap(({ start, end }, index) => {
      const line = traceDraft(text.slice(start, end), start);
      return index === 0 ? [line] : [traceReplacement('\n', start), line];
    });
    return {
      kind: isQuoted && kind === 'paragraph' ? 'quote' : kind,
      ...readInline(joinTraced(parts), addresses),
    };
  });
}
