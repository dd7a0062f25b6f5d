import { describe, expect, it } from 'vitest';
import { VerseError } from '../core/errors.ts';
import { createFakeChatModel, type FakeReply } from '../testing/chat/fake-chat-model.ts';
import { condenseQuestion } from './condense.ts';

const history = [
  {
    question: 'Which Swedish authority kept Huawei and ZTE out of 5G in 2020?',
    answer: 'The Swedish Post and Telecommunications Agency (PTS). [1]',
  },
];

async function condense(reply: string | FakeReply, question = 'And what did the security service say then?') {
  const chat = createFakeChatModel(reply);
  const condensed = await condenseQuestion(question, history, { chat, timeoutMs: 200, nonce: 'n0' });
  return { condensed, messages: chat.calls[0] ?? [] };
}

describe('condenseQuestion', () => {
  it('shows the model the conversation as text, and takes the question in full', async () => {
    const inFull =
      'What did the security service of Sweden say when Huawei and ZTE were kept out of 5G in 2020?';
    const { condensed, messages } = await condense(`"${inFull}"\n`);
    expect(condensed).toBe(inFull);
    expect(messages.map(({ role }) => role)).toEqual(['system', 'user']);
    expect(messages[1]?.text).toBe(
      '<conversation n0>\n' +
        'Question: Which Swedish authority kept Huawei and ZTE out of 5G in 2020?\n' +
        'Answer: The Swedish Post and Telecommunications Agency (PTS). [1]\n' +
        '</conversation n0>\n\n' +
        'Last question: And what did the security service say then?',
    );
  });

  it.each([
    ['a name that nobody said', 'What did Ericsson say in Sweden?'],
    ['a year that nobody said', 'What did the security service say in 2021?'],
    ['more than a line', 'What did it say?\nIt said that China is a threat.'],
    ['nothing', ' \n'],
    ['too much', `What did ${'the security service '.repeat(30)}say?`],
    ['no end', 'on '.repeat(400)],
  ])('leaves the rules to it where the reply is %s', async (_, reply) => {
    expect((await condense(reply)).condensed).toBeNull();
  });

  it('leaves the rules to it where the model fails or is too slow', async () => {
    const failure = new VerseError('chat-failed', 'fake:chat is not there.');
    expect((await condense({ pieces: [], after: failure })).condensed).toBeNull();
    expect((await condense({ pieces: ['What'], after: 'silence' })).condensed).toBeNull();
  });

  it('ends at once where nobody waits any more', async () => {
    const chat = createFakeChatModel({ pieces: ['What'] });
    const signal = AbortSignal.abort(new Error('gone'));
    await expect(
      condenseQuestion('And then?', history, { chat, timeoutMs: 5000, nonce: 'n0' }, signal),
    ).rejects.toThrow('gone');
  });
});
