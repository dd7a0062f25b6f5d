/** The pages of docs/reference, made of the source. `npm run docs` writes them. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describeSettings, packageRoot } from '../../config/settings.ts';
import { createApp } from '../../http/app.ts';
import { describeApi } from '../../http/docs/describe-api.ts';
import type { JsonSchema } from '../../http/docs/describe-type.ts';
import type { ApiDescription } from '../../http/docs/render-docs.ts';
import { createProgram } from '../create-program.ts';
import { processSession } from '../main.ts';
import { renderApi } from './render-api.ts';
import { renderCommands } from './render-commands.ts';
import { renderLibrary } from './render-library.ts';
import { renderMan } from './render-man.ts';
import { renderSettings } from './render-settings.ts';

const read = (path: string) => readFileSync(join(packageRoot, 'src', path), 'utf8');

/** The server's description of itself; no index is opened for it. */
function readApi(): ApiDescription {
  const app = createApp({
    assistant: () => undefined,
    config: { host: '127.0.0.1', maxBodyBytes: 0, requestTimeoutMs: 0 },
    renderPage: async () => new Uint8Array(),
    version: '',
  });
  const { info, paths, components } = describeApi(app, '');
  // Zod's document in the narrower types read here.
  return { info, paths, schemas: components.schemas } as ApiDescription;
}

/** The text of each page by its file's name. */
export function referencePages(): Record<string, string> {
  const { schema, variables } = describeSettings();
  const source = read('config/settings.ts');
  const session = { ...processSession(), isClone: true };
  return {
    'commands.md': renderCommands(createProgram(session)),
    'verse.1': renderMan(createProgram(session)),
    'settings.md': renderSettings({ source, schema: schema as JsonSchema, variables }),
    'api.md': renderApi(readApi()),
    'library.md': renderLibrary(read),
  };
}
