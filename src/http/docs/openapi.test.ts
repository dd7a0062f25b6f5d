import { Validator } from '@seriousme/openapi-schema-validator';
import { describe, expect, it } from 'vitest';
import { fakeAssistant } from '../../testing/assistant/fake-assistant.ts';
import { createApp } from '../app.ts';
import { isOpenAiPath } from '../openai/openai-error.ts';

const app = createApp({
  assistant: () => fakeAssistant(),
  config: { host: '127.0.0.1', maxBodyBytes: 500, requestTimeoutMs: 5000 },
  renderPage: async () => new Uint8Array(),
  version: '1.2.3',
});
const response = await app.request('/openapi.json');
const description = await response.json();

interface Operation {
  operationId: string;
  parameters?: { name: string; in: string; required: boolean }[];
  responses: Record<string, { description: string; content?: Record<string, { schema: unknown }> }>;
}
const operations = Object.entries<Record<string, Operation>>(description.paths).flatMap(([path, methods]) =>
  Object.entries(methods).map(([method, operation]) => ({
    name: `${method.toUpperCase()} ${path}`,
    path,
    operation,
  })),
);

function references(value: unknown): string[] {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, entry]) =>
    key === '$ref' ? [String(entry)] : references(entry),
  );
}

describe('GET /openapi.json', () => {
  it('is valid by the OpenAPI 3.1 schema', async () => {
    expect(await new Validator().validate(description)).toMatchObject({ valid: true });
  });

  it('describes the endpoints of this version in OpenAPI 3.1', () => {
    expect(description.openapi).toBe('3.1.0');
    expect(description.info).toMatchObject({ title: 'Chapter & Verse', version: '1.2.3' });
    expect(operations.map(({ name }) => name)).toEqual([
      'POST /v1/ask',
      'POST /v1/search',
      'POST /v1/verify',
      'POST /v1/compare',
      'GET /v1/documents',
      'POST /v1/documents',
      'GET /v1/documents/{id}',
      'DELETE /v1/documents/{id}',
      'PATCH /v1/documents/{id}',
      'GET /v1/documents/{id}/reading',
      'GET /v1/documents/{id}/file',
      'GET /v1/documents/{id}/pages/{n}.png',
      'GET /v1/passages/{id}',
      'GET /v1/starters',
      'GET /v1/uploads',
      'DELETE /v1/uploads/{id}',
      'DELETE /v1/uploads/{id}/ingest',
      'GET /v1/models',
      'GET /v1/models/{id}',
      'POST /v1/chat/completions',
      'GET /healthz',
      'GET /readyz',
      'GET /metrics',
    ]);
  });

  it('names each schema of the wire once, and every reference leads to one', () => {
    const names = Object.keys(description.components.schemas);
    expect(names.sort()).toEqual([
      'Answer',
      'AnswerSentence',
      'AskRequest',
      'Box',
      'Change',
      'ChangeCounts',
      'ChatCompletion',
      'ChatCompletionChunk',
      'ChatModel',
      'ChatRequest',
      'ChatUsage',
      'Citation',
      'CompareRequest',
      'ComparedSentence',
      'Coverage',
      'Document',
      'DocumentChange',
      'EditionChanges',
      'FoundItem',
      'Hit',
      'HitsEvent',
      'Marker',
      'NearestPassage',
      'Note',
      'Ocr',
      'OpenAiError',
      'Passage',
      'Problem',
      'Readiness',
      'ReadingMark',
      'ReadingPart',
      'ReadingReport',
      'Restatement',
      'SampledPage',
      'SearchRequest',
      'SearchResponse',
      'SentenceEvent',
      'Starter',
      'Starters',
      'Status',
      'StructureEntry',
      'TableRow',
      'Turn',
      'Upload',
      'Uploads',
      'Verification',
      'VerifyProblem',
      'VerifyRequest',
    ]);
    const missing = references(description).filter(
      (ref) => !names.includes(ref.replace('#/components/schemas/', '')),
    );
    expect(missing).toEqual([]);
  });

  it('keeps unknown fields out of the bodies it describes', () => {
    expect(description.components.schemas.AskRequest).toMatchObject({
      type: 'object',
      additionalProperties: false,
      required: ['question'],
      properties: {
        question: { type: 'string', minLength: 1, maxLength: 2000 },
        history: { type: 'array', maxItems: 10, items: { $ref: '#/components/schemas/Turn' } },
      },
    });
  });

  it.each(operations)('declares the parameters and the problems of $name', ({ path, operation }) => {
    const inPath = [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name);
    const declared = (operation.parameters ?? []).filter((parameter) => parameter.in === 'path');
    expect(declared.map(({ name }) => name)).toEqual(inPath);
    expect(declared.every(({ required }) => required)).toBe(true);
    for (const [status, { description: meaning, content }] of Object.entries(operation.responses)) {
      expect(meaning).not.toBe('');
      if (Number(status) < 400) continue;
      expect(content).toEqual(
        isOpenAiPath(path)
          ? { 'application/json': { schema: { $ref: '#/components/schemas/OpenAiError' } } }
          : { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
      );
    }
  });

  it('lists the errors of each operation', () => {
    const problems = Object.fromEntries(
      operations.map(({ name, operation }) => [
        name,
        Object.keys(operation.responses)
          .filter((status) => Number(status) >= 400)
          .join(' '),
      ]),
    );
    expect(problems).toEqual({
      'POST /v1/ask': '400 401 403 408 413 415 421 422 429 500 503',
      'POST /v1/compare': '400 401 403 408 413 415 421 422 429 500 503',
      'POST /v1/search': '400 401 403 408 413 415 421 422 429 500 503',
      'POST /v1/verify': '400 401 403 404 408 413 415 421 422 429 500 503',
      'GET /v1/documents': '400 401 403 421 500 503',
      'GET /v1/documents/{id}': '401 403 404 421 500 503',
      'GET /v1/documents/{id}/reading': '400 401 403 404 421 500 503',
      'GET /v1/documents/{id}/file': '401 403 404 416 421 500 503',
      'GET /v1/documents/{id}/pages/{n}.png': '400 401 403 404 421 500 503',
      'GET /v1/passages/{id}': '401 403 404 421 500 503',
      'GET /v1/starters': '401 403 421 500 503',
      'GET /v1/uploads': '401 403 421 500',
      'POST /v1/documents': '400 401 403 408 413 415 421 422 429 500 503',
      'PATCH /v1/documents/{id}': '400 401 403 404 408 413 415 421 422 429 500 503',
      'DELETE /v1/documents/{id}': '400 401 403 404 421 500 503',
      'DELETE /v1/uploads/{id}': '401 403 404 409 421 500',
      'DELETE /v1/uploads/{id}/ingest': '401 403 404 409 421 500',
      'GET /v1/models': '401 403 421 500 503',
      'GET /v1/models/{id}': '401 403 404 421 500 503',
      'POST /v1/chat/completions': '400 401 403 404 408 413 415 421 422 429 500 503',
      'GET /healthz': '403 421 500',
      'GET /readyz': '403 421 500 503',
      'GET /metrics': '401 403 421 500',
    });
  });

  it('says that a server may ask for a token', () => {
    expect(description.security).toEqual([{ token: [] }, {}]);
    expect(description.components.securitySchemes.token).toMatchObject({ type: 'http', scheme: 'bearer' });
  });
});
