/** Blanks for the control characters that a document's fonts, outline and metadata may map letters to. Pure. */
import type { OutlineEntry, PlacedText } from '../core/document-reader.ts';
import { replaceControls } from '../text/control-signs.ts';

const blank = (text: string) => replaceControls(text, ' ');
const tidy = (text: string) => blank(text).replace(/\s+/g, ' ').trim();

const blankOutline = (outline: readonly OutlineEntry[]): OutlineEntry[] =>
  outline.map((entry) => ({ ...entry, title: tidy(entry.title), children: blankOutline(entry.children) }));

function blankRuns<Run extends { text: string }>(runs: readonly Run[]): Run[] {
  return runs.map((run) => ({ ...run, text: blank(run.text) })).filter(({ text }) => text.trim() !== '');
}

/** The same text with a blank for each, so that a run keeps an edge for each character; runs of nothing else are left out. */
export function blankControls({ title, pages, outline, ...rest }: PlacedText): PlacedText {
  return {
    ...rest,
    title: title === null ? null : tidy(title) || null,
    pages: pages.map((page) => ({
      ...page,
      label: tidy(page.label) || String(page.number),
      runs: blankRuns(page.runs),
      ...(page.sideways !== undefined && { sideways: blankRuns(page.sideways) }),
    })),
    outline: blankOutline(outline),
  };
}
