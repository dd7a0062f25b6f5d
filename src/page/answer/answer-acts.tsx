/** Actions on an answer: copy it in the formats of other programs, ask again in another scope or mode. */
import { useState } from 'preact/hooks';
import { type CitationFormat, mediaTypes } from '../../cite/citation-formats.ts';
import { citeAnswer } from '../../cite/cite-answer.ts';
import { rowsOf } from '../../cite/taken-sentences.ts';
import { toReferenceLines } from '../../cite/to-text.ts';
import { toFootnotedHtml } from '../../cite/to-word.ts';
import { writeAddress } from '../address.ts';
import { fileAddress } from '../api.ts';
import { fullQuestion } from '../conversation/history.ts';
import { Icon } from '../icon.tsx';
import type { Answer, Scope, Turn } from '../nouns.ts';
import { CopyButton } from './copy-button.tsx';

/** Saves a text as a file. */
function save(name: string, text: string, type: string): void {
  const link = document.createElement('a');
  link.download = name;
  link.href = URL.createObjectURL(new Blob([text], { type }));
  link.click();
  URL.revokeObjectURL(link.href);
}

/** What reference managers and word processors take. */
function OtherFormats({ answer }: { answer: Answer }) {
  const cite = (format: CitationFormat) => () => citeAnswer(answer, format, fileAddress);
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset is for the controls of a form.
    <div class="acts formats" id="formats" role="group" aria-label="Formats of other programs">
      <CopyButton
        label="Footnotes for Word"
        text={cite('text')}
        html={() => toFootnotedHtml(answer, fileAddress)}
      />
      <button
        type="button"
        class="btn bare"
        onClick={() => save('answer.rtf', cite('rtf')(), mediaTypes.rtf)}
      >
        RTF file
      </button>
      <CopyButton label="BibTeX" text={cite('bibtex')} />
      <CopyButton label="RIS" text={cite('ris')} />
      <CopyButton label="CSL-JSON" text={cite('csl')} />
      <CopyButton label="Reference" text={() => toReferenceLines(answer, fileAddress).join('\n')} />
      {rowsOf(answer) === undefined && <CopyButton label="CSV" text={cite('csv')} />}
    </div>
  );
}

function TakeAway({ turn, answer }: { turn: Turn; answer: Answer }) {
  const [hasOthers, setOthers] = useState(false);
  const link = () => new URL(writeAddress({ ...turn, question: fullQuestion(turn) }), location.origin).href;
  const checked = answer.sentences.filter(({ verified }) => verified).length;
  const isWhole = checked === answer.sentences.length;
  const label = isWhole ? 'Copy with citations' : `Copy the ${checked} checked sentences`;
  const isCited = answer.citations.length > 0;
  return (
    <>
      <CopyButton
        primary
        icon="copy"
        label={answer.status === 'not-found' ? 'Copy this finding' : label}
        text={() => citeAnswer(answer, 'text', fileAddress)}
      />
      <CopyButton label="Markdown" text={() => citeAnswer(answer, 'markdown', fileAddress)} />
      {rowsOf(answer) !== undefined && (
        <CopyButton label="CSV" text={() => citeAnswer(answer, 'csv', fileAddress)} />
      )}
      <CopyButton label="Link" text={link} />
      {isCited && (
        <button
          type="button"
          class="btn bare"
          aria-expanded={hasOthers}
          aria-controls="formats"
          onClick={() => setOthers(!hasOthers)}
        >
          More formats
          <Icon name="down" class={hasOthers ? 'upward' : ''} />
        </button>
      )}
      {isCited && hasOthers && <OtherFormats answer={answer} />}
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
