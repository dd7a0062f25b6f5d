/** Whole written answers through Anthropic's and Ollama's protocols, as the settings name them, on the real report. */
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { createChatModel } from '../chat/chat.ts';
import { loadConfig } from '../config/settings.ts';
import type { Models } from '../core/networks.ts';
import type { OpenIndex } from '../store/disk/open-index.ts';
import { openReportIndex, openReportModels } from '../testing/assistant/report-index.ts';
import { anthropic, type ChatProtocol, ollama } from '../testing/chat/chat-protocols.ts';
import {
  type ChatScript,
  chatServerForTest,
  type ScriptedChatServer,
  shownId,
} from '../testing/chat/scripted-chat-server.ts';
import { answerSchema } from '../wire/answer.ts';
import { createAssistant } from './assistant.ts';
import { chatSettings, openWriting } from './writing.ts';

let models: Models;
let index: OpenIndex;
/** The one that the test has started. */
let server: ScriptedChatServer;
beforeAll(async () => {
  models = await openReportModels();
  index = await openReportIndex();
});
beforeEach(() => void vi.stubEnv('VERSE_CHAT_KEY', 'sk-ours-0123456789'));
afterEach(() => void vi.unstubAllEnvs());
afterAll(() => index.close());

const question = 'Which companies did Sweden ban from 5G networks in 2020?';
const right = 'In 2020, Sweden banned equipment of Huawei and ZTE from its 5G networks.';
const wrong = 'In 2021, Sweden banned equipment of Huawei and ZTE from its 5G networks.';

describe.each([anthropic, ollama])('an answer that a model of $provider writes', (protocol: ChatProtocol) => {
  const chatModel = `${protocol.provider}:scripted`;

  /** Asks with the settings that an environment gives; `isHurried` leaves out the pauses between tries. */
  async function ask(script: ChatScript, { timeoutMs = 30_000, isHurried = false } = {}) {
    server = await chatServerForTest(script, protocol);
    const environment = {
      VERSE_CHAT_MODEL: chatModel,
      VERSE_CHAT_URL: server.url,
      VERSE_CHAT_TIMEOUT_MS: String(timeoutMs),
    };
    const config = loadConfig({}, environment, '/');
    const writing = openWriting(config);
    const settings = chatSettings(config);
    if (writing === undefined || settings === undefined) throw new Error('No model is configured.');
    const chat = isHurried ? createChatModel(settings, { pausesMs: [1, 1] }) : writing.chat;
    const assistant = await createAssistant(models, index, config, [], { ...writing, chat });
    const answer = await assistant.ask({ question, mode: 'generate' });
    expect(answerSchema.parse(answer)).toEqual(answer);
    return answer;
  }

  it('is written, checked and counted', async () => {
    const answer = await ask([
      (request) => ({
        pieces: [
          'In 2020, Sweden banned equipment of Huawei ',
          `and ZTE from its 5G networks. [${shownId(request, 'explicit ban')}]`,
        ],
        usage: { inputTokens: 2400, outputTokens: 30 },
      }),
    ]);
    expect(answer).toMatchObject({
      status: 'answered',
      answer: `${right} [1]`,
      warnings: [],
      model: { chat: chatModel },
      usage: { inputTokens: 2400, outputTokens: 30, estimated: false },
    });
    expect(answer.citations.map(({ chapter, page }) => [chapter, page])).toEqual([['Sweden', 182]]);
    const [request] = server.requests;
    expect([request?.apiKey, request?.authorization]).toContain(
      protocol === anthropic ? 'sk-ours-0123456789' : 'Bearer sk-ours-0123456789',
    );
    expect(request?.messages[0]?.content).toContain('You answer questions about a report.');
  });

  it('with a changed number is written again', async () => {
    const answer = await ask([
      (request) => ({ pieces: [`${wrong} [${shownId(request, 'explicit ban')}]`] }),
      (request) => ({ pieces: [`1. ${right} [${shownId(request, 'explicit ban')}]`] }),
    ]);
    expect(answer.sentences.map(({ text, verified }) => [text, verified])).toEqual([[right, true]]);
    const repair = server.requests[1]?.messages ?? [];
    expect(repair.map(({ role }) => role)).toEqual(['system', 'user', 'assistant', 'user']);
    expect(repair.at(-1)?.content).toContain('“2021”: ');
  });

  it('with a number that stays changed is quoted instead', async () => {
    const answer = await ask([
      (request) => ({ pieces: [`${wrong} [${shownId(request, 'explicit ban')}]`] }),
      (request) => ({ pieces: [`1. ${wrong} [${shownId(request, 'explicit ban')}]`] }),
    ]);
    expect(answer.warnings.map(({ code }) => code)).toEqual(['chat-unsupported']);
    expect(answer.answer).not.toContain('2021');
    expect(answer.sentences.every(({ origin }) => origin === 'quoted')).toBe(true);
  });

  it('is quoted where the server fails', async () => {
    const answer = await ask([{ status: 500 }], { isHurried: true });
    expect(answer.warnings).toEqual([
      {
        code: 'chat-failed',
        message: `The server of ${protocol.provider}:scripted failed (500). Ask again later. The answer is the report's own sentences.`,
      },
    ]);
    expect(server.requests).toHaveLength(3);
    expect(answer.model.chat).toBeNull();
  });

  it('is quoted where the model stalls, and its server hears that nobody waits', async () => {
    const answer = await ask([{ stallAfter: ['In 2020, Sweden'] }], { timeoutMs: 1000 });
    expect(answer.warnings.map(({ message }) => message)).toEqual([
      `${chatModel} did not finish within 1 s. Set VERSE_CHAT_TIMEOUT_MS higher, or take a faster model. The answer is the report's own sentences.`,
    ]);
    await expect.poll(server.abandoned).toBe(1);
  });
});
