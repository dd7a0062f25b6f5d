/**
 * The text of a Markdown paragraph without its markup (CommonMark 0.31, section 6, and GFM's links and strikethrough), in
 * time linear in its length: each sign is looked at once, and what closes it is known beforehand. Pure.
 */
import { isPlainTag } from '../../verify/checks/check-markup.ts';
import type { Block } from './blocks.ts';
import { decodeEntity } from './decode-entity.ts';
import { markOf, mostMarkup } from './markup-marks.ts';
import type { TracedText } from './traced-text.ts';

/** Signs of emphasis that may open it: their place in the text read, and how many are left. */
interface Run {
  start: number;
  count: number;
}

/** The places of runs of backticks by their length, each list from the last on. */
function findTicks(text: string): Map<number, number[]> {
  const ticks = new Map<number, number[]>();
  for (const { 0: found, index } of text.matchAll(/`+/g)) {
    const own = ticks.get(found.length);
    if (own === undefined) ticks.set(found.length, [index]);
    else own.push(index);
  }
  for (const own of ticks.values()) own.reverse();
  return ticks;
}

/** For each opening round bracket its closing one. */
function matchBrackets(text: string): Map<number, number> {
  const closing = new Map<number, number>();
  const open: number[] = [];
  for (const { 0: sign, index } of text.matchAll(/\\.|[()]/gs)) {
    if (sign === '(') open.push(index);
    const at = sign === ')' ? open.pop() : undefined;
    if (at !== undefined) closing.set(at, index);
  }
  return closing;
}

/** Whether a text is nothing or a title in its marks. */
function isTitle(text: string): boolean {
  const ends = `${text[0] ?? ''}${text.at(-1) ?? ''}`;
  return text === '' || (text.length > 1 && ['""', "''", '()'].includes(ends));
}

export const toLabel = (text: string) => text.trim().replace(/\s+/g, ' ').toLowerCase();
/** Labels of links to definitions are shorter. */
const longestLabel = 200;

const isBlank = (sign: string) => /\s/.test(sign);
const isPunctuation = (sign: string) => /[\p{P}\p{S}]/u.test(sign);

/** Whether a run of a sign may open and close emphasis, by the characters around it (section 6.2). */
function flank(sign: string, before: string, after: string): { opens: boolean; closes: boolean } {
  const left = !isBlank(after) && (!isPunctuation(after) || isBlank(before) || isPunctuation(before));
  const right = !isBlank(before) && (!isPunctuation(before) || isBlank(after) || isPunctuation(after));
  if (sign !== '_') return { opens: left, closes: right };
  return {
    opens: left && (!right || isPunctuation(before)),
    closes: right && (!left || isPunctuation(after)),
  };
}

const autolink = /<([a-z][a-z\d+.-]{1,31}:[^\s<>]*)>/iy;
const tag = /<[/!?]?[a-z][^<>]*>/iy;
const entity = /&(#?\w{1,32});/y;
const bareLink = /(?:(?:https?|ftp):\/\/|www\.)[^\s<]*[^\s<?!.,:;*_~)'"”’\]]/iy;

/**
 * @param addresses of the draft's definitions, by their labels.
 * @returns the text with a mark for each link, image and tag, and what they are: `[](address)`, `![](address)`, `<b>`.
 */
export function readInline(
  { text, offsets }: TracedText,
  addresses: ReadonlyMap<string, string>,
): Pick<Block, 'traced'> & { markup: string[] } {
  const ticks = findTicks(text);
  const closing = matchBrackets(text);
  /** A UTF-16 unit each, empty where it proved to be markup. */
  const out: string[] = [];
  const from: number[] = [];
  const markup: string[] = [];
  const brackets: { start: number; label: number; isImage: boolean }[] = [];
  const runs: Record<string, Run[]> = { '*': [], _: [], '~': [] };
  let at = 0;

  const put = (added: string, offset = at) => {
    for (const unit of added.split('')) {
      out.push(unit === '\n' ? ' ' : unit);
      from.push(offsets[offset] ?? 0);
    }
  };
  const mark = (what: string) => {
    if (markup.length < mostMarkup) put(markOf(markup.push(what) - 1));
  };
  const match = (pattern: RegExp) => {
    pattern.lastIndex = at;
    return pattern.exec(text);
  };
  const countFrom = (sign: string) => {
    let count = 1;
    while (text[at + count] === sign) count++;
    return count;
  };
  /** The first blank from a place on; asked for places in order. */
  let blank = -1;
  const blankFrom = (place: number) => {
    if (blank < place) for (blank = place; blank < text.length && !isBlank(text[blank] ?? ' '); ) blank++;
    return blank;
  };
  const drop = (start: number, count: number) => out.fill('', start, start + count);

  function readCode(): void {
    const length = countFrom('`');
    const own = ticks.get(length) ?? [];
    while ((own.at(-1) ?? at + 1) <= at) own.pop();
    const end = own.at(-1);
    // Without an end the signs themselves are text.
    const [first, last] = end === undefined ? [at, at + length] : [at + length, end];
    for (let next = first; next < last; next++) put(text[next] ?? '', next);
    at = (end ?? at) + length;
  }

  /** Each turn of the loop uses up an opening run, or the rest of this one. */
  function readRun(sign: string): void {
    let count = countFrom(sign);
    const { opens, closes } = flank(sign, text[at - 1] ?? ' ', text[at + count] ?? ' ');
    let start = out.length;
    put(text.slice(at, at + count));
    at += count;
    const open = runs[sign] ?? [];
    for (let last = open.at(-1); closes && count > 0 && last !== undefined; last = open.at(-1)) {
      if (sign === '~' && last.count !== count) break;
      const both = Math.min(last.count, count);
      last.count -= both;
      drop(last.start + last.count, both);
      drop(start, both);
      start += both;
      count -= both;
      if (last.count === 0) open.pop();
    }
    if (opens && count > 0) open.push({ start, count });
  }

  /** The address behind a closing square bracket, and where it ends. */
  function findAddress(label: number): { address: string; end: number } | undefined {
    const close = text[at + 1] === '(' ? closing.get(at + 1) : undefined;
    if (close !== undefined) {
      let start = at + 2;
      while (start < close && isBlank(text[start] ?? '')) start++;
      const end = Math.min(close, blankFrom(start));
      const address = text.slice(start, end).replace(/^<([^<>]*)>$/, '$1');
      if (isTitle(text.slice(end, close).trim())) return { address, end: close + 1 };
    }
    if (addresses.size === 0) return undefined;
    const [whole, own] = /^\[([^\]]*)\]/.exec(text.slice(at + 1, at + 1 + longestLabel)) ?? ['', ''];
    const name = own || (at - label > longestLabel ? '' : text.slice(label, at));
    const known = addresses.get(toLabel(name));
    return known === undefined ? undefined : { address: known, end: at + 1 + whole.length };
  }

  function closeBracket(): void {
    const bracket = brackets.pop();
    const found = bracket === undefined ? undefined : findAddress(bracket.label);
    if (bracket === undefined || found === undefined) {
      put(']');
      at += 1;
      return;
    }
    const { start, isImage } = bracket;
    if (isImage) {
      out.length = start;
      from.length = start;
      for (const open of Object.values(runs)) while ((open.at(-1)?.start ?? -1) >= start) open.pop();
    } else drop(start, 1);
    mark(`${isImage ? '!' : ''}[](${found.address})`);
    at = found.end;
  }

  /** Whether something of angle brackets was read. */
  const lastComment = text.lastIndexOf('-->');
  function readAngle(): boolean {
    if (text.startsWith('<!--', at) && lastComment > at) {
      at = text.indexOf('-->', at) + 3;
      return true;
    }
    const found = match(autolink) ?? match(tag);
    if (found === null) return false;
    if (found[1] !== undefined) mark(`[](${found[1]})`);
    else if (!isPlainTag(found[0]) && found[0][1] !== '/') mark(found[0]);
    at += found[0].length;
    return true;
  }

  while (at < text.length) {
    const sign = text[at] ?? '';
    if (sign === '\\' && /[!-/:-@[-`{-~\n]/.test(text[at + 1] ?? '')) {
      put(text[at + 1] ?? '', at + 1);
      at += 2;
    } else if (sign === '`') readCode();
    else if (sign in runs) readRun(sign);
    else if (sign === '[' || (sign === '!' && text[at + 1] === '[')) {
      const length = sign === '[' ? 1 : 2;
      brackets.push({ start: out.length, label: at + length, isImage: length === 2 });
      put(text.slice(at, at + length));
      at += length;
    } else if (sign === ']') closeBracket();
    else if (sign === '<' && readAngle()) continue;
    else {
      const isStart = /[hfw]/i.test(sign) && !/\w/.test(text[at - 1] ?? ' ');
      const link = isStart ? match(bareLink) : null;
      const [whole = sign, name] = sign === '&' ? (match(entity) ?? []) : [];
      // A bare link is no text.
      if (link !== null) mark(`[](${link[0]})`);
      else put(name === undefined ? whole : (decodeEntity(name) ?? whole));
      at += link?.[0].length ?? whole.length;
    }
  }
  return {
    traced: { text: out.join(''), offsets: Uint32Array.from(from.filter((_, index) => out[index] !== '')) },
    markup,
  };
}
