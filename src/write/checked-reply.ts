/** A reply of the model: read as it is written, each sentence checked and told as soon as it is verified, repaired once. */

import type { ChatMessage, ChatModel } from '../core/chat-model.ts';
import { VerseError } from '../core/errors.ts';
import { foldText } from '../text/fold-text.ts';
import { type CheckedReplySentence, checkSentence, isVerified } from './check-sentence.ts';
import type { Support } from './find-support.ts';
import { askForRepair } from './prompt.ts';
import { createReplyReader, isRefusal, type ReplySentence } from './read-reply.ts';
import { readRepair, replaceFailed } from './repair.ts';
import type { ShownPassage } from './shown.ts';
import type { Telling } from './telling.ts';

/** Several times the word limit; a model that writes more is repeating itself. */
const mostCharacters = 8000;

export interface CheckedReplyOptions {
  chat: ChatModel;
  /** The request for an answer. */
  asked: readonly ChatMessage[];
  shown: readonly ShownPassage[];
  support: Support;
  telling: Telling;
  /** Aborted when the caller no longer waits. */
  caller: AbortSignal | undefined;
  /** Aborted then, and when the model's time is up. */
  signal: AbortSignal;
}

export interface CheckedReply {
  /** Reads the reply and tells its sentences as they come, up to the first that fails, which may be repaired. */
  write(): Promise<void>;
  /** Has the failed sentences written again, once. */
  repair(): Promise<void>;
  /** Tells the verified sentences that have not been told yet. */
  tellRest(): Promise<void>;
  /** Its sentences so far. */
  sentences(): readonly CheckedReplySentence[];
  /** Whether it says that there is no answer. */
  refuses(): boolean;
}

export function createCheckedReply(options: CheckedReplyOptions): CheckedReply {
  const { chat, asked, shown, support, telling, caller, signal } = options;
  const reader = createReplyReader();
  let checked: CheckedReplySentence[] = [];
  /** How many of them have been told. */
  let told = 0;

  async function check(sentences: readonly ReplySentence[]): Promise<CheckedReplySentence[]> {
    const results: CheckedReplySentence[] = [];
    for (const sentence of sentences) {
      results.push(await checkSentence(sentence, shown, support));
      caller?.throwIfAborted();
    }
    return results;
  }

  async function take(sentences: readonly ReplySentence[]): Promise<void> {
    for (const sentence of sentences) {
      // Small models repeat themselves.
      if (checked.some((one) => foldText(one.sentence.text) === foldText(sentence.text))) continue;
      checked.push(...(await check([sentence])));
      await tellWhile(isVerified);
    }
  }

  async function tellWhile(isNext: (one: CheckedReplySentence) => boolean): Promise<void> {
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
      // A sentence that says there is no answer needs no repair.
      const failed = checked.filter((one) => !isVerified(one) && !isRefusal(one.sentence));
      if (failed.length === 0) return;
      let reply = '';
      for await (const piece of chat.reply(askForRepair(asked, reader.text(), failed), signal)) {
        reply += piece;
        if (reply.length > mostCharacters) break;
      }
      const repaired: CheckedReplySentence[][] = [];
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
