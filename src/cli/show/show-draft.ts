/** What was found of written sentences, as text: a verdict for each, with its problems below. Pure. */
import { countNoun } from '../../text/count-noun.ts';
import { wrapText } from '../../text/wrap-text.ts';
import type { Draft, DraftSentence } from '../../wire/types.ts';
import type { Screen } from '../terminal.ts';
import { describeProblems, nameOf, showEvidence, showNearest } from './show-verification.ts';

const indent = '    ';

/** The least width of a sentence, however long the file's name. */
const leastShown = 40;

/** Truncated to one line: enough to recognise the sentence. */
function cut(text: string, width: number): string {
  return text.length <= width ? text : `${text.slice(0, width - 1).replace(/\s\S*$/, '')} …`;
}

const looks = {
  carried: { word: 'supported', color: 'green' },
  misplaced: { word: 'misplaced', color: 'yellow' },
  'altered-quotation': { word: 'quotation altered', color: 'red' },
  'not-carried': { word: 'not supported', color: 'red' },
  'not-checked': { word: 'not checked', color: 'dim' },
} as const;

function whereOf({ status, verification, skipped }: DraftSentence): string {
  if (skipped !== undefined) return ` (${skipped})`;
  const citation = verification?.citation;
  return status === 'carried' && citation !== undefined ? ` by ${nameOf(citation)}` : '';
}

/** "supported by Germany, p. 84". */
export function verdictOf(sentence: DraftSentence): string {
  return `${looks[sentence.status].word}${whereOf(sentence)}`;
}

/**
 * A sentence's finding, without the end of its last line.
 * @param file the draft, which begins the finding with the line, so that editors can jump to it; what is supported is a line
 * there. Without it the sentence was typed, and has all that was found.
 */
export function showFinding(sentence: DraftSentence, screen: Screen, file?: string): string {
  const { line, column, status, text, faults, verification } = sentence;
  const { color } = looks[status];
  const place = file === undefined ? '' : `${file}:${line}:${column}: `;
  const verdict = verdictOf(sentence);
  const head = `${place}${screen.paint(color, verdict)}`;
  if (status === 'not-checked' || (file !== undefined && status === 'carried')) {
    const width = Math.max(leastShown, screen.width - place.length - verdict.length - 2);
    return `${head}: ${screen.paint('dim', cut(text, width))}`;
  }
  const problems = [...faults, ...(verification === undefined ? [] : describeProblems(verification))];
  return [
    head,
    wrapText([text, ...sentence.cited].join(' '), screen.width, indent),
    ...problems.map((problem) => wrapText(problem, screen.width, `${indent}  `, `${indent}- `)),
    ...(verification === undefined ? [] : showEvidence(verification, screen, indent)),
    ...(verification === undefined || file !== undefined ? [] : showNearest(verification, screen, indent)),
  ].join('\n');
}

/** "12 sentences: 8 supported, 1 misplaced, 1 not supported, 2 not checked." */
export function summarizeDraft({
  sentences,
  carried,
  misplaced,
  notCarried,
  notChecked,
}: Draft['summary']): string {
  const counts = [
    [carried, 'supported'],
    [misplaced, 'misplaced'],
    [notCarried, 'not supported'],
    [notChecked, 'not checked'],
  ] as const;
  const told = counts
    .filter(([count]) => count > 0)
    .map(([count, word]) => `${count.toLocaleString('en')} ${word}`);
  return `${countNoun(sentences, 'sentence')}: ${told.join(', ')}.`;
}

/** The number of sentences to look at again. */
export const countFindings = ({ summary: { misplaced, notCarried } }: Draft): number =>
  misplaced + notCarried;

/** What stands below the findings of a draft. */
export function showSummary({ file, summary }: Draft, screen: Screen): string {
  return `\n${screen.paint('bold', `${file}: ${summarizeDraft(summary)}`)}\n`;
}

export function showDraft(draft: Draft, screen: Screen): string {
  const findings = draft.sentences.map((sentence) => `${showFinding(sentence, screen, draft.file)}\n`);
  return [...findings, showSummary(draft, screen)].join('');
}
