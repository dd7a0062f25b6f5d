/** Has a chat model rewrite a follow-up in full, and accepts the result only if it adds nothing new. */

import { fillPrompt } from '../config/prompts.ts';
import type { ChatMessage, ChatModel } from '../core/chat-model.ts';
import { VerseError } from '../core/errors.ts';
import type { Turn } from '../wire/types.ts';

export interface CondenseOptions {
  chat: ChatModel;
  /** The most time, in milliseconds. */
  timeoutMs: number;
  /** A random text that no turn can contain, new for each question. */
  nonce: string;
}

/** A follow-up refers to the last few turns and the beginning of their answers. */
const mostTurns = 4;
const mostOfAnAnswer = 600;
/** The longest accepted question. */
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

/** Letters that forms of a name share: "Swedish" and "Sweden". */
const stemLength = 4;

/** Whether every name and number of a text occurs in the conversation. */
function addsNothing(text: string, said: string): boolean {
  const words = text.match(/[\p{L}\p{N}][\p{L}\p{N}.,’'-]*/gu) ?? [];
  const telling = words.filter((word, at) => /\p{N}/u.test(word) || (at > 0 && /^\p{Lu}/u.test(word)));
  const known = said.toLowerCase();
  return telling.every((word) => {
    const plain = word.toLowerCase().replace(/[.,’'-]+$/u, '');
    return known.includes(/\p{N}/u.test(plain) ? plain : plain.slice(0, stemLength));
  });
}

/** The question in a reply; null if there is none, or if it names something new. */
function readQuestion(reply: string, question: string, history: readonly Turn[]): string | null {
  const [line = '', ...more] = reply.trim().split(/\s*\n\s*/);
  const text = line.replace(/^["“]|["”]$/g, '').trim();
  if (text === '' || more.length > 0 || text.length > mostCharacters) return null;
  const said = [question, ...history.flatMap((turn) => [turn.question, turn.answer])].join('\n');
  return addsNothing(text, said) ? text : null;
}

/**
 * The last question of a conversation in full, by a chat model; null if the model fails, takes too long or gives nothing
 * useful, so that the rules decide.
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
