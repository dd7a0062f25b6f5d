/** The OpenAPI document as Markdown: each operation with its fields, an example and its answers, then the types. Pure. */
import { describeLimits, describeType, type JsonSchema, refName } from '../../http/docs/describe-type.ts';
import type { ApiDescription } from '../../http/docs/render-docs.ts';
import { code, plainText, renderCode, renderPage, renderTable } from './markdown.ts';

type Operation = NonNullable<ApiDescription['paths'][string]>[string];
type Schemas = ApiDescription['schemas'];

/** A type with links to the schemas that it names. */
function renderType(schema: JsonSchema, schemas: Schemas): string {
  const type = describeType(schema);
  const names = type.split(/\W+/).filter((word) => Object.hasOwn(schemas, word));
  const [name] = names;
  return name === undefined ? code(type) : `[${code(type)}](#${name.toLowerCase()})`;
}

function renderFields(schema: JsonSchema, schemas: Schemas): string[] {
  const rows = Object.entries(schema.properties ?? {}).map(([name, field]) => [
    `${code(name)}${schema.required?.includes(name) ? '' : ' (optional)'}`,
    renderType(field, schemas),
    plainText(`${field.description ?? ''} ${describeLimits(field)}`),
  ]);
  return renderTable(['field', 'type', 'meaning'], rows);
}

function renderParameters({ parameters = [] }: Operation, schemas: Schemas): string[] {
  const rows = parameters.map(({ name, in: place, description, schema = {} }) => [
    code(name),
    renderType(schema, schemas),
    plainText(`In the ${place}. ${description ?? schema.description ?? ''} ${describeLimits(schema)}`),
  ]);
  return renderTable(['parameter', 'type', 'meaning'], rows);
}

function renderBody({ requestBody }: Operation): string[] {
  const schema = requestBody?.content['application/json']?.schema;
  const name = schema?.$ref === undefined ? undefined : refName(schema.$ref);
  return name === undefined ? [] : [`Body: [${code(name)}](#${name.toLowerCase()}).`];
}

/** The value that stands for a parameter in an example. */
const exampleValue = ({ schema = {} }: NonNullable<Operation['parameters']>[number]) =>
  encodeURIComponent(String(schema.example ?? ''));

/** A call that works on an index of the report in `corpus/`. */
function renderExample(
  method: string,
  path: string,
  { parameters = [], requestBody, responses }: Operation,
): string[] {
  const address = parameters
    .filter((parameter) => parameter.in === 'path')
    .reduce((text, parameter) => text.replace(`{${parameter.name}}`, exampleValue(parameter)), path);
  const queries = parameters
    .filter((parameter) => parameter.in === 'query' && parameter.required === true)
    .map((parameter) => `${parameter.name}=${exampleValue(parameter)}`);
  const url = `http://127.0.0.1:8787${[address, ...queries].join('?')}`;
  const [[type, { example }] = ['', {}]] = Object.entries<{ example?: unknown }>(requestBody?.content ?? {});
  const json = JSON.stringify(example, null, 1)?.replace(/\n\s*/g, ' ');
  const [gives = ''] = Object.keys(responses['200']?.content ?? {});
  return [
    renderCode(
      'sh',
      [
        'curl -s',
        ...(['get', 'post'].includes(method) ? [] : [`-X ${method.toUpperCase()}`]),
        `'${url}'`,
        ...(/^image|pdf$/.test(gives) ? [`-o out.${gives.split('/').at(-1)}`] : []),
        ...(type === '' ? [] : [`-H 'content-type: ${type}'`]),
        ...(type === '' ? [] : [json === undefined ? '--data-binary @report.pdf' : `-d '${json}'`]),
      ].join(' '),
    ),
  ];
}

/** What an operation answers with; its problems by their statuses, which mean the same everywhere. */
function renderAnswers({ responses }: Operation, schemas: Schemas): string[] {
  const isProblem = (status: string) => Number(status) >= 400;
  const statuses = Object.keys(responses);
  const rows = statuses
    .filter((status) => !isProblem(status))
    .map((status) => {
      const { description = '', content = {} } = responses[status] ?? {};
      const types = Object.entries(content).map(([type, { schema = {} }]) =>
        type.endsWith('json') ? renderType(schema, schemas) : code(type),
      );
      return [status, types.join(', '), plainText(description)];
    });
  const problems = statuses.filter(isProblem);
  return [
    ...renderTable(['status', 'type', 'meaning'], rows),
    ...(problems.length === 0 ? [] : [`[Problems](#problems): ${problems.join(', ')}.`]),
  ];
}

/** The meaning of each status of a problem. */
function renderProblems(operations: readonly Operation[]): string[] {
  const meanings = operations.flatMap(({ responses }) =>
    Object.entries(responses).filter(([status]) => Number(status) >= 400),
  );
  const rows = [...new Map(meanings)]
    .sort(([a], [b]) => Number(a) - Number(b))
    .map(([status, { description = '' }]) => [status, plainText(description)]);
  return renderTable(['status', 'meaning'], rows);
}

/** A page of the reference. */
export function renderApi({ info, paths, schemas }: ApiDescription): string {
  const operations = Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => ({
      name: `${method.toUpperCase()} ${path}`,
      example: renderExample(method, path, operation),
      operation,
    })),
  );
  return renderPage('API', [
    `${info.description ?? ''} \`verse serve\` shows the same at \`/docs\`, with forms to try it, and has it for programs at \`/openapi.json\`. [Over HTTP](../guides/over-http.md) begins with examples.`,
    ...operations.flatMap(({ name, operation, example }) => [
      `## ${code(name)}`,
      plainText(
        [operation.summary === undefined ? '' : `${operation.summary}.`, operation.description ?? '']
          .join(' ')
          .trim(),
      ),
      ...renderParameters(operation, schemas),
      ...renderBody(operation),
      ...example,
      ...renderAnswers(operation, schemas),
    ]),
    '## Problems',
    'Errors are problem details ([Problem](#problem)), but for the chat API, whose errors are as OpenAI has them.',
    ...renderProblems(operations.map(({ operation }) => operation)),
    '## Types',
    ...Object.entries(schemas).flatMap(([name, schema]) => [
      `### ${name}`,
      ...(schema.description === undefined ? [] : [plainText(schema.description)]),
      ...renderFields(schema, schemas),
    ]),
  ]);
}
