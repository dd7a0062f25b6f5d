/** The line under a question: the outcome in bold, then details. */

import { countNoun } from '../../text/count-noun.ts';
import type { Answer } from '../../wire/types.ts';
import { duration } from '../answer/readable.ts';
import type { AnswerSentence, Mode, Outcome, Turn } from '../nouns.ts';

export interface StatusLine {
  verdict: string;
  details: string[];
}

/** "Not found" in two words, by its reason. */
export const verdicts: Record<NonNullable<Answer['reason']>, string> = {
  'off-topic': 'Nothing near it',
  'no-chapter': 'No chapter on it',
  'not-mentioned': 'Not mentioned',
  'not-stated': 'Not stated',
};

/** Of what was narrowed no more is said than that it stands not there. */
function verdictOf({ reason, explanation }: Answer): string {
  return explanation?.scope === undefined ? verdicts[reason ?? 'not-stated'] : 'Not found there';
}

/** Whether it only replies to a greeting or the like: it answers no question of the reports. */
export function isSmallTalk({ sentences }: Pick<Answer, 'sentences'>): boolean {
  return sentences.length > 0 && sentences.every(({ origin }) => origin === 'said');
}

function isWritten({ sentences }: Answer): boolean {
  return sentences.some(({ origin }) => origin === 'written');
}

function describeFound(answer: Answer): string {
  if (answer.groups !== undefined) {
    const stated = answer.groups.filter(({ sentences }) => sentences.length > 0).length;
    return `Answered for ${stated} of ${countNoun(answer.groups.length, 'chapter')}`;
  }
  if (answer.citations.length === 0) return 'Known of the document';
  const passages = new Set(answer.citations.map(({ passageId }) => passageId)).size;
  const chapters = new Set(answer.citations.map(({ document, chapter }) => `${document} ${chapter}`)).size;
  const verb = isWritten(answer) ? 'Written' : 'Answered';
  return `${verb} from ${countNoun(passages, 'passage')} in ${countNoun(chapters, 'chapter')}`;
}

const countOf = ({ sentences }: Answer, sort: AnswerSentence['origin']): number =>
  sentences.filter(({ origin }) => origin === sort).length;

/** How the sentences were come by that no language model wrote: "quoted verbatim, 1 reckoned". */
function describeOrigins(answer: Answer): string {
  const known = countOf(answer, 'known');
  const computed = countOf(answer, 'computed');
  return [
    ...(countOf(answer, 'quoted') > 0 ? ['quoted\u00a0verbatim'] : []),
    ...(known > 0 ? ['known of the document'] : []),
    ...(computed > 0 ? [`${computed} reckoned`] : []),
  ].join(', ');
}

function describeCheck(answer: Answer): string[] {
  if (answer.citations.length === 0) return [];
  if (!isWritten(answer)) return [describeOrigins(answer)];
  const passed = answer.sentences.filter(({ verified }) => verified).length;
  return [`${passed} of ${countNoun(answer.sentences.length, 'sentence')} passed the check`];
}

function answeredLine(answer: Answer): StatusLine | null {
  if (isSmallTalk(answer)) return null;
  const time = duration(answer.timings.totalMs);
  return answer.status === 'not-found'
    ? { verdict: verdictOf(answer), details: [time, 'nothing quoted as an answer'] }
    : { verdict: describeFound(answer), details: [time, ...describeCheck(answer)] };
}

function askingLine({ partial, passages }: Extract<Outcome, { state: 'asking' }>, mode: Mode): StatusLine {
  const details = passages === null ? [] : [`${countNoun(passages, 'passage')} found`];
  const count = partial.sentences.length;
  return count === 0
    ? { verdict: mode === 'generate' && passages !== null ? 'Writing' : 'Searching the report', details }
    : { verdict: `${countNoun(count, 'sentence')} so far`, details };
}

/** The line for an outcome; null for small talk, and for a failure, which has its own heading. */
export function statusLine(outcome: Outcome, mode: Mode): StatusLine | null {
  switch (outcome.state) {
    case 'asking':
      return askingLine(outcome, mode);
    case 'answered':
      return answeredLine(outcome.answer);
    case 'stopped': {
      const count = outcome.partial.sentences.length;
      const rest = count === 0 ? 'nothing was answered' : `${countNoun(count, 'sentence')} had come`;
      return { verdict: 'Stopped', details: [rest] };
    }
    case 'failed':
      return null;
  }
}

/** The short status in the list of questions. */
export function turnSummary({ outcome }: Turn): string {
  if (outcome.state === 'asking') return 'Searching';
  if (outcome.state === 'stopped') return 'Stopped';
  if (outcome.state === 'failed') return 'No answer yet';
  const { answer } = outcome;
  if (answer.status === 'not-found') return verdictOf(answer);
  if (isSmallTalk(answer)) return 'No question';
  if (answer.groups !== undefined) {
    const stated = answer.groups.filter(({ sentences }) => sentences.length > 0).length;
    return `Table, ${stated} of ${answer.groups.length} stated`;
  }
  const passed = answer.sentences.filter(({ verified }) => verified).length;
  if (isWritten(answer)) return `Written, ${passed} of ${answer.sentences.length} checked`;
  const quoted = countOf(answer, 'quoted');
  return quoted > 0 ? `${countNoun(quoted, 'sentence')} quoted` : 'Known of the document';
}
