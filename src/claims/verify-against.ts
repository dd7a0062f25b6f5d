/** Holds a written sentence against passages. */
import type { Readers } from '../core/networks.ts';
import type { Passage } from '../core/types.ts';
import type { DocumentLanguages } from '../language/document-languages.ts';
import { languageOf } from '../verify/alignment.ts';
import { type Evidence, findEvidence } from '../verify/find-evidence.ts';
import type { Verification } from '../verify/verification.ts';
import { verifySentence } from '../verify/verify-sentence.ts';
import { numbers } from './claim-numbers.ts';
import type { SubjectsOf } from './document-subjects.ts';

/** A sentence and the passages that it was held against, together. */
export interface Verified {
  passages: readonly Passage[];
  verification: Verification;
  evidence: Evidence;
}

export interface VerifyTools extends Readers {
  subjectsOf: SubjectsOf;
  languages: DocumentLanguages;
  /** When it is aborted the work stops at the next passage. */
  signal?: AbortSignal | undefined;
}

export const isSupported = ({ verification }: Verified): boolean => verification.verdict === 'supported';

/** A sentence that shares hardly a word with a passage is not supported by it, however near the two seem. */
function doubtStrangers(sentence: string, verification: Verification, evidence: Evidence): Verification {
  const { verdict, score } = verification;
  const least = evidence.words < numbers.shortWords ? numbers.leastShareOfShort : numbers.leastShare;
  // Without any doubt it is the passage's own.
  if (verdict !== 'supported' || score === 1 || evidence.share >= least) return verification;
  const text = evidence.missing.slice(0, 3).join(', ') || sentence;
  const problem = { kind: 'content' as const, text, reason: 'the passage has few of its words' };
  return { verdict: 'unsupported', problems: [problem], score };
}

/** How much of a sentence some passages say, and where. */
export const findEvidenceIn = (
  sentence: string,
  passages: readonly Passage[],
  languages: DocumentLanguages,
): Evidence =>
  findEvidence(
    sentence,
    passages,
    languageOf(passages.map(({ documentId }) => ({ language: languages.of(documentId) }))),
  );

/** @throws the reason of `signal`, once that is aborted. */
export async function verifyAgainst(
  sentence: string,
  passages: readonly Passage[],
  { subjectsOf, languages, signal, ...readers }: VerifyTools,
): Promise<Verified> {
  signal?.throwIfAborted();
  const sources = await Promise.all(
    passages.map(async ({ documentId, text, sentences, chapter, section }) => ({
      text,
      language: languages.of(documentId),
      sentences: sentences.map((one) => one.text),
      chapter,
      section,
      subjects: await subjectsOf([documentId]),
    })),
  );
  const verification = await verifySentence(sentence, sources, readers);
  const evidence = findEvidenceIn(sentence, passages, languages);
  return { passages, verification: doubtStrangers(sentence, verification, evidence), evidence };
}

/** Those held, in order; the last one supports the sentence where any does. */
export async function verifyInTurn(
  sentence: string,
  groups: readonly (readonly Passage[])[],
  holder: VerifyTools,
): Promise<Verified[]> {
  const held: Verified[] = [];
  for (const passages of groups) {
    const one = await verifyAgainst(sentence, passages, holder);
    held.push(one);
    if (isSupported(one)) break;
  }
  return held;
}
