/** The documents: their listing, the PDFs, and pages as pictures. */
import { createRoute } from '@hono/zod-openapi';
import { z } from 'zod';
import { VerseError } from '../core/errors.ts';
import type { ReportDocument } from '../core/types.ts';
import { maxPageWidth, roundWidth } from '../pictures/page-images.ts';
import { documentSchema } from '../wire/document.ts';
import { readingQuerySchema, readingSchema } from '../wire/reading.ts';
import type { AddRoutes } from './app-options.ts';
import { json, problems } from './declare.ts';
import { fileResponse } from './document-file.ts';
import { documentId, findDocument, findListing } from './find-document.ts';
import { isUnchanged } from './respond/entity-tag.ts';
import { fieldProblem } from './respond/field-errors.ts';

const binary = z.string().meta({ type: 'string', format: 'binary' });

const documentsRoute = createRoute({
  method: 'get',
  path: '/v1/documents',
  operationId: 'listDocuments',
  summary: 'Lists the documents with their chapters',
  request: {
    query: z.object({
      structure: z
        .enum(['true', 'false'])
        .default('false')
        .meta({ description: 'Also the `structure` of each, up to 60 kB a document.' }),
    }),
  },
  responses: {
    200: json(z.array(documentSchema), 'All documents.'),
    ...problems(400, 401, 403, 421, 500, 503),
  },
});

const documentRoute = createRoute({
  method: 'get',
  path: '/v1/documents/{id}',
  operationId: 'describeDocument',
  summary: 'A document with its chapters and its structure',
  request: { params: z.object({ id: documentId }) },
  responses: { 200: json(documentSchema, 'The document.'), ...problems(401, 403, 404, 421, 500, 503) },
});

const readingRoute = createRoute({
  method: 'get',
  path: '/v1/documents/{id}/reading',
  operationId: 'reportReading',
  summary: 'How well the document was read, with a sample of its pages',
  request: { params: z.object({ id: documentId }), query: readingQuerySchema },
  responses: {
    200: json(readingSchema, 'The report.'),
    ...problems(400, 401, 403, 404, 421, 500, 503),
  },
});

const fileRoute = createRoute({
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
    ...problems(401, 403, 404, 416, 421, 500, 503),
  },
});

const pageImageQuery = z.object({
  width: z.coerce
    .number()
    .int()
    .min(1)
    .max(maxPageWidth)
    .default(1000)
    .meta({ description: 'Pixels; rounded up to steps of 200.' }),
});

/** Only declared: OpenAPI cannot express a path segment ending in .png, so the handler is added by hand. */
const pageImageRoute = createRoute({
  method: 'get',
  path: '/v1/documents/{id}/pages/{n}.png',
  operationId: 'drawPage',
  summary: 'A page as a picture',
  request: {
    params: z.object({
      id: documentId,
      n: z.coerce.number().int().min(1).meta({ description: 'Counted from 1.', example: 84 }),
    }),
    query: pageImageQuery,
  },
  responses: {
    200: { description: 'The picture.', content: { 'image/png': { schema: binary } } },
    304: { description: 'Unchanged since the ETag in If-None-Match.' },
    ...problems(400, 401, 403, 404, 421, 500, 503),
  },
});

/** `84.png` as a page number that the document has. */
function findPage(document: ReportDocument, fileName: string): number {
  const page = /^[1-9]\d*\.png$/.test(fileName) ? Number.parseInt(fileName, 10) : 0;
  if (page >= 1 && page <= document.pageCount) return page;
  const name = fileName.replace(/\.png$/, '');
  throw new VerseError(
    'unknown-page',
    `${document.id} has no page ${name}.`,
    `Its pages are 1 to ${document.pageCount}.`,
  );
}

export const addDocuments: AddRoutes = (app, { renderPage }, assistant) => {
  app.openapi(documentsRoute, async (context) => {
    const documents = await assistant(context).documents();
    if (context.req.valid('query').structure === 'true') return context.json(documents, 200);
    return context.json(
      documents.map(({ structure: _, ...document }) => document),
      200,
    );
  });

  app.openapi(documentRoute, async (context) =>
    context.json(await findListing(assistant(context), context.req.valid('param').id), 200),
  );

  app.openapi(readingRoute, async (context) => {
    const own = assistant(context);
    const { id } = await findDocument(own, context.req.valid('param').id);
    return context.json(await own.reading(id, context.req.valid('query')), 200);
  });

  app.openapi(fileRoute, async (context) => {
    const { id } = await findDocument(assistant(context), context.req.valid('param').id);
    return fileResponse(context, id, await assistant(context).file(id));
  });

  app.openAPIRegistry.registerPath(pageImageRoute);
  app.get('/v1/documents/:id/pages/:file', async (context) => {
    const document = await findDocument(assistant(context), context.req.param('id'));
    const page = findPage(document, context.req.param('file'));
    const query = pageImageQuery.safeParse(context.req.query());
    if (!query.success) throw fieldProblem(query.error.issues);
    const width = roundWidth(query.data.width);
    const headers = {
      'Cache-Control': 'no-cache',
      ETag: `"${document.sha256.slice(0, 16)}-${page}-${width}"`,
    };
    if (isUnchanged(context, headers.ETag)) return context.body(null, 304, headers);
    const file = await assistant(context).file(document.id);
    const picture = await renderPage({ file, sha256: document.sha256, page, width });
    return context.body(new Uint8Array(picture), 200, { ...headers, 'Content-Type': 'image/png' });
  });
};
