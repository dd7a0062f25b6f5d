import { describe, expect, it } from 'vitest';
import type { Assistant } from '../../assistant/assistant.ts';
import { VerseError } from '../../core/errors.ts';
import { fakeAssistant, sampleAnswer, sampleCitation } from '../../testing/assistant/fake-assistant.ts';
import { fakeLines, fakeTerminal } from '../../testing/cli/fake-session.ts';
import { answerSchema } from '../../wire/answer.ts';
import { holdConversation } from './hold-conversation.ts';

const answers: Assistant['ask'] = async ({ question }) => ({ ...sampleAnswer, question });

/** A conversation of these lines, from a pipe unless somebody types. */
async function hold(
  texts: readonly string[],
  {
    ask = answers,
    typed = false,
    json = false,
  }: { ask?: Assistant['ask']; typed?: boolean; json?: boolean } = {},
) {
  const terminal = fakeTerminal();
  const assistant = fakeAssistant({ ask });
  const input = fakeLines(texts, typed);
  const failures = await holdConversation(input.lines, {
    assistant,
    terminal,
    scope: { chapters: ['Germany'] },
    json,
  });
  const requests = assistant.calls.map(([, request]) => request);
  return { failures, requests, out: terminal.printed(), err: terminal.complained(), input };
}

describe('a conversation', () => {
  it('asks each line with the turns before it, within its scope', async () => {
    const { requests, failures } = await hold(['How many jobs will Bosch cut?', '', '  since when? ']);
    const history = [{ question: 'How many jobs will Bosch cut?', answer: sampleAnswer.answer }];
    expect(requests).toEqual([
      { question: 'How many jobs will Bosch cut?', history: [], chapters: ['Germany'] },
      { question: 'since when?', history, chapters: ['Germany'] },
    ]);
    expect(failures).toEqual([]);
  });

  it('brings the last ten turns only', async () => {
    const { requests } = await hold(Array.from({ length: 12 }, (_, index) => `Question ${index}?`));
    const history = Object(requests.at(-1)).history as { question: string }[];
    expect(history.map(({ question }) => question)).toEqual(
      Array.from({ length: 10 }, (_, index) => `Question ${index + 1}?`),
    );
  });

  it('from a pipe repeats each question over its answer', async () => {
    const { out } = await hold(['How many jobs will Bosch cut?']);
    expect(out).toMatch(/^> How many jobs will Bosch cut\?\n\n\[1\] Bosch alone [\s\S]+\n\n$/);
  });

  it('as JSON is one answer a line and nothing else', async () => {
    const { out } = await hold(['How many?', '/new', 'Since when?'], { json: true });
    const lines = out.trimEnd().split('\n');
    expect(lines.map((line) => answerSchema.parse(JSON.parse(line)).question)).toEqual([
      'How many?',
      'Since when?',
    ]);
  });

  it('prompts before each typed line, and ends the line at the end', async () => {
    const { out, input } = await hold(['How many?'], { typed: true });
    expect(input.prompts).toHaveLength(2);
    expect(out).not.toContain('> How many?');
    expect(out).toMatch(/\n\n\n$/);
  });

  it('lists the cited pages, starts over and ends on command', async () => {
    const { out, requests } = await hold(['/pages', 'How many?', '/pages', '/new', 'Why?', '/quit', 'Who?']);
    expect(out).toMatch(/^Nothing is cited yet\.\n/);
    expect(out).toContain('\nGermany, p. 84\n');
    expect(requests.map((request) => Object(request).history)).toEqual([[], []]);
  });

  it('accepts "help" and "exit" without the slash', async () => {
    const { out, requests } = await hold(['Help', 'exit', 'Who?']);
    expect(out).toContain('/quit');
    expect(requests).toEqual([]);
  });

  it('lists the pages of a chapter once, in order', async () => {
    const pages = [[90], [84, 85]];
    const ask: Assistant['ask'] = async () => ({
      ...sampleAnswer,
      citations: pages.map((own) => ({ ...sampleCitation, pages: own })),
    });
    expect((await hold(['How many?', 'Who?', '/pages'], { ask })).out).toContain(
      '\nGermany, pp. 84–85, 90\n',
    );
  });

  it('continues after a failed line; from a pipe, failures are reported at the end', async () => {
    const { err, failures, requests } = await hold(['/nope', 'x'.repeat(2001), 'How many?']);
    expect(err).toBe(
      '/nope is no command. /help lists them.\nA question has at most 2,000 characters. Ask in two.\n',
    );
    expect(failures.map(({ code }) => code)).toEqual(['bad-input', 'bad-input']);
    expect(requests).toHaveLength(1);
    expect((await hold(['/nope'], { typed: true })).failures).toEqual([]);
  });

  it.each([
    'unknown-chapter',
    'chat-not-configured',
  ] as const)('ends at %s: no question would fare better', async (code) => {
    const ask: Assistant['ask'] = async () => {
      throw new VerseError(code, 'No.');
    };
    await expect(hold(['How many?', 'Who?'], { ask })).rejects.toMatchObject({ code });
  });
});

describe('Ctrl-C', () => {
  it('stops the answer under way and forgets its question', async () => {
    const terminal = fakeTerminal();
    const input = fakeLines(['How many?', 'Who?'], true);
    const assistant = fakeAssistant({
      ask: async (request, { signal } = {}) => {
        if (request.question === 'How many?') input.interrupt();
        signal?.throwIfAborted();
        return answers(request);
      },
    });
    await holdConversation(input.lines, { assistant, terminal, scope: {}, json: false });
    expect(terminal.complained()).toBe('Stopped.\n');
    expect(assistant.calls.map(([, request]) => Object(request).history)).toEqual([[], []]);
    expect(input.isClosed()).toBe(false);
  });

  it('ends the conversation at the second time, where none is under way', async () => {
    const terminal = fakeTerminal();
    const input = fakeLines([], true);
    const assistant = fakeAssistant();
    await holdConversation(input.lines, { assistant, terminal, scope: {}, json: false });
    input.interrupt();
    expect(terminal.complained()).toBe('\nCtrl-C again ends the conversation.\n');
    expect(input.isClosed()).toBe(false);
    input.interrupt();
    expect(input.isClosed()).toBe(true);
  });
});
