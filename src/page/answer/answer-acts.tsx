/** Actions on an answer: copy it, ask again in another scope or mode. */
import { writeAddress } from '../address.ts';
import { fullQuestion } from '../conversation/history.ts';
import type { Answer, Scope, Turn } from '../nouns.ts';
import { CopyButton } from './copy-button.tsx';
import { toCsv, toMarkdown, toReference, toText } from './take-away.ts';

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

export interface TurnActions {
  askAgain(scope?: Scope, mode?: Turn['mode']): void;
}

export function AnswerActs({ turn, answer, askAgain }: { turn: Turn; answer: Answer } & TurnActions) {
  const isWritten = answer.sentences.some(({ origin }) => origin === 'written');
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset is for the controls of a form.
    <div class="acts" role="group" aria-label="What to do with it">
      <TakeAway turn={turn} answer={answer} />
      {isWritten && (
        <button type="button" class="btn bare" onClick={() => askAgain(turn.scope, 'extract')}>
          Show the report’s own sentences
        </button>
      )}
    </div>
  );
}
