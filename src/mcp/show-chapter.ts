/** A chapter's whole text as Markdown. Pure. */
import type { Chapter } from '../core/types.ts';
import type { PassageDetail } from '../wire/types.ts';
import { pagesOf } from './show-contents.ts';

type Sentence = PassageDetail['sentences'][number];

/** The sentence with the labels of the notes that it refers to. */
function showSentence({ text, notes }: Sentence): string {
  const labels = notes.map(({ label }) => label).join(', ');
  return notes.length === 0 ? text : `${text} [${notes.length === 1 ? 'note' : 'notes'} ${labels}]`;
}

function showNote({ sentences, text }: PassageDetail): string {
  const own = sentences.flatMap(({ notes }) => notes).find((note) => text.startsWith(note.text));
  return own === undefined ? text : `${own.label}. ${text}`;
}

/**
 * Title, then the passages in reading order under their headings, with "[p. 84]" before the first sentence of each
 * page; the endnotes last.
 */
export function showChapter(
  chapter: Chapter,
  documentLabel: string,
  passages: readonly PassageDetail[],
): string {
  const parts = [`# ${chapter.title}`, `${documentLabel}, ${pagesOf(chapter)}`];
  let section: string | null = null;
  let page: number | undefined;
  const withPage = (sentence: Sentence) => {
    const [first] = sentence.pages;
    const mark = first === page ? '' : `[p. ${first}] `;
    page = first;
    return `${mark}${showSentence(sentence)}`;
  };
  for (const passage of passages.filter(({ kind }) => kind !== 'note')) {
    if (passage.section !== null && passage.section !== section) parts.push(`## ${passage.section}`);
    section = passage.section;
    parts.push(passage.sentences.map(withPage).join(passage.kind === 'table' ? '\n' : ' '));
  }
  const notes = passages.filter(({ kind }) => kind === 'note');
  if (notes.length > 0) parts.push('## Notes', ...notes.map(showNote));
  return parts.join('\n\n');
}
