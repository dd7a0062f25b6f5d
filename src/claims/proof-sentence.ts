/** Where the documents support a written sentence, and what they do not support of it. */
import type { Models } from '../core/networks.ts';
import type { PassageFilter, PassageStore } from '../core/passage-store.ts';
import type { Hit, Passage } from '../core/types.ts';
import { languageOfText } from '../language/choose-language.ts';
import { maxSim, toQueryTokens } from '../search/maxsim.ts';
import { ranking } from '../search/ranking-numbers.ts';
import { verifySentence } from '../verify/verify-sentence.ts';
import type { CheckedSentence, VerifyRequest } from '../wire/types.ts';
import { numbers } from './claim-numbers.ts';
import { describeElsewhere, describeMissed, describeSupported } from './describe-verified.ts';
import { findFullNames } from './find-full-names.ts';
import { findGivenPassages } from './given-passages.ts';
import {
  findEvidenceIn,
  isSupported,
  type Verified,
  type VerifyTools,
  verifyInTurn,
} from './verify-against.ts';
import { withoutOtherWorks } from './without-other-works.ts';

export interface ProofOptions extends VerifyTools, Models {
  store: PassageStore;
  /** The best passages for a text. */
  rank: (
    text: string,
    count: number,
    filter: PassageFilter,
    signal: AbortSignal | undefined,
  ) => Promise<readonly Hit[]>;
  /** The documents and chapters of the request. */
  filter: PassageFilter;
}

/** Passages by how much of the sentence they say, best first. */
async function sortPassages(
  sentence: string,
  passages: readonly Passage[],
  { store, encoder }: ProofOptions,
): Promise<Passage[]> {
  const encoding = await encoder.encodePassage([sentence]);
  const [weights, vectors] = await Promise.all([
    store.tokenWeights(encoding.tokens),
    store.vectors(passages.map(({ id }) => id)),
  ]);
  const tokens = toQueryTokens(encoding, weights, ranking.numbers.tokenWeightPower);
  const scored = passages.map((passage) => {
    const own = vectors.get(passage.id);
    return { passage, score: own === undefined ? -1 : maxSim(tokens, own.tokens, encoder.dimensions) };
  });
  return scored.sort((a, b) => b.score - a.score).map(({ passage }) => passage);
}

/** A passage between those before and after it in its section: a sentence may lean on what was said just before. */
async function fetchNeighbours(passage: Passage, store: PassageStore): Promise<Passage[]> {
  const around = (await store.neighbours([passage.id])).get(passage.id);
  const ids = [around?.previous ?? null, around?.next ?? null].filter((id) => id !== null);
  const found = await store.passages(ids);
  const besides = (id: string | null | undefined) => {
    const other = id === null || id === undefined ? undefined : found.get(id);
    const isNear =
      other?.chapter === passage.chapter && other.section === passage.section && other.kind === passage.kind;
    return isNear ? [other] : [];
  };
  return [...besides(around?.previous), passage, ...besides(around?.next)];
}

/** The most shared words first. */
const byShare = (a: Verified, b: Verified) => b.evidence.share - a.evidence.share;

/**
 * What may support the sentence where no passage does alone: the nearest with the rest of a name that it has in part, the
 * nearest between its neighbours, and the nearest two.
 */
async function groupPassages(
  sentence: string,
  alone: readonly Verified[],
  { store, languages }: ProofOptions,
): Promise<Passage[][]> {
  const [nearest, second] = [...alone].sort(byShare);
  const [passage] = nearest?.passages ?? [];
  if (nearest === undefined || passage === undefined) return [];
  const [between, chapter] = await Promise.all([
    fetchNeighbours(passage, store),
    store.readStretch({ documents: [passage.documentId], chapters: [passage.chapter] }),
  ]);
  const groups = [between, [passage, ...(second?.passages ?? [])]];
  const least = nearest.evidence.share + numbers.leastGain;
  const wider = groups.filter((group) => findEvidenceIn(sentence, group, languages).share >= least);
  const names = findFullNames(sentence, nearest.evidence.missing, chapter);
  return names.length === 0 ? wider : [[passage, ...names], ...wider];
}

/** Alone first, then together. */
async function tryPassages(
  sentence: string,
  passages: readonly Passage[],
  options: ProofOptions,
): Promise<Verified[]> {
  const one = passages.slice(0, numbers.alone).map((passage) => [passage]);
  const alone = await verifyInTurn(sentence, one, options);
  if (alone.some(isSupported)) return alone;
  const groups = await groupPassages(sentence, alone, options);
  return [...alone, ...(await verifyInTurn(sentence, groups, options))];
}

async function lookUp(sentence: string, filter: PassageFilter, options: ProofOptions): Promise<Verified[]> {
  const { languages, rank, signal } = options;
  const hits = await rank(sentence, 2 * numbers.alone, filter, signal);
  const language = languageOfText(sentence, languages.among(filter.documents));
  const passages = withoutOtherWorks(
    hits.map(({ passage }) => passage),
    sentence,
    language,
  );
  return tryPassages(sentence, passages, options);
}

/** Tries what the request names, else the best passages of its documents and chapters. */
async function tryRequest(request: VerifyRequest, options: ProofOptions): Promise<Verified[]> {
  const { sentence, passageIds } = request;
  const { store, filter } = options;
  const given = await findGivenPassages(request, store, filter);
  if (given === undefined) return lookUp(sentence, filter, options);
  // Passages that are named must support it together; of a page any may.
  if (passageIds !== undefined) return verifyInTurn(sentence, [given], options);
  return tryPassages(sentence, await sortPassages(sentence, given, options), options);
}

/** Whether what supports a sentence stands on the pages asked for: a passage may begin on the page before. */
function standsOn({ evidence }: Verified, pages: readonly number[] | undefined): boolean {
  return (
    pages === undefined ||
    evidence.places.some(({ sentence }) => sentence.pages.some((page) => pages.includes(page)))
  );
}

const isNarrowed = ({ passageIds, pages, chapters = [] }: VerifyRequest) =>
  passageIds !== undefined || pages !== undefined || chapters.length > 0;

/**
 * Holds a sentence against the text, the passages, the pages or the chapters that the request names, or against
 * the best passages of the documents. Where those named do not support it, looks whether others do.
 * @throws VerseError `unknown-passage`, `unknown-page`; the reason of `signal`, once that is aborted.
 */
export async function proofSentence(request: VerifyRequest, options: ProofOptions): Promise<CheckedSentence> {
  const { sentence, passage, pages } = request;
  const { store, filter, subjectsOf, languages } = options;
  if (passage !== undefined) {
    const language = languageOfText(passage, languages.among(filter.documents));
    const subjects = await subjectsOf(filter.documents);
    return verifySentence(sentence, [{ text: passage, subjects, language }], options);
  }
  const held = await tryRequest(request, options);
  const supporting = held.find(isSupported);
  if (supporting !== undefined && standsOn(supporting, pages))
    return describeSupported(sentence, supporting, options);
  const nearest = held.filter((one) => !isSupported(one)).sort(byShare);
  const { documents } = filter;
  const others =
    supporting === undefined && isNarrowed(request)
      ? await lookUp(sentence, documents === undefined ? {} : { documents }, options)
      : [];
  // What looks as if it were supported elsewhere must be nearer there than where it is said to stand.
  const [{ evidence = { share: 0 } } = {}] = nearest;
  const other = supporting ?? others.find((one) => isSupported(one) && one.evidence.share > evidence.share);
  if (other !== undefined) return describeElsewhere(request, nearest[0], other, store);
  return describeMissed(nearest, store);
}
