/** Answers "which source …": the endnotes bound to the sentence that makes the claim. Pure. */
import type { PassageStore } from '../../core/passage-store.ts';
import type { Passage } from '../../core/types.ts';
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

/** How far below the best claim's logit a second claim, or an endnote's own text, may lie to be quoted too. */
const claimGap = 1.5;
const noteLead = 1.5;
const maxClaims = 2;

/**
 * The sentences that make the claim, each followed by its endnotes. An endnote that itself matches the question as well
 * is quoted too.
 * @param candidates all scored sentences, best first.
 */
export function chooseSources(candidates: readonly Candidate[], store: PassageStore): Candidate[] {
  const claims = candidates.filter((one) => one.passage.kind !== 'note' && one.sentence.noteIds.length > 0);
  const best = claims[0]?.score ?? -Infinity;
  const note = candidates.find((one) => one.passage.kind === 'note');
  const quoted = claims.filter((one) => best - one.score <= claimGap).slice(0, maxClaims);
  const chosen = quoted.flatMap((claim) => [
    claim,
    ...claim.sentence.noteIds.flatMap((id) => {
      const passage = notePassage(id, store, claim.passage);
      return passage === undefined ? [] : asCandidate(passage, claim);
    }),
  ]);
  const direct = note !== undefined && note.score >= best - noteLead ? [note] : [];
  const all = [...chosen, ...direct];
  return all.filter(
    (one, index) =>
      all.findIndex((other) => other.passage === one.passage && other.index === one.index) === index,
  );
}
