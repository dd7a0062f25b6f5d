/** The table of contents: what titles it names, and which pages it fills. Pure. */
import { type Block, blockText } from './page-model.ts';

/** Whether a text is the heading of a table of contents. */
export function isContentsTitle(text: string): boolean {
  return /^(?:table of )?contents$/i.test(text.trim());
}

const contentsEntry = /^(.{3,160}?)[\s.…]{2,}(\d{1,4})$|^(.{3,160}?\p{L}.*?)\s+(\d{1,4})$/u;

/** Titles named by the contents pages, in order. */
export function readContents(blocks: readonly Block[]): string[] {
  const heading = blocks.findIndex((block) => isContentsTitle(blockText(block)));
  if (heading < 0) return [];
  const titles: string[] = [];
  let pending = '';
  for (const line of blocks.slice(heading + 1, heading + 400).flatMap((block) => block.lines)) {
    const text = `${pending} ${line.text}`.trim();
    const match = contentsEntry.exec(text);
    if (match !== null) {
      titles.push((match[1] ?? match[3] ?? '').trim());
      pending = '';
    } else {
      pending = text.length > 160 ? '' : text;
      if (pending === '' && titles.length > 2) break;
    }
  }
  return titles;
}

/** The blocks without those of contents pages, and the pages left out. */
export function dropContents(blocks: readonly Block[]): { kept: Block[]; pages: number[] } {
  const pages = new Set<number>();
  for (const page of new Set(blocks.map((block) => block.page))) {
    const lines = blocks.filter((block) => block.page === page).flatMap((block) => block.lines);
    const numbered = lines.filter(
      (line) => /\p{L}.*\s\d{1,4}$/u.test(line.text) || /^\d{1,4}$/.test(line.text),
    ).length;
    const titled = lines.some((line) => isContentsTitle(line.text));
    const follows = pages.has(page - 1);
    const many = numbered >= 3 && numbered >= lines.length * 0.3 && (titled || follows);
    // The last page may hold an entry or two.
    if (many || (follows && numbered >= lines.length * 0.5)) pages.add(page);
  }
  return { kept: blocks.filter((block) => !pages.has(block.page)), pages: [...pages] };
}
