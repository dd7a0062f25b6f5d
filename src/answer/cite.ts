/** Candidates to citations: document, chapter, section, page, boxes and the endnotes of the sentence. Pure. */
import type { PassageStore } from '../core/passage-store.ts';
import type { Note, Passage, Sentence } from '../core/types.ts';
import type { Citation, FoundItem, Restatement } from '../wire/types.ts';
import type { Candidate } from './choose/candidate.ts';

/** A note as it is shown beside a citation. */
function toNote(note: Note): Citation['notes'][number] {
  return { number: note.number, text: note.text, urls: note.urls, page: note.page, boxes: note.boxes };
}

/** The notes that a sentence refers to, and where it does; notes that the index does not hold are left out. */
export function describeNotes(
  { noteIds, markers }: Sentence,
  store: PassageStore,
): Pick<Citation, 'notes' | 'markers'> {
  const known = noteIds.flatMap((id) => store.note(id) ?? []);
  return {
    notes: known.map(toNote),
    markers: markers.flatMap(({ noteId, offset }) => {
      const note = known.find(({ id }) => id === noteId);
      return note === undefined ? [] : [{ note: note.number, offset }];
    }),
  };
}

/** A sentence with the passage that it stands in. */
export interface Place {
  passage: Passage;
  sentence: Sentence;
}

/** The page that a sentence begins on. */
function pageOf({ passage, sentence }: Place, store: PassageStore): { page: number; pageLabel: string } {
  const page = sentence.pages[0] ?? passage.pages[0] ?? 1;
  const document = store.documents.find((one) => one.id === passage.documentId);
  return { page, pageLabel: document?.pageLabels[page - 1] ?? String(page) };
}

/** Where a sentence that says the same stands. */
function toRestatement(place: Place, store: PassageStore): Restatement {
  const { passage, sentence } = place;
  return {
    passageId: passage.id,
    chapter: passage.chapter,
    ...pageOf(place, store),
    quote: sentence.text,
  };
}

/** Something of a written sentence, with the place of the sentence that has it. */
export function citeItem(
  item: Pick<FoundItem, 'kind' | 'text'>,
  place: Place,
  store: PassageStore,
): FoundItem {
  const { kind, text } = item;
  return { kind, text, document: place.passage.documentId, ...pageOf(place, store) };
}

/** Cites a sentence that was chosen, with the places that say the same. */
export function citeCandidate(number: number, candidate: Candidate, store: PassageStore): Citation {
  const citation = citeSentence(number, candidate.passage, candidate.sentence, store);
  const { restatements = [] } = candidate;
  return restatements.length === 0
    ? citation
    : { ...citation, alsoIn: restatements.map((one) => toRestatement(one, store)) };
}

/** Cites one sentence of a passage. */
export function citeSentence(
  number: number,
  passage: Passage,
  sentence: Sentence,
  store: PassageStore,
): Citation {
  const document = store.documents.find((one) => one.id === passage.documentId);
  return {
    number,
    passageId: passage.id,
    document: passage.documentId,
    documentTitle: document?.title ?? passage.documentId,
    chapter: passage.chapter,
    section: passage.section,
    ...pageOf({ passage, sentence }, store),
    pages: sentence.pages,
    quote: sentence.text,
    boxes: sentence.boxes,
    ...describeNotes(sentence, store),
  };
}
