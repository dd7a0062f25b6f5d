/** What a question has come to: its heading, its status, and the answer as far as it is there. */
import type { DocumentListing } from '../wire.ts';
import { writeAddress } from './address.ts';
import { Comparison } from './comparison.tsx';
import { CopyButton } from './copy-button.tsx';
import { FailureView } from './failure-view.tsx';
import { fullQuestion } from './history.ts';
import { NotFound } from './not-found.tsx';
import type { Answer, PartialAnswer, Scope, Turn } from './nouns.ts';
import { Sentences } from './sentence.tsx';
import { type StatusLine, statusLine } from './status-line.ts';
import { toCsv, toMarkdown, toReference, toText } from './take-away.ts';
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

/**
 * Under it about half of the answers are to questions that the report does not answer (44 of 85 on the dev split had
 * one in it, and 213 of 298 above it).
 */
const lowConfidence = 0.5;

function Warnings({ answer }: { answer: Answer }) {
  const isUnsure = answer.status === 'answered' && answer.confidence < lowConfidence;
  if (answer.warnings.length === 0 && !isUnsure) return null;
  return (
    <ul class="warnings" aria-label="To bear in mind">
      {isUnsure && (
        <li>
          <b>Low confidence:</b> about half of such answers are beside the point. Read the sentences on their
          pages.
        </li>
      )}
      {answer.warnings.map(({ code, message }) => (
        <li key={code}>{message}</li>
      ))}
    </ul>
  );
}

/** A chapter that the question names, though the search was not narrowed to it. */
function chapterToTry(answer: Answer, scope: Scope, documents: readonly DocumentListing[]): Scope | null {
  if (scope.chapter !== undefined) return null;
  for (const { id, chapters } of documents) {
    const chapter = chapters.find(({ name }) => answer.explanation?.lookedFor.includes(name));
    if (chapter !== undefined) return { document: id, chapter: chapter.name };
  }
  return null;
}

function TakeAway({ turn, answer }: { turn: Turn; answer: Answer }) {
  const link = () => new URL(writeAddress({ ...turn, question: fullQuestion(turn) }), location.origin).href;
  const checked = answer.sentences.filter(({ verified }) => verified).length;
  const isWhole = checked === answer.sentences.length;
  const label = isWhole ? 'Copy with citations' : `Copy the ${checked} checked sentences`;
  return (
    <>
      <CopyButton
        primary
        icon="copy"
        label={answer.status === 'not-found' ? 'Copy this finding' : label}
        text={() => toText(answer)}
      />
      <CopyButton label="Markdown" text={() => toMarkdown(answer)} />
      {answer.groups !== undefined && <CopyButton label="CSV" text={() => toCsv(answer)} />}
      {answer.status === 'answered' && <CopyButton label="Reference" text={() => toReference(answer)} />}
      <CopyButton label="Link" text={link} />
    </>
  );
}

interface TurnActions {
  askAgain(scope?: Scope, mode?: Turn['mode']): void;
}

function Answered({
  turn,
  answer,
  documents,
  askAgain,
}: { turn: Turn; answer: Answer; documents: readonly DocumentListing[] } & TurnActions) {
  const chapter = answer.status === 'not-found' ? chapterToTry(answer, turn.scope, documents) : null;
  const isWritten = answer.sentences.some(({ origin }) => origin === 'written');
  return (
    <>
      {answer.resolvedQuestion !== undefined && (
        <p class="resolved">
          Asked as: <q>{answer.resolvedQuestion}</q>
        </p>
      )}
      <Warnings answer={answer} />
      {answer.status === 'not-found' && <NotFound answer={answer} />}
      {answer.status === 'answered' &&
        (answer.groups === undefined ? (
          <Sentences answer={answer} />
        ) : (
          <Comparison answer={answer} groups={answer.groups} documents={documents} />
        ))}
      {/* biome-ignore lint/a11y/useSemanticElements: a fieldset is for the controls of a form. */}
      <div class="acts" role="group" aria-label="What to do with it">
        {chapter !== null && (
          <button type="button" class="btn" onClick={() => askAgain(chapter)}>
            Search the {chapter.chapter} chapter only
          </button>
        )}
        <TakeAway turn={turn} answer={answer} />
        {isWritten && (
          <button type="button" class="btn bare" onClick={() => askAgain(turn.scope, 'extract')}>
            Show the report’s own sentences
          </button>
        )}
      </div>
      <WhyPassages key={answer.id} answer={answer} scope={turn.scope} />
    </>
  );
}

/** What has come of an answer that is not whole. */
function SoFar({
  partial,
  documents,
  isBusy,
}: {
  partial: PartialAnswer;
  documents: readonly DocumentListing[];
  isBusy: boolean;
}) {
  if (partial.groups === undefined) return <Sentences answer={partial} isBusy={isBusy} />;
  return (
    <div aria-live="polite" aria-busy={isBusy}>
      <Comparison answer={partial} groups={partial.groups} documents={documents} />
    </div>
  );
}

/** Where sentences will stand. */
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
  /** Asks the same again; the same function for the same turn. */
  retry: () => void;
} & TurnActions) {
  const { outcome, question, scope } = turn;
  const line = statusLine(outcome, turn.mode);
  return (
    <section class="col">
      {outcome.state !== 'failed' && <h1 class="question">{question}</h1>}
      <Status
        line={scope.chapter && line ? { ...line, details: [...line.details, `only ${scope.chapter}`] } : line}
      />
      {outcome.state === 'asking' && (
        <>
          <SoFar partial={outcome.partial} documents={documents} isBusy />
          <Skeleton />
        </>
      )}
      {outcome.state === 'stopped' && (
        <>
          <SoFar partial={outcome.partial} documents={documents} isBusy={false} />
          <div class="acts">
            <button type="button" class="btn" onClick={() => askAgain()}>
              Ask again
            </button>
          </div>
        </>
      )}
      {outcome.state === 'failed' && (
        <FailureView failure={outcome.failure} question={question} retry={retry} />
      )}
      {outcome.state === 'answered' && (
        <Answered turn={turn} answer={outcome.answer} documents={documents} askAgain={askAgain} />
      )}
    </section>
  );
}
