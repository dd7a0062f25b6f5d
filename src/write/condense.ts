/** Has a chat model put a follow-up in full, and takes it only where it adds nothing that was not said. */

import { fillPrompt } from '../config/prompts.ts';
import type { ChatMessage, ChatModel } from '../core/chat-model.ts';
import { VerseError } from '../core/errors.ts';
import type { Turn } from '../wire/types.ts';

export interface CondenseOptions {
  chat: ChatModel;
  /** The most time, in milliseconds. */
  timeoutMs: number;
  /** A text that no turn can know, new for each question. */
  nonce: string;
}

/** A follow-up reaches back a few turns, and to the beginning of an answer. */
const mostTurns = 4;
const mostOfAnAnswer = 600;
/** No question in full is longer. */
const mostCharacters = 400;

function toLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}

function askForQuestion(question: string, history: readonly Turn[], nonce: string): ChatMessage[] {
  const turns = history
    .slice(-mostTurns)
    .map(
      (turn) => `Question: ${toLine(turn.question)}\nAnswer: ${toLine(turn.answer).slice(0, mostOfAnAnswer)}`,
    );
  const conversation = turns.join('\n\n');
  return [
    { role: 'system', text: fillPrompt('condense', { nonce }) },
    {
      role: 'user',
      text: fillPrompt('show-conversation', { nonce, conversation, question: toLine(question) }),
    },
  ];
}

/** Letters by which a name is known in another form: "Swedish" and "Sweden". */
const stemLength = 4;

/** Whether each name and each number of a text stands in what was said. */
function addsNothing(text: string, said: string): boolean {
  const words = text.match(/[\p{L}\p{N}][\p{L}\p{N}.,’'-]*/gu) ?? [];
  const telling = words.filter((word, at) => /\p{N}/u.test(word) || (at > 0 && /^\p{Lu}/u.test(word)));
  const known = said.toLowerCase();
  return telling.every((word) => {
    const plain = word.toLowerCase().replace(/[.,’'-]+$/u, '');
    return known.includes(/\p{N}/u.test(plain) ? plain : plain.slice(0, stemLength));
  });
}

/** The question out of a reply; null where it is none, or names what nobody did. */
function readQuestion(reply: string, question: string, history: readonly Turn[]): string | null {
  const [line = '', ...more] = reply.trim().split(/\s*\n\s*/);
  const text = line.replace(/^["“]|["”]$/g, '').trim();
  if (text === '' || more.length > 0 || text.length > mostCharacters) return null;
  const said = [question, ...history.flatMap((turn) => [turn.question, turn.answer])].join('\n');
  return addsNothing(text, said) ? text : null;
}

/**
 * The last question of a conversation in full, as a chat model puts it; null where the model fails, takes too long or
 * says what is of no use: then rules have to do.
 * @throws the reason of `signal`, once that is aborted.
 */
export async function condenseQuestion(
  question: string,
  history: readonly Turn[],
  { chat, timeoutMs, nonce }: CondenseOptions,
  signal?: AbortSignal,
): Promise<string | null> {
  const deadline = AbortSignal.timeout(timeoutMs);
  const either = signal === undefined ? deadline : AbortSignal.any([signal, deadline]);
  let reply = '';
  try {
    for await (const piece of chat.reply(askForQuestion(question, history, nonce), either)) {
      reply += piece;
      if (reply.length > mostCharacters * 2) return null;
    }
  } catch (error) {
    signal?.throwIfAborted();
    if (deadline.aborted || (error instanceof VerseError && error.code === 'chat-failed')) return null;
    throw error;
  }
  return readQuestion(reply, question, history);
}
