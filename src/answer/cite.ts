/** Makes citations: document, chapter, section, page, boxes and the sentence's endnotes. */
import type { PassageStore } from '../core/passage-store.ts';
import type { Note, Passage, ReportDocument, Sentence } from '../core/types.ts';
import { arrangeRow } from '../search/arrange-row.ts';
import { type DocumentName, nameDocuments } from '../wire/label-documents.ts';
import type { Citation, FoundItem, Restatement } from '../wire/types.ts';
import { askedCells } from './asked-cells.ts';
import type { Candidate } from './choose/candidate.ts';

/** A sentence with its passage. */
export interface Place {
  passage: Passage;
  sentence: Sentence;
}

/** The documents and notes of citations, by id. */
export interface CitedWorks {
  documents: ReadonlyMap<string, ReportDocument>;
  /** What their places say of all documents of the index. */
  names: ReadonlyMap<string, DocumentName>;
  notes: ReadonlyMap<string, Note>;
  /** That which they are cited for, so that the cells of a row that it asks for are told. */
  question?: string;
}

/** Of the documents of a store, which are the same while it is open. */
const namesOf = new WeakMap<PassageStore, Promise<CitedWorks['names']>>();

/** What places say of the documents of a store, by their ids. */
export function fetchNames(store: PassageStore): Promise<CitedWorks['names']> {
  const names = namesOf.get(store) ?? store.documents().then(nameDocuments);
  namesOf.set(store, names);
  return names;
}

/** Fetches the documents and notes for the citations of these places. */
export async function fetchWorks(places: readonly Place[], store: PassageStore): Promise<CitedWorks> {
  const documentIds = new Set(places.map(({ passage }) => passage.documentId));
  const noteIds = new Set(places.flatMap(({ sentence }) => sentence.noteIds));
  const [documents, names, notes] = await Promise.all([
    store.documents([...documentIds]),
    fetchNames(store),
    store.notes([...noteIds]),
  ]);
  return { documents: new Map(documents.map((document) => [document.id, document])), names, notes };
}

/** The places of all sentences of a passage. */
export function placesIn(passage: Passage): Place[] {
  return passage.sentences.map((sentence) => ({ passage, sentence }));
}

/** A note as a citation shows it. */
function toNote(note: Note): Citation['notes'][number] {
  return { label: note.label, text: note.text, urls: note.urls, page: note.page, boxes: note.boxes };
}

/** The notes that a sentence refers to, with the markers; notes missing from the index are left out. */
export function describeNotes(
  { noteIds, markers }: Sentence,
  { notes }: Pick<CitedWorks, 'notes'>,
): Pick<Citation, 'notes' | 'markers'> {
  const known = noteIds.flatMap((id) => notes.get(id) ?? []);
  return {
    notes: known.map(toNote),
    markers: markers.flatMap(({ noteId, offset }) => {
      const note = known.find(({ id }) => id === noteId);
      return note === undefined ? [] : [{ note: note.label, offset }];
    }),
  };
}

/** What stands over the cells of a row; nothing for a sentence, or for a row that nothing stands over. */
export function describeRow({ row }: Sentence, question = ''): Pick<Citation, 'row'> {
  if (row === undefined) return {};
  const { caption, under, unit } = row;
  const asked = askedCells(row, question);
  const cells = row.cells.map((cell, index) => ({ ...cell, ...(asked[index] && { asked: true as const }) }));
  const isBare = under.length === 0 && unit === null && cells.every(({ heads }) => heads.length === 0);
  return isBare ? {} : { row: { arranged: arrangeRow(row), caption, unit, under, cells } };
}

/** The page on which a sentence begins. */
function pageOf(
  { passage, sentence }: Place,
  { documents }: CitedWorks,
): { page: number; pageLabel: string } {
  const page = sentence.pages[0] ?? passage.pages[0] ?? 1;
  const document = documents.get(passage.documentId);
  return { page, pageLabel: document?.pageLabels[page - 1] ?? String(page) };
}

/** The place of a sentence that says the same. */
function toRestatement(place: Place, works: CitedWorks): Restatement {
  const { passage, sentence } = place;
  return {
    passageId: passage.id,
    chapter: passage.chapter,
    ...pageOf(place, works),
    quote: sentence.text,
  };
}

/** A part of a written sentence, with the place of the sentence where it was found. */
export function citeItem(item: Pick<FoundItem, 'kind' | 'text'>, place: Place, works: CitedWorks): FoundItem {
  const { kind, text } = item;
  const { documentId } = place.passage;
  const label = works.names.get(documentId)?.documentLabel;
  return {
    kind,
    text,
    document: documentId,
    ...(label !== undefined && { documentLabel: label }),
    ...pageOf(place, works),
  };
}

/** A candidate's own place, and those that say the same. */
export function placesOf(candidate: Candidate): Place[] {
  return [candidate, ...(candidate.restatements ?? [])];
}

/** Cites a sentence that was chosen, with the places that say the same. */
export function citeCandidate(number: number, candidate: Candidate, works: CitedWorks): Citation {
  const citation = citeSentence(number, candidate.passage, candidate.sentence, works);
  const { restatements = [] } = candidate;
  return restatements.length === 0
    ? citation
    : { ...citation, alsoIn: restatements.map((one) => toRestatement(one, works)) };
}

/** Cites one sentence of a passage. */
export function citeSentence(
  number: number,
  passage: Passage,
  sentence: Sentence,
  works: CitedWorks,
): Citation {
  const document = works.documents.get(passage.documentId);
  return {
    number,
    passageId: passage.id,
    document: passage.documentId,
    documentTitle: document?.title ?? passage.documentId,
    ...works.names.get(passage.documentId),
    chapter: passage.chapter,
    section: passage.section,
    ...(passage.path && { path: passage.path }),
    ...pageOf({ passage, sentence }, works),
    pages: sentence.pages,
    quote: sentence.text,
    boxes: sentence.boxes,
    ...(sentence.ocr && { ocr: sentence.ocr }),
    ...describeNotes(sentence, works),
    ...describeRow(sentence, works.question),
  };
}
