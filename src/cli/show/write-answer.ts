/** Writes an answer to the terminal while it is made: the same text as `showAnswer` gives, sentence by sentence. */
import type { AskOptions } from '../../assistant/assistant.ts';
import type { Answer } from '../../wire/types.ts';
import type { Terminal } from '../terminal.ts';
import { type BegunAnswer, showAnswer, showBegun } from './show-answer.ts';

export interface AnswerWriter extends Required<Pick<AskOptions, 'onHits' | 'onSentence'>> {
  /** Writes what is left of the answer. */
  finish(answer: Answer): void;
  /** Ends the line where an answer was stopped half way. */
  stop(): void;
}

/** A writer of one answer. Comparisons come whole, at the end: only then is it known who is silent. */
export function createAnswerWriter(terminal: Pick<Terminal, 'out' | 'width' | 'paint'>): AnswerWriter {
  let begun: BegunAnswer = { sentences: [], citations: [] };
  let written = '';
  const write = (text: string) => {
    // Sentences that were taken back are not to happen; if they do, the whole answer follows rather than half of it.
    const rest = text.startsWith(written) ? text.slice(written.length) : `\n\n${text}`;
    terminal.out(rest);
    written = text;
  };
  return {
    onHits: ({ resolvedQuestion }) => {
      if (resolvedQuestion === undefined) return;
      begun = { ...begun, resolvedQuestion };
      write(showBegun(begun, terminal));
    },
    onSentence: ({ sentence, citations, group }) => {
      if (group !== undefined) return;
      begun = {
        ...begun,
        sentences: [...begun.sentences, sentence],
        citations: [...begun.citations, ...citations],
      };
      write(showBegun(begun, terminal));
    },
    finish: (answer) => write(showAnswer(answer, terminal)),
    stop: () => {
      if (written !== '') terminal.out('\n');
    },
  };
}
