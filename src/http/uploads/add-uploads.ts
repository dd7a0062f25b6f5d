/** Sending documents over HTTP, and following what was sent. Off unless the server was given a queue: see the setting `uploads`. */
import { createRoute } from '@hono/zod-openapi';
import type { Context } from 'hono';
import { z } from 'zod';
import type { Grant } from '../../config/grants.ts';
import type { Uploads } from '../../wire/types.ts';
import { uploadsSchema } from '../../wire/upload.ts';
import { bodyChunks } from '../access/body-chunks.ts';
import type { AddRoutes, AppOptions } from '../app-options.ts';
import { json, problems, workProblems } from '../declare.ts';
import { HttpProblem } from '../respond/problem.ts';
import type { UploadQueue } from './upload-queue.ts';

export const uploadsState = json(uploadsSchema, 'Whether documents are taken, and how far each is.');

const uploadId = z
  .string()
  .meta({ description: 'As GET /v1/uploads lists it.', example: '7a1c2f0e-5f0b-4a53-9f0e-2d5c1f7b9a10' });

const uploadsRoute = createRoute({
  method: 'get',
  path: '/v1/uploads',
  operationId: 'listUploads',
  summary:
    'How far the documents that were sent are; over a database also what waits or is read for other servers',
  responses: { 200: uploadsState, ...problems(401, 403, 421, 500) },
});

const addRoute = createRoute({
  method: 'post',
  path: '/v1/documents',
  operationId: 'addDocument',
  summary: 'Takes a PDF in and ingests it; its progress is under /v1/uploads',
  request: {
    query: z.object({
      name: z.string().meta({ description: 'The file name.', example: 'report.pdf' }),
      collection: z.string().optional().meta({
        description: 'Which collection it goes into; by default the first that the token sees, or none.',
      }),
    }),
    body: {
      required: true,
      content: { 'application/pdf': { schema: z.string().meta({ type: 'string', format: 'binary' }) } },
    },
  },
  responses: { 202: uploadsState, ...problems(...workProblems) },
});

const dismissRoute = createRoute({
  method: 'delete',
  path: '/v1/uploads/{id}',
  operationId: 'dismissUpload',
  summary: 'Forgets an upload that is done, refused or cancelled; its document stays',
  request: { params: z.object({ id: uploadId }) },
  responses: { 200: uploadsState, ...problems(401, 403, 404, 409, 421, 500) },
});

const cancelRoute = createRoute({
  method: 'delete',
  path: '/v1/uploads/{id}/ingest',
  operationId: 'cancelIngest',
  summary:
    'Stops the ingest of an upload, also one that waits, and removes its file; the index stays as it was',
  request: { params: z.object({ id: uploadId }) },
  responses: {
    200: json(
      uploadsSchema,
      'It has stopped, and nothing of it is left: the upload is `cancelled`, or no longer listed where another server has it.',
    ),
    ...problems(401, 403, 404, 409, 421, 500),
  },
});

/** @throws HttpProblem 403: the server takes no documents, and changes none. */
export function refuseOff(): never {
  throw new HttpProblem(
    403,
    'uploads-off',
    'This server takes no documents. Set VERSE_UPLOADS=always to let it, or run `verse ingest` beside it.',
  );
}

function requireQueue({ uploads }: Pick<AppOptions, 'uploads'>): UploadQueue {
  return uploads ?? refuseOff();
}

/** The uploads that who asks sees; none where the server takes none. */
export function listUploads({ uploads }: Pick<AppOptions, 'uploads'>, grant: Grant): Promise<Uploads> {
  const off = { allowed: false, changes: false, maxBytes: 0, uploads: [] };
  return uploads?.state(grant) ?? Promise.resolve(off);
}

/** Whether a request carries a file, which has its own size limit. */
export function takesFile(context: Context): boolean {
  return context.req.method === 'POST' && context.req.path === addRoute.path;
}

/** Adds the routes. Without a queue they answer that uploads are off. */
export const addUploads: AddRoutes = (app, options) => {
  app.openapi(uploadsRoute, async (context) =>
    context.json(await listUploads(options, context.get('grant')), 200),
  );
  app.openapi(addRoute, async (context) => {
    const queue = requireQueue(options);
    if (context.req.header('Content-Type') !== 'application/pdf') {
      throw new HttpProblem(415, 'not-pdf', 'The body must be sent as Content-Type: application/pdf.');
    }
    const { body } = context.req.raw;
    if (body === null) throw new HttpProblem(400, 'no-body', 'The request has no body. Send the PDF in it.');
    const chunks = bodyChunks(body, { signal: queue.closing });
    await queue.add({ ...context.req.valid('query'), body: chunks }, context.get('grant'));
    return context.json(await listUploads(options, context.get('grant')), 202);
  });
  app.openapi(dismissRoute, async (context) => {
    const queue = requireQueue(options);
    await queue.dismiss(context.req.valid('param').id, context.get('grant'));
    return context.json(await listUploads(options, context.get('grant')), 200);
  });
  app.openapi(cancelRoute, async (context) => {
    const queue = requireQueue(options);
    await queue.cancel(context.req.valid('param').id, context.get('grant'));
    return context.json(await listUploads(options, context.get('grant')), 200);
  });
};
