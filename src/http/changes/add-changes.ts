/** Changing and removing documents over HTTP. Off unless the server takes documents: see the setting `uploads`. */
import { createRoute } from '@hono/zod-openapi';
import { z } from 'zod';
import { documentChangeSchema, documentSchema } from '../../wire/document.ts';
import type { AddRoutes, AppOptions } from '../app-options.ts';
import { body, json, problems, workProblems } from '../declare.ts';
import { documentId, findDocument, findListing } from '../find-document.ts';
import { listUploads, refuseOff, uploadsState } from '../uploads/add-uploads.ts';
import type { DocumentChanges } from './document-changes.ts';

const removeRoute = createRoute({
  method: 'delete',
  path: '/v1/documents/{id}',
  operationId: 'removeDocument',
  summary: 'Takes a document out of the index; a file in the corpus is kept in its folder .removed',
  request: { params: z.object({ id: documentId }) },
  responses: { 200: uploadsState, ...problems(400, 401, 403, 404, 421, 500, 503) },
});

const changeRoute = createRoute({
  method: 'patch',
  path: '/v1/documents/{id}',
  operationId: 'changeDocument',
  summary: "Sets a document's title, year, tags or collection, which later ingests keep",
  request: {
    params: z.object({ id: documentId }),
    ...body(documentChangeSchema, { tags: ['think tank'], year: 2026 }),
  },
  responses: {
    200: json(documentSchema, 'The document as it is listed now.'),
    ...problems(...workProblems, 404),
  },
});

function requireChanges({ changes }: Pick<AppOptions, 'changes'>): DocumentChanges {
  return changes ?? refuseOff();
}

/** Adds the routes. Without `changes` they answer that uploads are off. */
export const addChanges: AddRoutes = (app, options, assistant) => {
  app.openapi(removeRoute, async (context) => {
    const changes = requireChanges(options);
    const { id } = context.req.valid('param');
    const grant = context.get('grant');
    if (!(await changes.removeOrphan(id, grant))) {
      await changes.remove(await findDocument(assistant(context), id), grant);
    }
    return context.json(await listUploads(options, grant), 200);
  });
  app.openapi(changeRoute, async (context) => {
    const changes = requireChanges(options);
    const { id } = await findDocument(assistant(context), context.req.valid('param').id);
    await changes.change(id, context.req.valid('json'), context.get('grant'));
    return context.json(await findListing(assistant(context), id), 200);
  });
};
