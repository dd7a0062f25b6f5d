/** Endpoints for operators: liveness, readiness, metrics, capabilities. */
import { createRoute } from '@hono/zod-openapi';
import { z } from 'zod';
import type { Assistant } from '../../assistant/assistant.ts';
import { everybody } from '../../config/grants.ts';
import { VerseError } from '../../core/errors.ts';
import type { AddRoutes } from '../app-options.ts';
import { json, problems } from '../declare.ts';
import { describeApi } from '../docs/describe-api.ts';
import type { Metrics } from './metrics.ts';

/** Who asks whether the server is ready asks again; it looks for an index every second. */
const readyAgainSeconds = '5';

const statusSchema = z.object({ status: z.string() }).meta({ id: 'Status' });

const readySchema = z
  .object({
    status: z.string(),
    writes: z.boolean().meta({ description: 'Whether a chat model is configured, for `mode: generate`.' }),
  })
  .meta({ id: 'Readiness' });

const healthRoute = createRoute({
  method: 'get',
  path: '/healthz',
  operationId: 'checkHealth',
  summary: 'Whether the process lives',
  responses: { 200: json(statusSchema, 'It does.'), ...problems(403, 421, 500) },
});

const readyRoute = createRoute({
  method: 'get',
  path: '/readyz',
  operationId: 'checkReadiness',
  summary: 'Whether an index is open',
  responses: { 200: json(readySchema, 'It is.'), ...problems(403, 421, 500, 503) },
});

const metricsRoute = createRoute({
  method: 'get',
  path: '/metrics',
  operationId: 'readMetrics',
  summary: 'Counts of requests and answers, for Prometheus',
  responses: {
    200: { description: 'Prometheus text.', content: { 'text/plain': { schema: z.string() } } },
    ...problems(401, 403, 421, 500),
  },
});

/** Counts the documents by collection. */
async function countDocuments({ collectionDocuments }: Metrics, open: () => Assistant): Promise<void> {
  collectionDocuments.reset();
  try {
    const collections = (await open().documents()).map(({ collection = '' }) => collection);
    for (const collection of collections) collectionDocuments.inc({ collection });
  } catch (error) {
    // Without an index there is nothing to count.
    if (!(error instanceof VerseError)) throw error;
  }
}

export const addHousekeeping: AddRoutes = (app, { version, metrics }, assistant) => {
  app.openapi(healthRoute, (context) => context.json({ status: 'alive' }, 200));
  app.openapi(readyRoute, (context) => {
    try {
      const { chatModel } = assistant(context);
      return context.json({ status: 'ready', writes: chatModel !== null }, 200);
    } catch (error) {
      context.header('Retry-After', readyAgainSeconds);
      throw error;
    }
  });
  app.openapi(metricsRoute, async (context) => {
    // Where nobody needs a token, nobody needs collections.
    if (context.get('grant') !== everybody) await countDocuments(metrics, () => assistant(context));
    return context.text(await metrics.registry.metrics(), 200, {
      'Content-Type': metrics.registry.contentType,
    });
  });
  app.get('/openapi.json', (context) => context.json(describeApi(app, version)));
};
