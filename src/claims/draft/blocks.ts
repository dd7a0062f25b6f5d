/** The blocks of a draft, and those of plain text. Pure. */
import { type TracedText, traceDraft } from './traced-text.ts';

export type BlockKind = 'paragraph' | 'quote' | 'heading' | 'table';

/** Running text, without markup, with line breaks as blanks. */
export interface Block {
  kind: BlockKind;
  traced: TracedText;
}

/** A longer line without a full stop is more likely a sentence than a heading. */
const longestHeading = 80;

function isHeading(text: string): boolean {
  return !text.includes('\n') && text.length <= longestHeading && !/[.!?…:;,)\]"”’]\s*$/.test(text);
}

/** The paragraphs of plain text, separated by empty lines. */
export function readPlainText(draft: string): Block[] {
  return [...draft.matchAll(/\S(?:[^\n]|\n(?![^\S\n]*(?:\n|$)))*/g)].map((match) => {
    const [found] = match;
    const { offsets } = traceDraft(found, match.index);
    return {
      kind: isHeading(found.trimEnd()) ? 'heading' : 'paragraph',
      traced: { text: found.replaceAll('\n', ' '), offsets },
    };
  });
}
