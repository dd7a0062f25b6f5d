/** The findings of a check as parts that each report format arranges. Pure. */
import type { Citation, Draft, DraftSentence } from '../../wire/types.ts';
import { summarizeDraft, verdictOf } from './show-draft.ts';
import { describeProblems, evidenceOf, nameOf } from './show-verification.ts';

/** What was found of a sentence that was typed, or of drafts. */
export type Checks = { finding: DraftSentence } | { drafts: readonly Draft[] };

export interface CheckEntry {
  /** "line 3"; empty for a single sentence. */
  place: string;
  verdict: string;
  /** How the verdict is coloured. */
  tone: 'good' | 'bad' | 'faint';
  /** The sentence with its citations, as in the draft. */
  text: string;
  problems: readonly string[];
  /** The report's sentences about it. */
  evidence: readonly { place: string; quote: string }[];
}

export interface CheckSection {
  title: string;
  summary: string;
  entries: readonly CheckEntry[];
}

function toEvidence({ places, lead }: { places: readonly Citation[]; lead: string }): CheckEntry['evidence'] {
  return places.map((one, index) => ({
    place: `${index === 0 ? lead : ''}${nameOf(one)}`,
    quote: one.quote,
  }));
}

function describeDraftSentence(sentence: DraftSentence): CheckEntry {
  const { line, status, text, cited, faults, verification } = sentence;
  const isFine = status === 'carried' || status === 'not-checked';
  const found = isFine || verification === undefined ? [] : describeProblems(verification);
  return {
    place: `line ${line}`,
    verdict: verdictOf(sentence),
    tone: status === 'carried' ? 'good' : status === 'not-checked' ? 'faint' : 'bad',
    text: [text, ...cited].join(' '),
    problems: [...faults, ...found],
    evidence: verification === undefined ? [] : toEvidence(evidenceOf(verification)),
  };
}

function describeTyped(finding: DraftSentence): CheckSection {
  const entry = describeDraftSentence(finding);
  const near = (finding.verification?.nearest ?? []).flatMap((one) =>
    toEvidence({ places: [one], lead: 'also near: ' }),
  );
  return {
    title: 'A sentence',
    summary: '',
    entries: [{ ...entry, place: '', evidence: [...entry.evidence, ...near] }],
  };
}

/** A section for each draft, or one for the sentence. */
export function describeChecks(checks: Checks): CheckSection[] {
  if ('finding' in checks) return [describeTyped(checks.finding)];
  return checks.drafts.map(({ file, sentences, summary }) => ({
    title: file,
    summary: summarizeDraft(summary),
    entries: sentences.map(describeDraftSentence),
  }));
}
