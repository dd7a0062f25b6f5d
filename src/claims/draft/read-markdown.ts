/** The running text of a Markdown draft, with offsets in the file. Pure. */
import { lexer } from 'marked';
import { blankOut } from './blank-out.ts';
import type { Block, BlockKind } from './blocks.ts';
import { joinTraced, replaceTraced, type TracedText, traceDraft, traceReplacement } from './traced-text.ts';

/** The fields of marked's tokens that are read. */
interface Token {
  type: string;
  raw: string;
  text?: string;
  href?: string;
  tokens?: Token[];
  items?: Token[];
}

/** The entities that writers use; others are kept. */
const entities: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: ' ',
  ndash: '–',
  mdash: '—',
  hellip: '…',
  ldquo: '“',
  rdquo: '”',
  lsquo: '‘',
  rsquo: '’',
  euro: '€',
  pound: '£',
};

function decodeEntity(name: string): string | undefined {
  const code = /^#(?:x([\da-f]{1,6})|(\d{1,7}))$/i.exec(name);
  if (code === null) return entities[name];
  const point = code[1] === undefined ? Number(code[2]) : Number.parseInt(code[1], 16);
  return point > 0 && point <= 0x10ffff ? String.fromCodePoint(point) : undefined;
}

function decodeEntities(traced: TracedText): TracedText {
  return replaceTraced(traced, /&(#?\w+);/g, ([whole, name]) => decodeEntity(name ?? '') ?? whole);
}

/** Walks the tokens in the draft's order, skipping the markup. */
function createReader(draft: string) {
  /** How far the draft has been read. */
  let cursor = 0;

  /** Reads a text at the cursor, whose lines may start with ">" or blanks. */
  function readLines(text: string): TracedText {
    const lines = text.split('\n').map((line, index) => {
      const at = draft.indexOf(line, cursor);
      const start = at < 0 ? cursor : at;
      cursor = at < 0 ? cursor : at + line.length;
      const traced = traceDraft(line, start);
      return index === 0 ? traced : joinTraced([traceReplacement(' ', start), traced]);
    });
    return joinTraced(lines);
  }

  /** Reads a token with `read`, and moves past it. */
  function within<Result>({ raw }: Token, read: () => Result): Result {
    const at = draft.indexOf(raw, cursor);
    if (at >= 0) cursor = at;
    const result = read();
    if (at >= 0) cursor = at + raw.length;
    return result;
  }

  function readInline(tokens: readonly Token[]): TracedText {
    return joinTraced(tokens.map((token) => within(token, () => readSpan(token))));
  }

  function readSpan({ type, raw, text = '', href, tokens }: Token): TracedText {
    if (type === 'image' || type === 'html' || type === 'checkbox') return traceReplacement('', cursor);
    if (type === 'br') return traceReplacement(' ', cursor);
    // A bare link is no text.
    if (type === 'link' && (text === href || /^<?(?:https?:|www\.)/.test(raw)))
      return traceReplacement('', cursor);
    if (tokens !== undefined) return readInline(tokens);
    return type === 'text' ? decodeEntities(readLines(text)) : readLines(text);
  }

  function readBlock(token: Token, kind: BlockKind): Block[] {
    return within(token, () => {
      switch (token.type) {
        case 'heading':
          return [{ kind: 'heading', traced: readInline(token.tokens ?? []) }];
        case 'paragraph':
        case 'text':
          return [{ kind, traced: readSpan(token) }];
        case 'blockquote':
          return readBlocks(token.tokens ?? [], 'quote');
        case 'list':
          return readBlocks(token.items ?? [], kind);
        case 'list_item':
          return readBlocks(token.tokens ?? [], kind);
        case 'table':
          return [{ kind: 'table', traced: traceDraft(token.raw.trimEnd(), cursor) }];
        default:
          return [];
      }
    });
  }

  function readBlocks(tokens: readonly Token[], kind: BlockKind): Block[] {
    return tokens.flatMap((token) => readBlock(token, kind));
  }
  return readBlocks;
}

/** Front matter between lines of dashes. */
const frontMatter = /^---[^\S\n]*\n[\s\S]*?\n(?:---|\.\.\.)[^\S\n]*(?=\n|$)/;

/** Paragraphs, quotes, list items, headings and tables in order; code, markup and pictures are left out. */
export function readMarkdown(draft: string): Block[] {
  const text = draft.replace(frontMatter, blankOut);
  return createReader(text)(lexer(text), 'paragraph');
}
