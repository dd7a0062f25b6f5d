/** The OpenAPI document of an app, made of what its routes declare. */
import type { App } from '../app-options.ts';

const title = 'Chapter & Verse';
const description =
  "Answers questions about long reports with the reports' own sentences, each with its page.";
const token = {
  type: 'http',
  scheme: 'bearer',
  description:
    'Where there are tokens, by `verse token add` or VERSE_TOKENS; /healthz and /readyz are open then too. What a token may do is said by its rights (403 where one is missing), and it sees the documents of its collections alone.',
} as const;

/** OpenAPI 3.1. The empty requirement says that a token may not be needed. */
export function describeApi(app: App, version: string) {
  const security = [{ token: [] }, {}];
  const api = app.getOpenAPI31Document({ openapi: '3.1.0', info: { title, version, description }, security });
  return { ...api, components: { ...api.components, securitySchemes: { token } } };
}
