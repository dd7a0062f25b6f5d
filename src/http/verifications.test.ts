import { describe, expect, it } from 'vitest';
import { VerseError } from '../core/errors.ts';
import { sampleVerification } from '../testing/assistant/fake-assistant.ts';
import { appWith, post, problemOf } from '../testing/http/test-app.ts';

const sentence = 'Bosch is cutting 25,000 jobs in its automotive division.';

describe('POST /v1/verify', () => {
  it('passes the sentence and its place to the assistant and returns the verdict', async () => {
    const { app, assistant } = appWith({ check: async () => sampleVerification });
    const response = await app.request(
      '/v1/verify',
      post({ sentence: ` ${sentence} `, chapters: ['Germany'], pages: [84] }),
    );
    expect(response.status).toBe(200);
    expect(await response.json()).toEqual(sampleVerification);
    const signal = expect.any(AbortSignal);
    expect(assistant.calls).toEqual([
      ['check', { sentence, chapters: ['Germany'], pages: [84] }, { signal }],
    ]);
  });

  it.each([
    [{}, 'sentence: Missing; expected string.'],
    [{ sentence: '  ' }, 'sentence: Needs at least 1 character.'],
    [{ sentence, page: 84 }, 'page: Unknown field.'],
    [{ sentence, pages: [0] }, 'pages.0: Must be at least 1.'],
    [{ sentence, pages: [] }, 'pages: Needs at least 1 value.'],
    [{ sentence, passage: 'Bosch', pages: [84] }, 'pages: Cannot be given together with passage.'],
    [
      { sentence, passage: 'Bosch', passageIds: ['fragmented-europe-2026/12/4'] },
      'passageIds: Cannot be given together with passage.',
    ],
    [
      { sentence, passageIds: ['fragmented-europe-2026/12/4'], chapters: ['Germany'] },
      'chapters: Cannot be given together with passageIds.',
    ],
  ])('refuses %j', async (body, detail) => {
    const response = await appWith().app.request('/v1/verify', post(body));
    expect(await problemOf(response)).toMatchObject({ status: 400, code: 'bad-fields', detail });
  });

  it('refuses a sentence of more than 2,000 characters', async () => {
    const { app } = appWith({}, { config: { maxBodyBytes: 10_000 } });
    const response = await app.request('/v1/verify', post({ sentence: 'x'.repeat(2001) }));
    expect(await problemOf(response)).toMatchObject({
      status: 400,
      detail: 'sentence: Needs at most 2,000 characters.',
    });
  });

  it('counts against the limits as a question does', async () => {
    const { app } = appWith({ check: async () => sampleVerification }, { config: { rateLimit: 1 } });
    expect((await app.request('/v1/verify', post({ sentence }))).status).toBe(200);
    expect((await app.request('/v1/verify', post({ sentence }))).status).toBe(429);
  });

  it('says which pages there are where one is asked for that is not', async () => {
    const { app } = appWith({
      check: async () => {
        throw new VerseError('unknown-page', 'There is no page 384: Germany has pages 82 to 91.');
      },
    });
    expect(await problemOf(await app.request('/v1/verify', post({ sentence, pages: [384] })))).toMatchObject({
      status: 404,
      code: 'unknown-page',
      detail: 'There is no page 384: Germany has pages 82 to 91.',
    });
  });
});
