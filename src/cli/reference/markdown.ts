/** The Markdown that pages of the reference are made of. Pure. */

/** Text in a cell of a table: on one line, without the sign that ends a cell. */
function toCell(text: string): string {
  return text.replace(/\s+/g, ' ').replaceAll('|', '\\|').trim();
}

/** A table, or nothing where it has no rows. */
export function renderTable(heads: readonly string[], rows: readonly (readonly string[])[]): string[] {
  if (rows.length === 0) return [];
  const line = (cells: readonly string[]) => `| ${cells.map(toCell).join(' | ')} |`;
  return [[line(heads), line(heads.map(() => '---')), ...rows.map(line)].join('\n')];
}

export function renderCode(language: string, text: string): string {
  return `\`\`\`${language}\n${text.trimEnd()}\n\`\`\``;
}

/** A name as it is typed. */
export function code(text: string): string {
  return `\`${text}\``;
}

/** Text that is no markup of ours, but for names in backticks: other names in angle brackets would be read as HTML. */
export function plainText(text: string): string {
  return text.replace(/`[^`]*`|[<>]/g, (found) => ({ '<': '&lt;', '>': '&gt;' })[found] ?? found);
}

/** Blocks with an empty line between them; says at its head how the page is made. */
export function renderPage(title: string, blocks: readonly string[]): string {
  const made = '<!-- Made by `npm run docs` of the source: change it there. -->';
  return `${[`# ${title}`, made, ...blocks].join('\n\n')}\n`;
}
