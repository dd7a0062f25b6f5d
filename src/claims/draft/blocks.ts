/** The nouns of a draft, and drafts of plain text. Pure. */
import { type TracedText, traceDraft } from './traced-text.ts';

export type BlockKind = 'paragraph' | 'quote' | 'heading' | 'table';

/** A stretch of running text: markup is off, line ends are blanks. */
export interface Block {
  kind: BlockKind;
  traced: TracedText;
}

/** Longer lines without a full stop are more likely a sentence than a heading. */
const longestHeading = 80;

function isHeading(text: string): boolean {
  return !text.includes('\n') && text.length <= longestHeading && !/[.!?…:;,)\]"”’]\s*$/.test(text);
}

/** The paragraphs of plain text: what stands between empty lines. */
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
