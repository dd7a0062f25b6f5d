/** The question box: always visible, grows to five lines. */
import type { ComponentChildren, RefObject } from 'preact';
import { Icon } from '../icon.tsx';
import type { Mode } from '../nouns.ts';

function ModeChoice({ mode, onMode }: { mode: Mode; onMode: (mode: Mode) => void }) {
  const choices: { value: Mode; label: string }[] = [
    { value: 'extract', label: 'Quoted' },
    { value: 'generate', label: 'Written by the model, checked' },
  ];
  return (
    <fieldset class="mode">
      <legend class="sr">Kind of answer</legend>
      {choices.map(({ value, label }) => (
        <label key={value}>
          <input type="radio" name="mode" checked={mode === value} onChange={() => onMode(value)} />
          {label}
        </label>
      ))}
    </fieldset>
  );
}

export interface QuestionBoxProps {
  box: RefObject<HTMLTextAreaElement | null>;
  text: string;
  placeholder: string;
  /** Whether there is a single report. */
  isOne: boolean;
  isDisabled: boolean;
  isAsking: boolean;
  mode: Mode;
  /** Null if no language model can write answers. */
  onMode: ((mode: Mode) => void) | null;
  onText: (text: string) => void;
  onAsk: () => void;
  onStop: () => void;
  /** Where it is searched. */
  children?: ComponentChildren;
}

export function QuestionBox(props: QuestionBoxProps) {
  const {
    box,
    text,
    placeholder,
    isOne,
    isDisabled,
    isAsking,
    mode,
    onMode,
    onText,
    onAsk,
    onStop,
    children,
  } = props;
  return (
    <search class={isDisabled ? 'ask off' : 'ask'}>
      <div class="ask-frame">
        <form
          class="col"
          onSubmit={(event) => {
            event.preventDefault();
            onAsk();
          }}
        >
          {children}
          <div class="box">
            <textarea
              ref={box}
              id="question"
              rows={1}
              maxLength={2000}
              aria-label="Ask the report a question"
              placeholder={placeholder}
              disabled={isDisabled}
              value={text}
              onInput={(event) => onText(event.currentTarget.value)}
              onKeyDown={(event) => {
                if (event.key !== 'Enter' || event.shiftKey || event.isComposing) return;
                event.preventDefault();
                onAsk();
              }}
            />
            {isAsking ? (
              <button type="button" class="btn" onClick={onStop}>
                <Icon name="stop" />
                Stop
              </button>
            ) : (
              <button type="submit" class="btn primary" disabled={isDisabled}>
                Ask
              </button>
            )}
          </div>
          <div class="under">
            {onMode === null ? (
              <span class="mode-fixed">Answers are quoted from the {isOne ? 'report' : 'reports'}</span>
            ) : (
              <ModeChoice mode={mode} onMode={onMode} />
            )}
            <span class="keys" aria-hidden="true">
              <span>
                <kbd>/</kbd> type
              </span>
              <span>
                <kbd>Enter</kbd> ask
              </span>
              <span>
                <kbd>1</kbd>–<kbd>9</kbd> page
              </span>
              <span>
                <kbd>Esc</kbd> close
              </span>
            </span>
          </div>
        </form>
      </div>
    </search>
  );
}
