import { describe, expect, it } from 'vitest';
import type { ChatMessage } from '../core/chat-model.ts';
import { VerseError } from '../core/errors.ts';
import { collectReply } from '../testing/chat/collect-reply.ts';
import { createFakeChatModel, type FakeReply } from '../testing/chat/fake-chat-model.ts';
import { meterChat } from './meter-chat.ts';

/** 20 characters with the line end between: 5 tokens. */
const asked: ChatMessage[] = [
  { role: 'system', text: 'Quote.' },
  { role: 'user', text: 'Who was it? ' },
];

async function use(replies: readonly (string | FakeReply)[], most = Number.POSITIVE_INFINITY) {
  const chat = meterChat(createFakeChatModel(...replies));
  for (const _ of replies) {
    try {
      let read = 0;
      for await (const _piece of chat.reply(asked, new AbortController().signal)) {
        read += 1;
        if (read >= most) break;
      }
    } catch {
      // As the model fails; what it used is looked at.
    }
  }
  return chat.usage();
}

const failure = new VerseError('chat-failed', 'The server failed (500).');

describe('a metered chat model', () => {
  it('adds up what its provider counts of each call', async () => {
    const usage = await use([
      { pieces: ['Huawei.'], usage: { inputTokens: 100, outputTokens: 10 } },
      { pieces: ['1. ZTE.'], usage: { inputTokens: 150, outputTokens: 5 } },
    ]);
    expect(usage).toEqual({ inputTokens: 250, outputTokens: 15, estimated: false });
  });

  it('hands the counts on', async () => {
    const chat = meterChat(
      createFakeChatModel({ pieces: ['A'], usage: { inputTokens: 2, outputTokens: 1 } }),
    );
    const { used } = await collectReply(chat, asked);
    expect(used).toEqual([{ inputTokens: 2, outputTokens: 1 }]);
  });

  it.each<[string, (string | FakeReply)[], number?]>([
    ['that its provider does not count', ['Huawei, ZTE.']],
    ['that breaks off', [{ pieces: ['Huawei, ', 'ZTE.'], after: failure }]],
    [
      'that is not read to its end',
      [{ pieces: ['Huawei, ZTE.', 'and more'], usage: { inputTokens: 9, outputTokens: 9 } }],
      1,
    ],
  ])('estimates a reply %s', async (_, replies, most) => {
    expect(await use(replies, most)).toEqual({ inputTokens: 5, outputTokens: 3, estimated: true });
  });

  it('says that it is an estimate where one of several is', async () => {
    const usage = await use([
      { pieces: ['A'], usage: { inputTokens: 100, outputTokens: 10 } },
      'Huawei, ZTE.',
    ]);
    expect(usage).toEqual({ inputTokens: 105, outputTokens: 13, estimated: true });
  });

  it('counts nothing where nothing came, and is not asked where it is not', async () => {
    expect(await use([{ pieces: [], after: failure }])).toBeUndefined();
    expect(await use([])).toBeUndefined();
  });
});
