/** One turn: its heading, its status, and the answer so far. */
import { rowsOf } from '../../cite/taken-sentences.ts';
import { tellCoverage } from '../../text/tell-coverage.ts';
import type { DocumentListing } from '../../wire/types.ts';
import { FailureView } from '../conversation/failure-view.tsx';
import { isSmallTalk, type StatusLine, statusLine } from '../conversation/status-line.ts';
import { Icon } from '../icon.tsx';
import type { Answer, Outcome, PartialAnswer, Turn } from '../nouns.ts';
import { nameScope } from '../scope/scope.ts';
import { AnswerActs, type TurnActions } from './answer-acts.tsx';
import { Comparison, LeftOut } from './comparison.tsx';
import { NotFound } from './not-found.tsx';
import { Sentences } from './sentence.tsx';
import { StruckSentences } from './struck-sentences.tsx';
import { WhyPassages } from './why-passages.tsx';

function Status({ line }: { line: StatusLine | null }) {
  return (
    <p class="status" role="status">
      {line !== null && (
        <>
          <b>{line.verdict}</b>
          {line.details.map((detail) => ` · ${detail}`)}
        </>
      )}
    </p>
  );
}

/** Confidence below which about half of the answers miss something: on dev 12 of 22 held all facts, above it 265 of 350. */
const lowConfidence = 0.4;

const isLow = ({ status, confidence }: Answer) => status === 'answered' && confidence < lowConfidence;

/** How the question was understood, how complete the answer is, and warnings. */
function Remarks({ answer }: { answer: Answer }) {
  const isUnsure = isLow(answer);
  const { resolvedQuestion, coverage, warnings } = answer;
  return (
    <>
      {resolvedQuestion !== undefined && (
        <p class="resolved">
          Asked as: <q>{resolvedQuestion}</q>
        </p>
      )}
      {coverage !== undefined && <p class="resolved">{tellCoverage(coverage)}</p>}
      {isUnsure && (
        <p class="unsure-note">
          <Icon name="unsure" />
          <span>
            <b>Low confidence:</b> about half of such answers miss what was asked. Read the sentences on their
            pages.
          </span>
        </p>
      )}
      {warnings.length > 0 && (
        <ul class="warnings" aria-label="To bear in mind">
          {warnings.map(({ message }) => (
            <li key={message}>{message}</li>
          ))}
        </ul>
      )}
    </>
  );
}

/** The sentences of an answer, complete or not: a single element throughout, so that focus and previews survive. */
function Body({
  answer,
  documents,
  isBusy,
}: {
  answer: PartialAnswer;
  documents: readonly DocumentListing[];
  isBusy: boolean;
}) {
  const rows = rowsOf(answer);
  if (rows === undefined) return <Sentences answer={answer} isBusy={isBusy} />;
  return (
    <div aria-live="polite" aria-busy={isBusy}>
      <Comparison answer={answer} groups={rows} documents={documents} />
      <LeftOut answer={answer} />
    </div>
  );
}

/** The answer to show for an outcome; null if it has no sentences. */
function bodyOf(outcome: Outcome): PartialAnswer | null {
  if (outcome.state === 'failed') return null;
  if (outcome.state !== 'answered') return outcome.partial;
  return outcome.answer.status === 'answered' ? outcome.answer : null;
}

/** Placeholder for sentences to come. */
function Skeleton() {
  return (
    <div class="skeleton" aria-hidden="true">
      <i />
      <i />
    </div>
  );
}

export function AnswerView({
  turn,
  documents,
  askAgain,
  retry,
}: {
  turn: Turn;
  documents: readonly DocumentListing[];
  /** Asks again; must be a stable function. */
  retry: () => void;
} & TurnActions) {
  const { outcome, question, scope } = turn;
  const line = statusLine(outcome, turn.mode);
  const answer = outcome.state === 'answered' ? outcome.answer : null;
  const body = bodyOf(outcome);
  const where = nameScope(scope, documents);
  return (
    <section class={answer !== null && isLow(answer) ? 'col unsure' : 'col'}>
      {outcome.state !== 'failed' && <h1 class="question">{question}</h1>}
      <Status line={where !== '' && line ? { ...line, details: [...line.details, `only ${where}`] } : line} />
      {answer !== null && <Remarks answer={answer} />}
      {answer?.status === 'not-found' && (
        <NotFound answer={answer} scope={scope} documents={documents} askAgain={askAgain} />
      )}
      {body !== null && <Body answer={body} documents={documents} isBusy={outcome.state === 'asking'} />}
      {outcome.state === 'asking' && <Skeleton />}
      {outcome.state === 'stopped' && (
        <div class="acts">
          <button type="button" class="btn" onClick={() => askAgain()}>
            Ask again
          </button>
        </div>
      )}
      {outcome.state === 'failed' && (
        <FailureView failure={outcome.failure} question={question} retry={retry} />
      )}
      {outcome.state === 'failed' && outcome.failure.kind === 'refused' && turn.mode === 'generate' && (
        <div class="acts">
          <button type="button" class="btn bare" onClick={() => askAgain(scope, 'extract')}>
            Show the report’s own sentences
          </button>
        </div>
      )}
      {answer !== null && !isSmallTalk(answer) && (
        <>
          <AnswerActs turn={turn} answer={answer} askAgain={askAgain} />
          {answer.struck !== undefined && (
            <StruckSentences key={`${answer.id} struck`} struck={answer.struck} />
          )}
          {(answer.status === 'not-found' || answer.citations.length > 0) && (
            <WhyPassages key={answer.id} answer={answer} scope={scope} />
          )}
        </>
      )}
    </section>
  );
}
