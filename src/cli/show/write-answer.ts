/** Writes an answer to the terminal; the whole is the text of `showAnswer`. */
import type { AskOptions } from '../../assistant/assistant.ts';
import type { Answer } from '../../wire/types.ts';
import type { Terminal } from '../terminal.ts';
import { type BegunAnswer, showAnswer, showBegun } from './show-answer.ts';

export interface AnswerWriter extends Required<Pick<AskOptions, 'onHits' | 'onSentence'>> {
  /** Writes the rest of the answer. */
  finish(answer: Answer): void;
  /** Ends the line of an answer that was stopped. */
  stop(): void;
}

/**
 * Writes one answer. What a language model writes takes seconds and comes sentence by sentence; a quoted answer is there at
 * once, and its warnings come before it. A comparison is written at the end, when it is known for which places nothing is
 * stated.
 */
export function createAnswerWriter(terminal: Pick<Terminal, 'out' | 'width' | 'paint'>): AnswerWriter {
  let begun: BegunAnswer = { sentences: [], citations: [] };
  let written = '';
  const write = (text: string) => {
    // Sentences should never be taken back; if they are, print the whole answer rather than half of it.
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
      if (group !== undefined || sentence.origin !== 'written') return;
      begun = {
        ...begun,
        sentences: [...begun.sentences, sentence],
        citations: [...begun.citations, ...citations],
      };
      write(showBegun(begun, terminal));
    },
    finish: (answer) => write(showAnswer(answer, terminal, begun.sentences.length > 0)),
    stop: () => {
      if (written !== '') terminal.out('\n');
    },
  };
}
