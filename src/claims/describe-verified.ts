/** What came of holding a sentence against passages, as the wire shows it. */
import { type CitedWorks, citeItem, citeSentence, fetchWorks, type Place, placesIn } from '../answer/cite.ts';
import type { PassageStore } from '../core/passage-store.ts';
import type { DocumentLanguages } from '../language/document-languages.ts';
import { formatPages } from '../text/format-pages.ts';
import { align } from '../verify/alignment.ts';
import { findSupported } from '../verify/find-supported.ts';
import type { VerifyProblem } from '../verify/verification.ts';
import { placeOf } from '../wire/places.ts';
import type { CheckedSentence, Citation, FoundItem, NearestPassage, VerifyRequest } from '../wire/types.ts';
import { describeAlteredWords } from './altered-words.ts';
import { numbers } from './claim-numbers.ts';
import type { Verified, VerifyTools } from './verify-against.ts';

/** The sentences that say something of it; where none does, the passage's first. */
function placesOf({ passages, evidence }: Verified): Place[] {
  if (evidence.places.length > 0) return evidence.places;
  return passages.flatMap(placesIn).slice(0, 1);
}

/** What citing any sentence of the passages held takes. */
function fetchWorksOf(held: readonly Verified[], store: PassageStore): Promise<CitedWorks> {
  return fetchWorks(
    held.flatMap(({ passages }) => passages.flatMap(placesIn)),
    store,
  );
}

function citeAll(held: Verified, works: CitedWorks): Citation[] {
  return placesOf(held).map(({ passage, sentence }, index) =>
    citeSentence(index + 1, passage, sentence, works),
  );
}

/** The citations of what a sentence was held against: the nearest sentence, and those beside it. */
function cite(held: Verified | undefined, works: CitedWorks): Pick<CheckedSentence, 'citation' | 'further'> {
  const [citation, ...further] = held === undefined ? [] : citeAll(held, works);
  if (citation === undefined) return {};
  return { citation, ...(further.length > 0 && { further }) };
}

/** What of the sentence the passages have, in the sentences cited where these have it. */
function findItems(
  sentence: string,
  held: Verified,
  works: CitedWorks,
  languages: DocumentLanguages,
): FoundItem[] {
  const places = [...placesOf(held), ...held.passages.flatMap(placesIn)];
  const sources = places.map(({ passage, sentence: { text } }) => ({
    text,
    sentences: [text],
    language: languages.of(passage.documentId),
  }));
  return findSupported(align(sentence, sources)).flatMap((item) => {
    const place = places[item.sentence];
    return place === undefined ? [] : [citeItem(item, place, works)];
  });
}

export async function describeSupported(
  sentence: string,
  held: Verified,
  { store, languages }: Pick<VerifyTools, 'languages'> & { store: PassageStore },
): Promise<CheckedSentence> {
  const works = await fetchWorksOf([held], store);
  return { ...held.verification, ...cite(held, works), found: findItems(sentence, held, works, languages) };
}

/** The place that a request names, as writers cite it. */
function askedPlace({ pages, chapters = [], passageIds }: VerifyRequest): string {
  if (passageIds !== undefined) return passageIds.join(', ');
  return [...chapters, ...(pages === undefined ? [] : [formatPages([...pages].sort((a, b) => a - b))])].join(
    ', ',
  );
}

/** Not supported where the request says it is, but by `other`. */
export async function describeElsewhere(
  request: VerifyRequest,
  nearest: Verified | undefined,
  other: Verified,
  store: PassageStore,
): Promise<CheckedSentence> {
  const missed = nearest === undefined ? [] : [nearest];
  const works = await fetchWorksOf([...missed, other], store);
  const [elsewhere] = citeAll(other, works);
  if (elsewhere === undefined) return describeMissed(missed, store);
  const reason = `supported by ${placeOf(elsewhere)}`;
  return {
    verdict: 'unsupported',
    problems: [{ kind: 'page', text: askedPlace(request), reason }],
    score: 0,
    ...cite(nearest, works),
    elsewhere,
  };
}

function toNearest(held: Verified, works: CitedWorks): NearestPassage[] {
  const [citation] = citeAll(held, works);
  const why = held.verification.problems.map(({ text, reason }) => `“${text}”: ${reason}`).join('; ');
  return citation === undefined ? [] : [{ ...citation, why }];
}

/** Says of an altered quotation what was altered, where the passages have something like it. */
function explainQuotations({ verification, passages }: Verified): VerifyProblem[] {
  const text = passages.map((passage) => passage.text).join(' ');
  return verification.problems.map((problem) => {
    const altered = problem.kind === 'quotation' ? describeAlteredWords(problem.text, text) : undefined;
    return altered === undefined ? problem : { ...problem, reason: altered };
  });
}

/** Supported nowhere: what the nearest lacks, and the next ones. */
export async function describeMissed(
  held: readonly Verified[],
  store: PassageStore,
): Promise<CheckedSentence> {
  const [nearest, ...others] = held;
  if (nearest === undefined) {
    const problem = { kind: 'content' as const, text: 'all of it', reason: 'no passage is near it' };
    return { verdict: 'unsupported', problems: [problem], score: 0 };
  }
  const works = await fetchWorksOf(held, store);
  const shown = new Set(nearest.passages.map(({ id }) => id));
  const next = others.flatMap((one) => {
    const [citation] = one.passages.length === 1 ? toNearest(one, works) : [];
    if (citation === undefined || shown.has(citation.passageId)) return [];
    shown.add(citation.passageId);
    return [citation];
  });
  return {
    ...nearest.verification,
    problems: explainQuotations(nearest),
    ...cite(nearest, works),
    ...(next.length > 0 && { nearest: next.slice(0, numbers.nearest) }),
  };
}
