import { describe, expect, it } from 'vitest';
import { VerseError } from '../../core/errors.ts';
import { sampleAnswer, sampleVerification } from '../../testing/assistant/fake-assistant.ts';
import { appWith, post } from '../../testing/http/test-app.ts';
import type { Answer } from '../../wire/types.ts';
import { createMetrics } from './metrics.ts';

const question = { question: 'How many jobs will Bosch cut?' };
const notFound: Answer = {
  ...sampleAnswer,
  status: 'not-found',
  reason: 'no-chapter',
  warnings: [{ code: 'spelling', message: 'Read “Bsch” as “Bosch”.' }],
};

/** The samples of /metrics whose line matches, without comments. */
async function read(app: ReturnType<typeof appWith>['app'], pattern: RegExp): Promise<string[]> {
  const response = await app.request('/metrics');
  expect(response.headers.get('Content-Type')).toBe('text/plain; version=0.0.4; charset=utf-8');
  const text = await response.text();
  return text.split('\n').filter((line) => !line.startsWith('#') && pattern.test(line));
}

describe('GET /metrics', () => {
  it('counts requests by route and status, all that is nowhere as one', async () => {
    const { app } = appWith({ ask: async () => sampleAnswer });
    await app.request('/v1/ask', post(question));
    await app.request('/v1/ask', post({}));
    await app.request('/v1/ask', post({}));
    await app.request('/Bosch');
    await app.request('/v1/jobs/at/Bosch');
    await app.request('/v1/documents/x/pages/1.jpg');
    expect(await read(app, /^verse_http_requests_total/)).toEqual([
      'verse_http_requests_total{method="POST",route="/v1/ask",status="200"} 1',
      'verse_http_requests_total{method="POST",route="/v1/ask",status="400"} 2',
      'verse_http_requests_total{method="GET",route="none",status="404"} 2',
      'verse_http_requests_total{method="GET",route="/v1/documents/:id/pages/:file",status="500"} 1',
    ]);
    expect(await read(app, /^verse_http_request_duration_seconds_count.*ask/)).toEqual([
      'verse_http_request_duration_seconds_count{method="POST",route="/v1/ask"} 3',
    ]);
    expect(await read(app, /Bosch|jobs/)).toEqual([]);
    // The request that reads it is itself in progress.
    expect(await read(app, /^verse_http_requests_in_progress/)).toEqual([
      'verse_http_requests_in_progress 1',
    ]);
    expect(await read(app, /^verse_build_info/)).toEqual(['verse_build_info{version="0.0.0"} 1']);
  });

  it('counts checked sentences by verdict', async () => {
    const { app } = appWith({ check: async () => sampleVerification });
    await app.request('/v1/verify', post({ sentence: 'Bosch is cutting 25,000 jobs.' }));
    expect(await read(app, /^verse_verifications_total/)).toEqual([
      'verse_verifications_total{verdict="unsupported"} 1',
    ]);
  });

  it('counts answers by status and reason, their warnings, and the time of each stage that ran', async () => {
    const answers = [sampleAnswer, notFound, notFound];
    const { app } = appWith({ ask: async () => answers.shift() ?? sampleAnswer });
    for (let count = 0; count < 3; count += 1) await app.request('/v1/ask', post(question));
    expect(await read(app, /^verse_answers_total/)).toEqual([
      'verse_answers_total{status="answered",reason=""} 1',
      'verse_answers_total{status="not-found",reason="no-chapter"} 2',
    ]);
    expect(await read(app, /^verse_answer_warnings_total/)).toEqual([
      'verse_answer_warnings_total{code="spelling"} 2',
    ]);
    expect(await read(app, /^verse_answer_stage_seconds_(?:sum|count)/)).toEqual([
      'verse_answer_stage_seconds_sum{stage="analyse"} 0.003',
      'verse_answer_stage_seconds_count{stage="analyse"} 3',
      'verse_answer_stage_seconds_sum{stage="encode"} 0.012',
      'verse_answer_stage_seconds_count{stage="encode"} 3',
      'verse_answer_stage_seconds_sum{stage="search"} 0.015',
      'verse_answer_stage_seconds_count{stage="search"} 3',
      'verse_answer_stage_seconds_sum{stage="select"} 0.012',
      'verse_answer_stage_seconds_count{stage="select"} 3',
    ]);
  });

  it('counts a failed model, whether there is an answer or an error', async () => {
    const withWarning = { ...sampleAnswer, warnings: [{ code: 'chat-failed', message: 'Too slow.' }] };
    const results = [
      async () => withWarning,
      () => Promise.reject(new VerseError('model-missing', 'There is no model.')),
      () => Promise.reject(new VerseError('no-index', 'There is no index.')),
    ];
    const { app } = appWith({ ask: () => results.shift()?.() ?? Promise.reject(new Error('no more')) });
    for (let count = 0; count < 3; count += 1) await app.request('/v1/ask', post(question));
    expect(await read(app, /^verse_model_failures_total/)).toEqual([
      'verse_model_failures_total{code="chat-failed"} 1',
      'verse_model_failures_total{code="model-missing"} 1',
    ]);
  });

  it('measures the process where asked', async () => {
    const metrics = createMetrics('0.0.0', { process: true });
    const { app } = appWith({}, { metrics });
    expect(await read(app, /^process_resident_memory_bytes \d/)).toHaveLength(1);
    metrics.registry.clear();
  });
});
