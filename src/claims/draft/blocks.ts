/** The blocks of a draft, and those of plain text. Pure. */
import { linesOf } from './draft-lines.ts';
import { type TracedText, traceDraft } from './traced-text.ts';

export type BlockKind = 'paragraph' | 'quote' | 'heading' | 'table';

/** Running text, without markup, with line breaks as blanks. */
export interface Block {
  kind: BlockKind;
  traced: TracedText;
  /** Links, images and HTML, in the order of their marks in the text (`markup-marks.ts`). */
  markup?: readonly string[];
}

/** A longer line without a full stop is more likely a sentence than a heading. */
const longestHeading = 80;

function isHeading(text: string): boolean {
  return !text.includes('\n') && text.length <= longestHeading && !/[.!?…:;,)\]"”’]\s*$/.test(text);
}

/** The paragraphs of plain text, separated by empty lines. */
export function readPlainText(draft: string): Block[] {
  const paragraphs: { start: number; end: number }[] = [];
  let isOpen = false;
  for (const { start, end } of linesOf(draft)) {
    const line = draft.slice(start, end);
    const last = paragraphs.at(-1);
    if (line.trim() === '') isOpen = false;
    else if (isOpen && last !== undefined) last.end = end;
    else {
      paragraphs.push({ start: end - line.trimStart().length, end });
      isOpen = true;
    }
  }
  return paragraphs.map(({ start, end }) => {
    const text = draft.slice(start, end);
    const traced = { text: text.replaceAll('\n', ' '), offsets: traceDraft(text, start).offsets };
    return { kind: isHeading(text.trimEnd()) ? 'heading' : 'paragraph', traced };
  });
}
