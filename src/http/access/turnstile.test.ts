import { setImmediate as nextTurn } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeAssistant, sampleAnswer } from '../../testing/assistant/fake-assistant.ts';
import { createTurnstile, inTurns } from './turnstile.ts';

/** Lets through whoever may go. */
async function settle(): Promise<void> {
  for (let turn = 0; turn < 100; turn += 1) await nextTurn();
}

/** Questions that end when they are told to. */
function asking() {
  const begun: string[] = [];
  const ends = new Map<string, () => void>();
  const assistant = inTurns(
    fakeAssistant({
      ask: ({ question }) =>
        new Promise((resolve) => {
          begun.push(question);
          ends.set(question, () => resolve(sampleAnswer));
        }),
    }),
    createTurnstile(),
  );
  const ask = (question: string, signal?: AbortSignal) =>
    assistant.ask({ question }, { ...(signal && { signal }) });
  return { assistant, begun, ask, end: (question: string) => ends.get(question)?.() };
}

const names = ['first', 'second', 'third', 'fourth', 'fifth', 'sixth'];

describe('the turnstile', () => {
  it('lets four questions through at once, and the next when one has ended, in the order in which they came', async () => {
    const { begun, ask, end } = asking();
    const answers = names.map((name) => ask(name));
    await settle();
    expect(begun).toEqual(names.slice(0, 4));
    end('third');
    await settle();
    expect(begun).toEqual(names.slice(0, 5));
    for (const name of names.slice(0, 5)) end(name);
    await settle();
    end('sixth');
    expect(await Promise.all(answers)).toHaveLength(6);
  });

  it('forgets who leaves, and lets the next through', async () => {
    const { begun, ask, end } = asking();
    const leaving = new AbortController();
    const four = names.slice(0, 4).map((name) => ask(name));
    const left = ask('fifth', leaving.signal);
    const sixth = ask('sixth');
    leaving.abort(new Error('The client has gone.'));
    await expect(left).rejects.toThrow('The client has gone.');
    await expect(ask('seventh', leaving.signal)).rejects.toThrow('The client has gone.');
    end('first');
    await settle();
    for (const name of names) end(name);
    await Promise.all(four);
    await settle();
    end('sixth');
    await sixth;
    expect(begun).toEqual([...names.slice(0, 4), 'sixth']);
  });

  it('is passed by a question that a language model answers', async () => {
    const { assistant, begun, ask } = asking();
    for (const name of names.slice(0, 4)) void ask(name);
    void assistant.ask({ question: 'written', mode: 'generate' });
    await settle();
    expect(begun).toContain('written');
  });
});

describe('a question that takes long', () => {
  beforeEach(() => void vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] }));
  afterEach(() => void vi.useRealTimers());

  it('holds up nobody for longer than a second, and gives its turn back once', async () => {
    const { begun, ask, end } = asking();
    for (const name of names) void ask(name);
    await settle();
    vi.advanceTimersByTime(1001);
    await settle();
    expect(begun).toEqual(names);
    for (const name of names.slice(0, 4)) end(name);
    for (const name of ['seventh', 'eighth', 'ninth']) void ask(name);
    await settle();
    expect(begun.slice(6)).toEqual(['seventh', 'eighth']);
  });
});
