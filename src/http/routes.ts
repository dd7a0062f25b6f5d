/** The endpoints as the OpenAPI document declares them; their handlers are in app.ts. */
import { createRoute } from '@hono/zod-openapi';
import { z } from 'zod';
import {
  answerSchema,
  askRequestSchema,
  documentSchema,
  passageSchema,
  problemSchema,
  searchRequestSchema,
  searchResponseSchema,
} from '../wire.ts';
import { maxPageWidth } from './page-images.ts';
import type { ProblemStatus } from './problem.ts';

const problemMeanings: Record<ProblemStatus, string> = {
  400: 'Not JSON, or a field that is missing, unknown or out of range.',
  403: 'The Host or Origin is not this machine.',
  404: 'No such document, page or passage.',
  405: 'The method is not among those in Allow.',
  413: 'The body is too large.',
  415: 'The body is not application/json.',
  416: 'The range lies behind the end of the file.',
  422: 'A document or chapter that does not exist; the detail lists near names.',
  500: 'A failure inside the server, or a file that cannot be read.',
  503: 'No usable index (the detail names the repair), or no answer within the time limit.',
};

export function problems<Status extends ProblemStatus>(...statuses: Status[]) {
  const content = { 'application/problem+json': { schema: problemSchema } };
  const entries = statuses.map((status) => [status, { description: problemMeanings[status], content }]);
  return Object.fromEntries(entries) as Record<Status, { description: string; content: typeof content }>;
}

export function json<Schema extends z.ZodType>(schema: Schema, description: string) {
  return { description, content: { 'application/json': { schema } } };
}

function body<Schema extends z.ZodType>(schema: Schema) {
  return { body: { required: true, content: { 'application/json': { schema } } } };
}

const documentId = z
  .string()
  .meta({ description: "The file's name without .pdf.", example: 'fragmented-europe-2026' });
const binary = z.string().meta({ type: 'string', format: 'binary' });

export const askRoute = createRoute({
  method: 'post',
  path: '/v1/ask',
  operationId: 'ask',
  summary: 'Answers a question with sentences of the documents',
  request: body(askRequestSchema),
  responses: {
    200: json(answerSchema, 'The answer, or "not-found".'),
    ...problems(400, 403, 413, 415, 422, 500, 503),
  },
});

export const searchRoute = createRoute({
  method: 'post',
  path: '/v1/search',
  operationId: 'search',
  summary: 'Ranks the passages nearest to a query',
  request: body(searchRequestSchema),
  responses: {
    200: json(searchResponseSchema, 'Best first.'),
    ...problems(400, 403, 413, 415, 422, 500, 503),
  },
});

export const documentsRoute = createRoute({
  method: 'get',
  path: '/v1/documents',
  operationId: 'listDocuments',
  summary: 'Lists the documents with their chapters',
  responses: { 200: json(z.array(documentSchema), 'All documents.'), ...problems(403, 500, 503) },
});

export const fileRoute = createRoute({
  method: 'get',
  path: '/v1/documents/{id}/file',
  operationId: 'readDocument',
  summary: "The document's PDF, whole or one range of bytes",
  request: {
    params: z.object({ id: documentId }),
    headers: z.object({ range: z.string().optional().meta({ example: 'bytes=0-1023' }) }),
  },
  responses: {
    200: { description: 'The file.', content: { 'application/pdf': { schema: binary } } },
    206: { description: 'The range.', content: { 'application/pdf': { schema: binary } } },
    304: { description: 'Unchanged since the ETag in If-None-Match.' },
    ...problems(403, 404, 416, 500, 503),
  },
});

export const pageImageQuery = z.object({
  width: z.coerce
    .number()
    .int()
    .min(1)
    .max(maxPageWidth)
    .default(1000)
    .meta({ description: 'Pixels; rounded up to steps of 200.' }),
});

/** Declared only: OpenAPI has no pattern for a path segment that ends in .png, so app.ts adds the handler by hand. */
export const pageImageRoute = createRoute({
  method: 'get',
  path: '/v1/documents/{id}/pages/{n}.png',
  operationId: 'drawPage',
  summary: 'A page as a picture',
  request: {
    params: z.object({
      id: documentId,
      n: z.coerce.number().int().min(1).meta({ description: 'Counted from 1.' }),
    }),
    query: pageImageQuery,
  },
  responses: {
    200: { description: 'The picture.', content: { 'image/png': { schema: binary } } },
    304: { description: 'Unchanged since the ETag in If-None-Match.' },
    ...problems(400, 403, 404, 500, 503),
  },
});

/** Declared only: a passage's id holds slashes, which a path parameter of OpenAPI cannot; app.ts takes both forms. */
export const passageRoute = createRoute({
  method: 'get',
  path: '/v1/passages/{id}',
  operationId: 'readPassage',
  summary: 'A passage with its sentences, boxes, notes and neighbours',
  request: {
    params: z.object({
      id: z.string().meta({
        description: '`<document>/<chapter>/<number>`, with its slashes plain or encoded.',
        example: 'fragmented-europe-2026/12/4',
      }),
    }),
  },
  responses: { 200: json(passageSchema, 'The passage.'), ...problems(403, 404, 500, 503) },
});

const statusSchema = z.object({ status: z.string() }).meta({ id: 'Status' });

export const healthRoute = createRoute({
  method: 'get',
  path: '/healthz',
  operationId: 'checkHealth',
  summary: 'Whether the process lives',
  responses: { 200: json(statusSchema, 'It does.'), ...problems(403, 500) },
});

export const readyRoute = createRoute({
  method: 'get',
  path: '/readyz',
  operationId: 'checkReadiness',
  summary: 'Whether an index is open',
  responses: { 200: json(statusSchema, 'It is.'), ...problems(403, 500, 503) },
});
