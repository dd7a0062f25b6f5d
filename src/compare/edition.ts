/** A document as it is compared with another: chapters, each with its sentences. Pure. */
import type { Pause } from '../core/pauses.ts';
import type { Passage, PassageKind, ReportDocument, Sentence } from '../core/types.ts';
import { sentenceKey } from './sentence-key.ts';

/** A sentence, a row of a table or a note, and where it stands. */
export interface EditionSentence extends Pick<Sentence, 'text' | 'pages' | 'row'> {
  kind: PassageKind;
  /** By which it is compared (`sentenceKey`). */
  key: string;
  /** Its place in the reading order of its edition, from 0. */
  at: number;
  passageId: string;
  /** The chapter's short name, as `EditionChapter.name`. */
  chapter: string;
  section: string | null;
}

export interface EditionChapter {
  /** The short name; unique in the edition. */
  name: string;
  title: string;
  sentences: EditionSentence[];
}

/**
 * @param passages all of the document, in reading order.
 * @param whole the name under which all of it is one chapter; without it its own chapters are.
 */
export async function readEdition(
  { chapters }: Pick<ReportDocument, 'chapters'>,
  passages: readonly Passage[],
  pause: Pause,
  whole?: string,
): Promise<EditionChapter[]> {
  const titles = new Map(chapters.map(({ name, title }) => [name, title]));
  const read = new Map<string, EditionChapter>();
  let at = 0;
  for (const { id: passageId, chapter: own, section, kind, sentences } of passages) {
    await pause();
    const name = whole ?? own;
    const chapter = read.get(name) ?? { name, title: titles.get(name) ?? name, sentences: [] };
    read.set(name, chapter);
    for (const { text, pages, row } of sentences) {
      const place = { at, passageId, chapter: name, section };
      chapter.sentences.push({ text, pages, ...(row && { row }), kind, key: sentenceKey(text), ...place });
      at += 1;
    }
  }
  return [...read.values()];
}
