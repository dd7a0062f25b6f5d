/** /docs: the API's description for people, made of the OpenAPI document. */
import type { AddRoutes } from '../app-options.ts';
import { describeApi } from './describe-api.ts';
import { type ApiDescription, renderDocs } from './render-docs.ts';

export const addDocs: AddRoutes = (app, { version }) => {
  app.get('/docs', (context) => {
    const { info, paths, components } = describeApi(app, version);
    // Zod's document in the narrower types read here.
    const api = { info, paths, schemas: components.schemas } as ApiDescription;
    return context.html(renderDocs(api), 200, { 'Cache-Control': 'no-cache' });
  });
};
