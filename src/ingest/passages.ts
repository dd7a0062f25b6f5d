/** Groups paragraphs into passages: whole sentences of one section, about 800 characters. Pure. */
import type { Passage, PassageKind, Sentence } from '../core/types.ts';

/** Increase when the contents of documents or passages change; indexes with another version are rebuilt. */
export const passageRulesVersion = 21;

/**
 * Characters. Paragraphs up to `longest` stay whole; longer ones are cut into even parts near `target`;
 * one shorter than `shortest` is joined to its neighbour where both fit.
 */
export const passageSize = { target: 800, longest: 1100, shortest: 300 } as const;

/** A paragraph or a table row, as sentences. */
export interface SentenceGroup {
  sentences: Sentence[];
  section: string | null;
  /** As of a passage. */
  path?: string[];
  kind: PassageKind;
}

function lengthOf(sentences: readonly Sentence[]): number {
  return sentences.reduce((sum, sentence) => sum + sentence.text.length + 1, -1);
}

/** Splits a long paragraph at sentence ends into parts of similar length. */
function cutEvenly(sentences: readonly Sentence[]): Sentence[][] {
  const total = lengthOf(sentences);
  if (total <= passageSize.longest) return [[...sentences]];
  const share = total / Math.ceil(total / passageSize.target);
  const parts: Sentence[][] = [[]];
  let written = 0;
  for (const sentence of sentences) {
    const part = parts.at(-1) ?? [];
    // The sentence opens the next part if its middle is past this part's share.
    if (part.length > 0 && written + sentence.text.length / 2 > share * parts.length) parts.push([sentence]);
    else part.push(sentence);
    written += sentence.text.length + 1;
  }
  return parts;
}

function canJoin(open: SentenceGroup | undefined, next: SentenceGroup): open is SentenceGroup {
  if (
    open === undefined ||
    open.section !== next.section ||
    open.path?.join() !== next.path?.join() ||
    open.kind !== next.kind ||
    next.kind === 'note'
  )
    return false;
  const [before, after] = [lengthOf(open.sentences), lengthOf(next.sentences)];
  const either = before < passageSize.shortest || after < passageSize.shortest || next.kind === 'table';
  return either && before + after <= passageSize.target;
}

/**
 * Groups the paragraphs of one chapter into passages, in reading order.
 * @param idPrefix `<document>/<chapter number>`.
 */
export function groupPassages(
  groups: readonly SentenceGroup[],
  place: { documentId: string; chapter: string; idPrefix: string },
): Passage[] {
  const merged: SentenceGroup[] = [];
  for (const group of groups) {
    if (group.sentences.length === 0) continue;
    const open = merged.at(-1);
    if (canJoin(open, group)) open.sentences.push(...group.sentences);
    else merged.push({ ...group, sentences: [...group.sentences] });
  }
  const parts = merged.flatMap((group) =>
    (group.kind === 'body' ? cutEvenly(group.sentences) : [group.sentences]).map((sentences) => ({
      ...group,
      sentences,
    })),
  );
  return parts.map((part, index) => ({
    id: `${place.idPrefix}/${index + 1}`,
    documentId: place.documentId,
    chapter: place.chapter,
    section: part.section,
    ...(part.path !== undefined && { path: part.path }),
    kind: part.kind,
    text: part.sentences.map((sentence) => sentence.text).join(part.kind === 'table' ? '\n' : ' '),
    pages: [...new Set(part.sentences.flatMap((sentence) => sentence.pages))].sort((a, b) => a - b),
    sentences: part.sentences,
  }));
}
