/** Answers "which source …": the endnotes bound to the sentence that makes the claim. Pure. */
import type { PassageStore } from '../seams.ts';
import type { Passage } from '../types.ts';
import type { Candidate } from './select.ts';

/** The passage that holds a note's own text. */
function notePassage(noteId: string, store: PassageStore, near: Passage): Passage | undefined {
  const from = store.position(near.id) ?? 0;
  // A chapter's notes follow its text.
  for (let position = from; position < store.passages.length; position++) {
    const passage = store.passages[position];
    if (passage === undefined || passage.chapter !== near.chapter || passage.documentId !== near.documentId)
      return undefined;
    if (passage.kind === 'note' && passage.sentences[0]?.noteIds.includes(noteId)) return passage;
  }
  return undefined;
}

function asCandidate(passage: Passage, claim: Candidate): Candidate[] {
  const sentence = passage.sentences[0];
  return sentence === undefined ? [] : [{ ...claim, passage, index: 0, sentence }];
}

/** How far below the claim's logit an endnote's own may lie to be quoted beside it. */
const noteLead = 1.5;

/**
 * The claim and its endnotes. Where an endnote itself matches the question best, it comes first.
 * @param candidates all scored sentences, best first.
 */
export function chooseSources(candidates: readonly Candidate[], store: PassageStore): Candidate[] {
  const claim = candidates.find((one) => one.passage.kind !== 'note' && one.sentence.noteIds.length > 0);
  const note = candidates.find((one) => one.passage.kind === 'note');
  const bound =
    claim?.sentence.noteIds.flatMap((id) => {
      const passage = notePassage(id, store, claim.passage);
      return passage === undefined ? [] : asCandidate(passage, claim);
    }) ?? [];
  const direct =
    note !== undefined && (claim === undefined || note.score >= claim.score - noteLead) ? [note] : [];
  const all = [...(claim === undefined ? [] : [claim]), ...bound, ...direct];
  return all.filter(
    (one, index) =>
      all.findIndex((other) => other.passage === one.passage && other.index === one.index) === index,
  );
}
