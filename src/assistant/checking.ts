/** Checks written sentences against one open index. */
import { createDocumentSubjects } from '../claims/document-subjects.ts';
import { type ProofOptions, proofSentence } from '../claims/proof-sentence.ts';
import type { Models } from '../core/networks.ts';
import type { PassageFilter, PassageStore } from '../core/passage-store.ts';
import type { DocumentLanguages } from '../language/document-languages.ts';
import { languageOf } from '../verify/alignment.ts';
import type { SourceText, Verification } from '../verify/verification.ts';
import { verifySentence } from '../verify/verify-sentence.ts';
import type { CheckedSentence, VerifyRequest } from '../wire/types.ts';

export interface Checking {
  /** Checks a sentence against sources that are of some documents, or of any where none are named. */
  verify(
    sentence: string,
    sources: readonly SourceText[],
    documentIds?: readonly string[],
  ): Promise<Verification>;
  /** Checks it against what the request names, or against the best passages. @throws as `proofSentence`. */
  check(
    request: VerifyRequest,
    filter: PassageFilter,
    signal: AbortSignal | undefined,
  ): Promise<CheckedSentence>;
}

/** To three decimals; 1 is reserved for the report's own sentences. */
function roundScore(score: number): number {
  return score === 1 ? 1 : Math.min(0.999, Math.round(score * 1000) / 1000);
}

/** @param rank gives the best passages for a text. */
export function createChecking(
  models: Models,
  store: PassageStore,
  languages: DocumentLanguages,
  rank: ProofOptions['rank'],
): Checking {
  const subjectsOf = createDocumentSubjects(store);
  return {
    verify: async (sentence, sources, documentIds) => {
      const subjects = await subjectsOf(documentIds);
      const language = languageOf(languages.among(documentIds).map((one) => ({ language: one })));
      const withSubjects = sources.map((source) => ({ subjects, language, ...source }));
      return verifySentence(sentence, withSubjects, models);
    },
    check: async (request, filter, signal) => {
      const options = { ...models, store, subjectsOf, languages, rank, filter, signal };
      const checked = await proofSentence(request, options);
      return { ...checked, score: roundScore(checked.score) };
    },
  };
}
