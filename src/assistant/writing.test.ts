import { describe, expect, it } from 'vitest';
import { createFakeChatModel } from '../testing/chat/fake-chat-model.ts';
import { chooseCondenser } from './writing.ts';

const history = [{ question: 'Who kept Huawei out of 5G in Sweden?', answer: 'The PTS, in 2020.' }];
const byRules = { text: 'Why did it do that (kept Huawei out of 5G in Sweden; PTS)?', beyond: [] };

function condenserWith(...replies: string[]) {
  const chat = createFakeChatModel(...replies);
  const writing = { chat, passageTokens: 3000, timeoutMs: 1000 };
  return { chat, condense: chooseCondenser({ mode: 'generate' }, writing) };
}

describe('a chat model that puts follow-ups in full', () => {
  it('is asked where it writes the answer, and only there', () => {
    const { chat, condense } = condenserWith();
    expect(condense).toBeDefined();
    const writing = { chat, passageTokens: 3000, timeoutMs: 1000 };
    expect(chooseCondenser({ mode: 'extract' }, writing)).toBeUndefined();
    expect(chooseCondenser({}, writing)).toBeUndefined();
    expect(chooseCondenser({ mode: 'generate' }, undefined)).toBeUndefined();
  });

  it('puts better what the rules say', async () => {
    const text = 'Why did the PTS keep Huawei out of 5G in Sweden in 2020?';
    const { condense } = condenserWith(text);
    expect(await condense?.('Why did it do that?', history, byRules)).toEqual({ text, beyond: [] });
  });

  it('leaves what the rules say where it names what nobody named', async () => {
    const { condense } = condenserWith('Why did Stockholm and Ericsson do that?');
    expect(await condense?.('Why did it do that?', history, byRules)).toBe(byRules);
  });

  it('is not asked about a question that stands alone, nor about "more"', async () => {
    const { chat, condense } = condenserWith();
    expect(await condense?.('Who runs Bolt?', history, null)).toBeNull();
    const more = { text: 'Who kept Huawei out of 5G in Sweden?', beyond: ['The PTS, in 2020.'] };
    expect(await condense?.('more', history, more)).toBe(more);
    expect(chat.calls).toEqual([]);
  });
});
