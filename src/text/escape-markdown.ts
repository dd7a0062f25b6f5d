/** Escapes what a document or a question says for Markdown, so that it shows as text and does nothing. Imports nothing. */

/**
 * What opens code, emphasis, links, images, HTML, entities and tables (CommonMark 0.31), and addresses that become links by
 * themselves (GFM, section 6.9). A closing sign alone does nothing; an escaped one would close a formula in some clients.
 */
const inline =
  /[\\`*|~[]|<(?=[a-z/!?]|$)|&(?=#?\w{1,32};)|(?<![\p{L}\p{N}])_|_(?![\p{L}\p{N}])|(?<=https?|ftp):(?=\/\/)|(?<=www)\.|(?<=[\w.+-])@(?=\w)/giu;

/** What opens a heading, a list, a quotation or a rule at the start of a line. */
const lineStart = /^([ \t]*)(?:([#>+=-])|(\d{1,9})(?=[.)](?:[ \t]|$)))/gm;

/** Marks of ours in an answer: [1], [p. 84], [notes 2, 3]. With an address behind it one would be a link. */
const ownMark = /\\\[((?:p\. |notes? )?\d+(?:, \d+)*\](?![(:]))/g;

/** A text made of a document's sentences and our marks and lists, which are kept. */
export function escapeMarkup(text: string): string {
  return text.replace(inline, '\\$&').replace(ownMark, '[$1');
}

/** A text in which nothing is ours. */
export function escapeMarkdown(text: string): string {
  return text
    .replace(inline, '\\$&')
    .replace(lineStart, (_, blanks: string, sign: string | undefined, number: string | undefined) =>
      sign === undefined ? `${blanks}${number}\\` : `${blanks}\\${sign}`,
    );
}

/** The text that was escaped. */
export function unescapeMarkdown(markdown: string): string {
  return markdown.replace(/\\([!-/:-@[-`{-~])/g, '$1');
}
