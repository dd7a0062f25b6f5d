/** A conversation in the terminal; keeps the turns that follow-ups refer to. */
import type { Assistant } from '../../assistant/assistant.ts';
import { VerseError } from '../../core/errors.ts';
import { toPlainJson } from '../../text/control-signs.ts';
import { askRequestSchema, mostTurns } from '../../wire/ask-request.ts';
import { placeOf } from '../../wire/places.ts';
import type { Answer, AskRequest, Citation, Turn } from '../../wire/types.ts';
import { createAnswerWriter } from '../show/write-answer.ts';
import type { Terminal } from '../terminal.ts';

export interface TalkOptions {
  assistant: Assistant;
  terminal: Terminal;
  /** The scope and mode of every question. */
  scope: Omit<AskRequest, 'question' | 'history' | 'stream'>;
  /** Prints each answer as one line of JSON. */
  json: boolean;
}

export interface Talk {
  /** Asks, prints the answer, and keeps the turn unless it was stopped. @throws VerseError as the assistant does. */
  ask(question: string): Promise<void>;
  /** Stops the current answer; false if there is none. */
  stop(): boolean;
  /** Forgets the turns so far. */
  forget(): void;
  /** The pages cited so far, one line per chapter. */
  listPages(): string;
}

/** "Sweden, pp. 181, 183" for each chapter of each document, in the order first cited. */
function listPages(answers: readonly Answer[]): string {
  const places: Citation[] = [];
  for (const citation of answers.flatMap(({ citations }) => citations)) {
    const isOwn = ({ document, chapter }: Citation) =>
      document === citation.document && chapter === citation.chapter;
    const at = places.findIndex(isOwn);
    const pages = [...new Set([...(places[at]?.pages ?? []), ...citation.pages])].sort((a, b) => a - b);
    places.splice(at < 0 ? places.length : at, 1, { ...citation, pages });
  }
  const lines = places.map((place) => `${placeOf(place)}\n`);
  return lines.length === 0 ? 'Nothing is cited yet.\n' : lines.join('');
}

/** A turn as it was understood: then what followed from what stays as it was. */
const toTurn = ({ question, resolvedQuestion, answer }: Answer): Turn => ({
  question: resolvedQuestion ?? question,
  answer,
});

export function startTalk({ assistant, terminal, scope, json }: TalkOptions): Talk {
  let answers: Answer[] = [];
  let running: AbortController | undefined;
  const answer = async (request: AskRequest, signal: AbortSignal) => {
    if (json) {
      const whole = await assistant.ask(request, { signal });
      terminal.out(`${toPlainJson(whole)}\n`);
      return whole;
    }
    const writer = createAnswerWriter(terminal);
    try {
      const whole = await assistant.ask(request, { signal, ...writer });
      writer.finish(whole);
      return whole;
    } catch (error) {
      writer.stop();
      throw error;
    }
  };
  return {
    ask: async (question) => {
      const history = answers.slice(-mostTurns).map(toTurn);
      const request = askRequestSchema.safeParse({ question, history, ...scope });
      if (!request.success)
        throw new VerseError('bad-input', 'A question has at most 2,000 characters.', 'Ask in two.');
      running = new AbortController();
      const { signal } = running;
      try {
        answers.push(await answer(request.data, signal));
      } catch (error) {
        if (!signal.aborted) throw error;
        terminal.err('Stopped.\n');
      } finally {
        running = undefined;
      }
    },
    stop: () => {
      running?.abort();
      return running !== undefined;
    },
    forget: () => {
      answers = [];
    },
    listPages: () => listPages(answers),
  };
}
