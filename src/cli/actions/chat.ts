/** `verse chat`: a conversation in the terminal, or the questions of a pipe. */
import { VerseError } from '../../core/errors.ts';
import { countNoun } from '../../text/count-noun.ts';
import { holdConversation } from '../chat/hold-conversation.ts';
import { nameAsked } from '../chat/name-asked.ts';
import type { Session } from '../chat/session.ts';
import { type ScopeOptions, toMode, toScope, type WriteOptions } from '../options.ts';
import { withAssistant } from '../with-assistant.ts';

export interface ChatOptions extends ScopeOptions, WriteOptions {
  answerRate?: number;
  json?: true;
}

/** @throws VerseError of the first line that could not be answered. */
export async function chat(
  { terminal, config, readLines }: Session,
  { answerRate, json, ...scope }: ChatOptions,
): Promise<void> {
  const { chatModel } = scope;
  await withAssistant(config({ answerRate, chatModel }), terminal, async (assistant) => {
    const lines = readLines('> ');
    if (lines.isInteractive && json !== true) {
      const about = nameAsked(await assistant.documents(), toScope(scope));
      terminal.out(`Ask about ${about}; /help lists what else there is.\n`);
    }
    const failures = await holdConversation(lines, {
      assistant,
      terminal,
      scope: { ...toScope(scope), ...toMode(scope) },
      json: json === true,
    }).finally(() => lines.close());
    const [first] = failures;
    if (first !== undefined) {
      const failed = countNoun(failures.length, 'line');
      throw new VerseError(first.code, `${failed} could not be answered, as said above.`);
    }
  });
}
