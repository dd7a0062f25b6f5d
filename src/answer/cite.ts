/** Candidates to citations: document, chapter, section, page, boxes and the endnotes of the sentence. Pure. */
import type { PassageStore } from '../seams.ts';
import type { Note, Passage, Sentence } from '../types.ts';
import type { Citation } from '../wire.ts';

/** A note as it is shown beside a citation. */
export function toNote(note: Note): Citation['notes'][number] {
  return { number: note.number, text: note.text, urls: note.urls, page: note.page };
}

/** Cites one sentence of a passage. */
export function citeSentence(
  number: number,
  passage: Passage,
  sentence: Sentence,
  store: PassageStore,
): Citation {
  const document = store.documents.find((one) => one.id === passage.documentId);
  const page = sentence.pages[0] ?? passage.pages[0] ?? 1;
  return {
    number,
    passageId: passage.id,
    document: passage.documentId,
    documentTitle: document?.title ?? passage.documentId,
    chapter: passage.chapter,
    section: passage.section,
    page,
    pages: sentence.pages,
    pageLabel: document?.pageLabels[page - 1] ?? String(page),
    quote: sentence.text,
    boxes: sentence.boxes,
    notes: sentence.noteIds.flatMap((id) => {
      const note = store.note(id);
      return note === undefined ? [] : [toNote(note)];
    }),
  };
}
