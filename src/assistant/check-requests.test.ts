import { describe, expect, it } from 'vitest';
import {
  fakeAssistant,
  sampleAnswer,
  sampleChanges,
  sampleVerification,
} from '../testing/assistant/fake-assistant.ts';
import type { Assistant } from './assistant.ts';
import { checkRequests } from './check-requests.ts';

const found = { hits: [], timings: { totalMs: 1, encodeMs: 1, searchMs: 0 } };

/** As callers do whose language has no types. */
const untyped = (request: object) => request as never;

describe('checkRequests', () => {
  it.each<[string, (assistant: Assistant) => Promise<unknown>, string]>([
    ['ask', (one) => one.ask({ question: ' ' }), 'question: Needs at least 1 character.'],
    [
      'ask',
      (one) => one.ask(untyped({ query: 'x' })),
      'question: Missing; expected string. query: Unknown field.',
    ],
    ['search', (one) => one.search({ query: 'x', limit: 101 }), 'limit: Must be at most 100.'],
    ['check', (one) => one.check({ sentence: 'x', pages: [] }), 'pages: Needs at least 1 value.'],
    ['compare', (one) => one.compare({ before: '', after: 'x' }), 'before: Needs at least 1 character.'],
  ])('refuses a bad request to %s before the assistant sees it', async (_, call, sentence) => {
    const assistant = fakeAssistant();
    await expect(call(checkRequests(assistant))).rejects.toMatchObject({ code: 'bad-input', sentence });
    expect(assistant.calls).toEqual([]);
  });

  it('passes good ones on with their options, blanks at the ends left out', async () => {
    const assistant = fakeAssistant({
      ask: async () => sampleAnswer,
      search: async () => found,
      check: async () => sampleVerification,
      compare: async () => sampleChanges,
    });
    const checked = checkRequests(assistant);
    const { signal } = new AbortController();
    expect(await checked.ask({ question: ' Why? ' }, { signal })).toBe(sampleAnswer);
    expect(await checked.search({ query: 'chips' }, { signal })).toBe(found);
    expect(await checked.check({ sentence: 'Bosch cuts jobs.' }, { signal })).toBe(sampleVerification);
    expect(await checked.compare({ before: ' 2025 ', after: '2026' }, { signal })).toBe(sampleChanges);
    expect(assistant.calls).toEqual([
      ['ask', { question: 'Why?' }, { signal }],
      ['search', { query: 'chips', limit: 10 }, { signal }],
      ['check', { sentence: 'Bosch cuts jobs.' }, { signal }],
      ['compare', { before: '2025', after: '2026' }, { signal }],
    ]);
  });
});
