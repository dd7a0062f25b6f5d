/** Counts the tokens that a chat model takes in and gives out. */

import type { ChatModel, TokenUsage } from '../core/chat-model.ts';
import { estimateTokens } from '../text/estimate-tokens.ts';

/** The sum of all calls. */
export interface MeteredUsage extends TokenUsage {
  /** Whether at least one of them is an estimate and not the provider's count. */
  estimated: boolean;
}

export interface MeteredChat extends ChatModel {
  /** The usage so far; undefined if no call has returned anything. */
  usage(): MeteredUsage | undefined;
}

/**
 * The same model with its calls counted: by the provider if it tells, otherwise, or for a reply that was not read to its
 * end, by estimate. A call that fails before anything arrives counts nothing.
 */
export function meterChat(chat: ChatModel): MeteredChat {
  let total: MeteredUsage | undefined;
  const add = ({ inputTokens, outputTokens }: TokenUsage, isEstimate: boolean) => {
    total = {
      inputTokens: (total?.inputTokens ?? 0) + inputTokens,
      outputTokens: (total?.outputTokens ?? 0) + outputTokens,
      estimated: (total?.estimated ?? false) || isEstimate,
    };
  };
  return {
    id: chat.id,
    usage: () => total,
    async *reply(messages, signal, onUsage) {
      let told: TokenUsage | undefined;
      let reply = '';
      try {
        const pieces = chat.reply(messages, signal, (usage) => {
          told = usage;
          onUsage?.(usage);
        });
        for await (const piece of pieces) {
          reply += piece;
          yield piece;
        }
      } finally {
        const sent = messages.map(({ text }) => text).join('\n');
        if (told !== undefined) add(told, false);
        else if (reply !== '')
          add({ inputTokens: estimateTokens(sent), outputTokens: estimateTokens(reply) }, true);
      }
    },
  };
}
