/** A draft under way: read as the model writes it, checked, told as far as it stands, repaired once. */

import type { ChatMessage, ChatModel } from '../core/chat-model.ts';
import { VerseError } from '../core/errors.ts';
import { type CheckedSentence, checkSentence, isVerified } from './check-sentence.ts';
import type { Support } from './find-support.ts';
import { askForRepair } from './prompt.ts';
import { createReplyReader, isRefusal, type ReplySentence } from './read-reply.ts';
import { readRepair, replaceFailed } from './repair.ts';
import type { ShownPassage } from './shown.ts';
import type { Telling } from './telling.ts';

/** Several times what the word limit lets a model write; one that goes on repeats itself. */
const mostCharacters = 8000;

export interface DraftOptions {
  chat: ChatModel;
  /** The request for an answer. */
  asked: readonly ChatMessage[];
  shown: readonly ShownPassage[];
  support: Support;
  telling: Telling;
  /** Aborted when nobody waits any more. */
  caller: AbortSignal | undefined;
  /** Aborted then, and when the model's time is up. */
  signal: AbortSignal;
}

export interface Draft {
  /** Has it written, and tells its sentences as they come, up to the first that is not verified: that may be repaired. */
  write(): Promise<void>;
  /** Has what is not verified written again, once. */
  repair(): Promise<void>;
  /** Tells what is verified and was not told yet. */
  tellRest(): Promise<void>;
  /** Its sentences so far. */
  sentences(): readonly CheckedSentence[];
  /** Whether it says that there is no answer, whatever else it says. */
  refuses(): boolean;
}

export function createDraft(options: DraftOptions): Draft {
  const { chat, asked, shown, support, telling, caller, signal } = options;
  const reader = createReplyReader();
  let checked: CheckedSentence[] = [];
  /** The first so many are told. */
  let told = 0;

  async function check(sentences: readonly ReplySentence[]): Promise<CheckedSentence[]> {
    const results: CheckedSentence[] = [];
    for (const sentence of sentences) {
      results.push(await checkSentence(sentence, shown, support));
      caller?.throwIfAborted();
    }
    return results;
  }

  async function take(sentences: readonly ReplySentence[]): Promise<void> {
    for (const sentence of sentences) {
      // Small models repeat themselves.
      if (checked.some((one) => one.sentence.text === sentence.text)) continue;
      checked.push(...(await check([sentence])));
      await tellWhile(isVerified);
    }
  }

  async function tellWhile(isNext: (one: CheckedSentence) => boolean): Promise<void> {
    for (let next = checked[told]; next !== undefined && isNext(next); next = checked[told]) {
      told += 1;
      if (isVerified(next)) await telling.tell(next);
    }
  }

  return {
    write: async () => {
      for await (const piece of chat.reply(asked, signal)) {
        await take(reader.push(piece));
        if (reader.text().length > mostCharacters) {
          throw new VerseError('chat-failed', `${chat.id} wrote on and on.`, 'Take another model.');
        }
      }
      await take(reader.end());
    },
    repair: async () => {
      // What says that there is no answer has nothing to mend.
      const failed = checked.filter((one) => !isVerified(one) && !isRefusal(one.sentence));
      if (failed.length === 0) return;
      let reply = '';
      for await (const piece of chat.reply(askForRepair(asked, reader.text(), failed), signal)) {
        reply += piece;
        if (reply.length > mostCharacters) break;
      }
      const repaired: CheckedSentence[][] = [];
      for (const sentences of readRepair(reply, failed.length)) {
        repaired.push((await check(sentences)).filter(isVerified));
      }
      checked = replaceFailed(checked, failed, repaired);
    },
    tellRest: () => tellWhile(() => true),
    sentences: () => checked,
    refuses: () => checked.some((one) => isRefusal(one.sentence)),
  };
}
