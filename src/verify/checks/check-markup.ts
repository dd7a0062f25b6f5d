/** Addresses, images and HTML in a written sentence that its source does not have. Pure. */
import type { Finding, SourceText } from '../verification.ts';

/** Tags that only format text, and neither link nor load anything. */
const plainTag =
  /^<\/?(?:b|i|u|s|em|strong|small|mark|q|br|hr|p|div|span|sub|sup|ul|ol|li|blockquote|code|pre|h[1-6])\s*\/?>$/i;

/** Whether a tag only formats text. */
export function isPlainTag(tag: string): boolean {
  return plainTag.test(tag);
}

/** A Markdown link or image with its address; a tag; an address with a scheme; a host with a path and no scheme. */
const forms =
  /!?\[([^[\]]*)\]\(<?([^()<>\s]*)>?(?:\s+"[^"]*")?\)|(!\[[^[\]]*\]|<!--|<\/?[a-z][^<>]*>?)|((?:\b(?:https?|ftp|file|javascript|vbscript|data|mailto):(?=\S)|\bwww\.)[^\s<>"“”]+|(?<![\p{L}\p{N}.@/-])[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)*\.[a-z]{2,24}\/[^\s<>"“”]*)/giu;

/** Punctuation after an address belongs to the sentence. */
const trailing = /[.,;:!?)\]'’]+$/;

function isIn(source: string, item: string): boolean {
  const at = source.indexOf(item);
  // The beginning of a longer address is another address.
  return at >= 0 && !/[\w/-]/.test(source[at + item.length] ?? '');
}

export interface ForeignMarkup {
  findings: Finding[];
  /** The sentence without the markup that its source lacks; link texts are kept. */
  plain: string;
}

/**
 * Finds markup that no source has. Each finding is certain, whatever else the sentence says: a reader who follows such
 * a link leaves the report.
 */
export function findForeignMarkup(sentence: string, sources: readonly SourceText[]): ForeignMarkup {
  const source = sources
    .flatMap(({ text, asWritten = [] }) => [text, ...asWritten])
    .join('\n')
    .toLowerCase();
  const findings: Finding[] = [];
  const plain = sentence.replace(forms, (whole, label?: string, target?: string, tag?: string) => {
    const text = tag ?? (target ?? whole).replace(trailing, '');
    const isImage = whole.startsWith('!');
    if (isPlainTag(whole) || (!isImage && isIn(source, text.toLowerCase()))) return whole;
    findings.push({
      kind: 'markup',
      text: text === '' ? whole : text,
      reason: 'not in the passage',
      rule: 'markup',
      isCertain: true,
      strength: 1,
    });
    return label ?? '';
  });
  return { findings, plain };
}
