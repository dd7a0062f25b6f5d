/** Addresses, images and HTML in a written sentence that its source does not have. Pure. */
import type { Finding, SourceText } from '../verification.ts';

/** Tags that only format text, and neither link nor load anything. */
const plainTag =
  /^<\/?(?:b|i|u|s|em|strong|small|mark|q|br|hr|p|div|span|sub|sup|ul|ol|li|blockquote|code|pre|h[1-6])\s*\/?>$/i;

/** Whether a tag only formats text. */
export function isPlainTag(tag: string): boolean {
  return plainTag.test(tag);
}

const rest = String.raw`[^\s<>"“”]`;
const label = String.raw`[\p{L}\p{N}-]+`;
const host = String.raw`${label}(?:\.${label})*`;
const schemes = 'https?|ftp|file|javascript|vbscript|data|mailto|tel|sms|xmpp|blob';

/**
 * Endings by which a name with a dot is a host's, as programs that show a text as links have them; and all of two letters, in small
 * ones. In 307,639 sentences, questions and passages of evals the names found so are hosts, companies called as theirs and three
 * files of a program.
 */
const endings =
  'com|org|net|edu|gov|mil|int|info|biz|name|pro|app|dev|xyz|online|site|shop|store|tech|top|club|cloud|page|link|live|news|blog|example';

/**
 * A Markdown link or image with its address; a tag; an address with a scheme, or of which one is left out; one of a person; a host
 * with a path; a host.
 */
const forms = new RegExp(
  [
    String.raw`!?\[([^[\]]*)\]\(<?([^()<>\s]*)>?(?:\s+"[^"]*")?\)`,
    String.raw`(!\[[^[\]]*\]|<!--|<\/?[a-z][^<>]*>?)`,
    String.raw`\b(?:(?:${schemes}):(?=\S)|[a-z][a-z\d+.-]{1,15}:\/\/|www\.)${rest}+`,
    String.raw`(?<![\p{L}\p{N}:/])\/\/${host}\.${label}${rest}*`,
    String.raw`(?<![\p{L}\p{N}._%+-])[\p{L}\p{N}._%+-]+@${host}\.${label}`,
    String.raw`(?<![\p{L}\p{N}.@/-])${host}\.[a-z]{2,24}\/${rest}*`,
    String.raw`(?<![\p{L}\p{N}.@/-])(?=[\p{N}-]*\p{L})[\p{L}\p{N}-]{2,}(?:\.${label})*\.(?:${endings}|[a-z]{2})(?![\p{L}\p{N}]|[.-][\p{L}\p{N}])`,
  ].join('|'),
  'giu',
);

/** "Germany.In 2020" lacks a blank, and names no host. */
const noHost = /^[\p{L}\p{N}-]+\.(?![a-z]{2}$)\p{L}{2}$/u;

/** Punctuation after an address belongs to the sentence. */
const trailing = /[.,;:!?)\]'’]+$/;

/** Whether a source has it whole: the beginning of a longer address is another address; a host is that of its addresses too. */
function isIn(source: string, item: string): boolean {
  // A tag is whole wherever it stands.
  if (item.endsWith('>')) return source.includes(item);
  const longer = item.includes('/') ? /^[\w/-]/ : /^(?:[\p{L}\p{N}-]|\.[\p{L}\p{N}])/u;
  for (let at = source.indexOf(item); at >= 0; at = source.indexOf(item, at + 1)) {
    const isBegun = /[\p{L}\p{N}-]/u.test(source[at - 1] ?? '');
    if (!isBegun && !longer.test(source.slice(at + item.length, at + item.length + 2))) return true;
  }
  return false;
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
  const plain = sentence.replace(forms, (whole, shown?: string, target?: string, tag?: string) => {
    const text = tag ?? (target ?? whole).replace(trailing, '');
    const isImage = whole.startsWith('!');
    const isPlain = isPlainTag(whole) || noHost.test(whole);
    if (isPlain || (!isImage && isIn(source, text.toLowerCase()))) return whole;
    findings.push({
      kind: 'markup',
      text: text === '' ? whole : text,
      reason: 'not in the passage',
      rule: 'markup',
      isCertain: true,
      strength: 1,
    });
    return shown ?? '';
  });
  return { findings, plain };
}
