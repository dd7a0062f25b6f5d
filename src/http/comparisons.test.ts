import { describe, expect, it } from 'vitest';
import { VerseError } from '../core/errors.ts';
import { sampleChanges } from '../testing/assistant/fake-assistant.ts';
import { appWith, post, problemOf } from '../testing/http/test-app.ts';
import { editionChangesSchema } from '../wire/compare.ts';

const editions = { before: 'fragmented-europe-2025', after: 'fragmented-europe-2026' };

describe('POST /v1/compare', () => {
  it('passes the editions and the part asked for to the assistant and returns the changes', async () => {
    const { app, assistant } = appWith({ compare: () => sampleChanges });
    const request = { ...editions, chapters: ['Germany'], only: ['changed'] };
    const response = await app.request('/v1/compare', post(request));
    expect(response.status).toBe(200);
    expect(editionChangesSchema.parse(await response.json())).toEqual(sampleChanges);
    expect(assistant.calls).toEqual([['compare', request, { signal: expect.any(AbortSignal) }]]);
  });

  it.each([
    [{ before: 'a' }, 'after: Missing; expected string.'],
    [{ ...editions, since: 'a' }, 'since: Unknown field.'],
    [{ ...editions, only: ['new'] }, 'only.0: Must be one of changed, added, removed, moved.'],
  ])('refuses %j', async (body, detail) => {
    const response = await appWith().app.request('/v1/compare', post(body));
    expect(await problemOf(response)).toMatchObject({ status: 400, code: 'bad-fields', detail });
  });

  it('refuses a document that is not there, with near names', async () => {
    const { app } = appWith({
      compare: () => {
        throw new VerseError('unknown-document', 'No document is called “etcn”.', 'Did you mean etnc?');
      },
    });
    expect(await problemOf(await app.request('/v1/compare', post(editions)))).toMatchObject({
      status: 422,
      code: 'unknown-document',
      detail: 'No document is called “etcn”. Did you mean etnc?',
    });
  });

  it('counts against the limits as a question does', async () => {
    const { app } = appWith({ compare: () => sampleChanges }, { config: { rateLimit: 1 } });
    expect((await app.request('/v1/compare', post(editions))).status).toBe(200);
    expect((await app.request('/v1/compare', post(editions))).status).toBe(429);
  });
});
