/** The API's description as HTML: each operation with its fields, its answers and a form to try it, then the schemas. */
import { html } from 'hono/html';
import { renderPlainPage } from '../pages/plain-page.ts';
import { describeLimits, describeType, type JsonSchema, refName, sampleOf } from './describe-type.ts';

interface Content {
  schema?: JsonSchema;
  example?: unknown;
}

interface Parameter {
  name: string;
  in: string;
  required?: boolean;
  description?: string;
  schema?: JsonSchema;
}

interface Operation {
  operationId: string;
  summary?: string;
  description?: string;
  parameters?: readonly Parameter[];
  requestBody?: { content: Record<string, Content> };
  responses: Record<string, { description?: string; content?: Record<string, Content> }>;
}

/** The parts of an OpenAPI document that are read. */
export interface ApiDescription {
  info: { title: string; version: string; description?: string };
  paths: Record<string, Record<string, Operation>>;
  schemas: Record<string, JsonSchema>;
}

type Markup = ReturnType<typeof html>;

/** A type with links to the schemas that it names. */
function renderType(schema: JsonSchema, schemas: Record<string, JsonSchema>): Markup {
  const words = describeType(schema).split(/\b/);
  return html`<code>${words.map((word) =>
    Object.hasOwn(schemas, word) ? html`<a href="#${word}">${word}</a>` : word,
  )}</code>`;
}

interface Field {
  name: string;
  type: Markup;
  isRequired: boolean;
  description: string;
}

function renderFields(caption: string, fields: readonly Field[]): Markup {
  if (fields.length === 0) return html``;
  return html`<table>
<caption>${caption}</caption>
<thead><tr><th scope="col">Name</th><th scope="col">Type</th><th scope="col">Meaning</th></tr></thead>
<tbody>${fields.map(
    ({ name, type, isRequired, description }) =>
      html`<tr><th scope="row"><code>${name}</code>${isRequired ? '' : html` <small>optional</small>`}</th><td>${type}</td><td>${description}</td></tr>
`,
  )}</tbody>
</table>`;
}

function fieldsOf(schema: JsonSchema, schemas: Record<string, JsonSchema>): Field[] {
  return Object.entries(schema.properties ?? {}).map(([name, field]) => ({
    name,
    type: renderType(field, schemas),
    isRequired: schema.required?.includes(name) === true,
    description: `${field.description ?? ''} ${describeLimits(field)}`.trim(),
  }));
}

/** Named schemas have a section of their own; others are shown where they are used. */
function resolve(schema: JsonSchema, schemas: Record<string, JsonSchema>): JsonSchema {
  return schema.$ref === undefined ? schema : (schemas[refName(schema.$ref)] ?? {});
}

function renderInput(id: string, { name, in: place, required, schema = {} }: Parameter): Markup {
  const value = sampleOf(schema, {});
  return html`<label for="${id}-${name}">${name}</label>
<input id="${id}-${name}" name="${name}" data-in="${place}" value="${String(value)}"${required === true ? html` required` : ''}>`;
}

/** A form that docs.js sends, for operations that take JSON or nothing and return JSON or text. */
function renderForm(
  method: string,
  path: string,
  operation: Operation,
  schemas: ApiDescription['schemas'],
): Markup {
  const answers = Object.keys(operation.responses['200']?.content ?? {});
  const isReadable = answers.some((type) => type === 'application/json' || type.startsWith('text/'));
  if (!isReadable || !['get', 'post'].includes(method)) return html``;
  const id = operation.operationId;
  const inputs = (operation.parameters ?? []).filter((parameter) => parameter.in !== 'header');
  const { schema: body, example } = operation.requestBody?.content['application/json'] ?? {};
  if (operation.requestBody !== undefined && body === undefined) return html``;
  return html`<details><summary>Try it</summary>
<form data-method="${method.toUpperCase()}" data-path="${path}">
${inputs.map((parameter) => renderInput(id, parameter))}
${
  body === undefined
    ? ''
    : html`<label for="${id}-body">Body</label>
<textarea id="${id}-body" name="body" spellcheck="false">${JSON.stringify(example ?? sampleOf(body, schemas), null, 2)}</textarea>`
}
<button type="submit">Send</button>
<output></output>
</form></details>`;
}

function renderAnswers({ responses }: Operation, schemas: ApiDescription['schemas']): Markup {
  return html`<table>
<caption>Answers</caption>
<thead><tr><th scope="col">Status</th><th scope="col">Type</th><th scope="col">Meaning</th></tr></thead>
<tbody>${Object.entries(responses).map(([status, { description, content = {} }]) => {
    const types = Object.entries(content).map(([type, { schema = {} }]) =>
      type.endsWith('json') ? renderType(schema, schemas) : html`<code>${type}</code>`,
    );
    return html`<tr><th scope="row">${status}</th><td>${types}</td><td>${description ?? ''}</td></tr>
`;
  })}</tbody>
</table>`;
}

function renderOperation(
  method: string,
  path: string,
  operation: Operation,
  schemas: ApiDescription['schemas'],
): Markup {
  const parameters = (operation.parameters ?? []).map(
    ({ name, in: place, required = false, description, schema = {} }): Field => ({
      name,
      type: renderType(schema, schemas),
      isRequired: required,
      description: [`In the ${place}.`, description ?? schema.description ?? '', describeLimits(schema)]
        .join(' ')
        .trim(),
    }),
  );
  const body = operation.requestBody?.content['application/json']?.schema;
  return html`<section aria-labelledby="${operation.operationId}">
<h2 id="${operation.operationId}"><code>${method.toUpperCase()} ${path}</code></h2>
<p>${operation.summary ?? ''}${operation.summary === undefined ? '' : '.'} ${operation.description ?? ''}</p>
${renderFields('Parameters', parameters)}
${body === undefined ? '' : renderFields('Body', fieldsOf(resolve(body, schemas), schemas))}
${renderAnswers(operation, schemas)}
${renderForm(method, path, operation, schemas)}
</section>
`;
}

/** The whole page. */
export function renderDocs({ info, paths, schemas }: ApiDescription): Markup {
  const operations = Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => ({ method, path, operation })),
  );
  return renderPlainPage(
    `API · ${info.title}`,
    html`<main>
<h1>${info.title}: the API</h1>
<p>Version ${info.version}. ${info.description ?? ''} For programs: <a href="/openapi.json">openapi.json</a>. To ask: <a href="/">the page</a>.</p>
<nav aria-label="Operations"><ul>${operations.map(
      ({ method, path, operation }) =>
        html`<li><a href="#${operation.operationId}"><code>${method.toUpperCase()} ${path}</code></a> ${operation.summary ?? ''}</li>
`,
    )}</ul></nav>
${operations.map(({ method, path, operation }) => renderOperation(method, path, operation, schemas))}
<h2>Types</h2>
${Object.entries(schemas).map(
  ([name, schema]) => html`<section aria-labelledby="${name}">
<h3 id="${name}">${name}</h3>
<p>${schema.description ?? ''}</p>
${renderFields(`Fields of ${name}`, fieldsOf(schema, schemas))}
</section>
`,
)}
</main>`,
    'docs.js',
  );
}
