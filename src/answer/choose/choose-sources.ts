/** Answers "which source …" with the endnotes of the sentence that makes the claim. */
import type { PassageStore } from '../../core/passage-store.ts';
import type { Passage } from '../../core/types.ts';
import { fetchNotePassages } from './note-passages.ts';
import type { Candidate } from './select.ts';

function asCandidate(passage: Passage, claim: Candidate): Candidate[] {
  const sentence = passage.sentences[0];
  return sentence === undefined ? [] : [{ ...claim, passage, index: 0, sentence }];
}

/** How far below the best claim's logit a second claim, or an endnote's own text, may be and still be quoted. */
const claimGap = 1.5;
const noteLead = 1.5;
const maxClaims = 2;

/**
 * The sentences that make the claim, each followed by its endnotes. An endnote whose own text matches the question
 * about as well is quoted too.
 * @param candidates all scored sentences, best first.
 */
export async function chooseSources(
  candidates: readonly Candidate[],
  store: PassageStore,
): Promise<Candidate[]> {
  const claims = candidates.filter((one) => one.passage.kind !== 'note' && one.sentence.noteIds.length > 0);
  const best = claims[0]?.score ?? -Infinity;
  const note = candidates.find((one) => one.passage.kind === 'note');
  const quoted = claims.filter((one) => best - one.score <= claimGap).slice(0, maxClaims);
  const passageOf = await fetchNotePassages(quoted, store);
  const chosen = quoted.flatMap((claim) => [
    claim,
    ...claim.sentence.noteIds.flatMap((id) => {
      const passage = passageOf.get(id);
      return passage === undefined ? [] : asCandidate(passage, claim);
    }),
  ]);
  const direct = note !== undefined && note.score >= best - noteLead ? [note] : [];
  const all = [...chosen, ...direct];
  return all.filter(
    (one, index) =>
      all.findIndex((other) => other.passage.id === one.passage.id && other.index === one.index) === index,
  );
}
