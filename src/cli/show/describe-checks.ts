/** The findings of a check as parts that each report format arranges. Pure. */
import type { CheckedSentence, Citation, Draft, DraftSentence } from '../../wire/types.ts';
import { summarizeDraft, verdictOf } from './show-draft.ts';
import { describeProblems, evidenceOf, headOf, nameOf } from './show-verification.ts';

/** What was checked: a single sentence, or drafts. */
export type Checks = { sentence: string; checked: CheckedSentence } | { drafts: readonly Draft[] };

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

function describeSentence(sentence: string, checked: CheckedSentence): CheckSection {
  const isSupported = checked.verdict === 'supported';
  const entry: CheckEntry = {
    place: '',
    verdict: headOf(checked).replace(/\.$/, ''),
    tone: isSupported ? 'good' : 'bad',
    text: sentence,
    problems: checked.elsewhere === undefined ? describeProblems(checked) : [],
    evidence: [
      ...toEvidence(evidenceOf(checked)),
      ...(checked.nearest ?? []).flatMap((one) => toEvidence({ places: [one], lead: 'also near: ' })),
    ],
  };
  return { title: 'A sentence', summary: '', entries: [entry] };
}

/** A section for each draft, or one for the sentence. */
export function describeChecks(checks: Checks): CheckSection[] {
  if ('checked' in checks) return [describeSentence(checks.sentence, checks.checked)];
  return checks.drafts.map(({ file, sentences, summary }) => ({
    title: file,
    summary: summarizeDraft(summary),
    entries: sentences.map(describeDraftSentence),
  }));
}
