/** The examples of the OpenAPI document, sent as they stand to a server over the real report. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Assistant } from '../../assistant/assistant.ts';
import { openReportAssistant } from '../../testing/assistant/report-index.ts';
import { createApp } from '../app.ts';
import type { App } from '../app-options.ts';
import type { DocumentChanges } from '../changes/document-changes.ts';
import { HttpProblem } from '../respond/problem.ts';
import type { UploadQueue } from '../uploads/upload-queue.ts';

interface Operation {
  operationId: string;
  parameters?: { name: string; in: string; required?: boolean; schema: { example?: unknown } }[];
  requestBody?: { content: Record<string, { example?: unknown }> };
  responses: Record<string, unknown>;
}

/** A queue that takes everything and changes nothing; it has no uploads. */
const queue: UploadQueue = {
  closing: new AbortController().signal,
  state: async () => ({ allowed: true, changes: true, maxBytes: 1000, uploads: [] }),
  add: async () => undefined,
  addFile: async () => undefined,
  knows: () => false,
  takesIn: () => false,
  cancel: async () => {
    throw new HttpProblem(404, 'unknown-upload', 'There is no such upload.');
  },
  dismiss: async () => {
    throw new HttpProblem(404, 'unknown-upload', 'There is no such upload.');
  },
  settled: async () => undefined,
  close: async () => undefined,
};

/** Changes nothing. */
const changes: DocumentChanges = {
  remove: async () => undefined,
  change: async () => undefined,
  removeOrphan: async () => false,
};

let assistant: Assistant;
let app: App;
beforeAll(async () => {
  assistant = await openReportAssistant();
  app = appOver(assistant);
});
afterAll(() => assistant.close());

function appOver(open: Assistant | undefined): App {
  return createApp({
    assistant: () => open,
    config: { host: '127.0.0.1', maxBodyBytes: 10_000, requestTimeoutMs: 60_000 },
    renderPage: async () => new Uint8Array([1]),
    version: '0.0.0',
    uploads: queue,
    changes,
  });
}

const api: { paths: Record<string, Record<string, Operation>> } = await (
  await appOver(undefined).request('/openapi.json')
).json();
const operations = Object.entries(api.paths).flatMap(([path, methods]) =>
  Object.entries(methods).map(([method, operation]) => ({
    id: operation.operationId,
    path,
    method,
    operation,
  })),
);

/** Those that succeed with another status than 200, and those on an upload, of which there is none. */
const others: Record<string, number> = {
  addDocument: 202,
  readDocument: 206,
  dismissUpload: 404,
  cancelIngest: 404,
};

/** The request that an operation's examples make: its path, and how it is sent. */
function exampleOf(
  path: string,
  method: string,
  { parameters = [], requestBody }: Operation,
): [string, RequestInit] {
  const headers = new Headers();
  const url = new URL(path.replaceAll(/[{}]/g, '_'), 'http://localhost');
  let address = path;
  for (const { name, in: place, required, schema } of parameters) {
    if (schema.example === undefined) {
      expect([name, required ?? false]).toEqual([name, false]);
      continue;
    }
    const value = String(schema.example);
    if (place === 'path') address = address.replace(`{${name}}`, encodeURIComponent(value));
    if (place === 'query') url.searchParams.set(name, value);
    if (place === 'header') headers.set(name, value);
  }
  const init: RequestInit = { method: method.toUpperCase(), headers };
  const [[type, { example }] = ['', {}]] = Object.entries(requestBody?.content ?? {});
  if (type !== '') {
    headers.set('Content-Type', type);
    if (type === 'application/json') expect(example).toBeDefined();
    init.body = type === 'application/json' ? JSON.stringify(example) : '%PDF-1.7';
  }
  return [`${address}${url.search}`, init];
}

describe('the example of', () => {
  it.each(operations)('$id is answered', async ({ id, path, method, operation }) => {
    const [address, init] = exampleOf(path, method, operation);
    const response = await app.request(address, init);
    const expected = others[id] ?? 200;
    expect([response.status, Object.keys(operation.responses)]).toEqual([
      expected,
      expect.arrayContaining([String(expected)]),
    ]);
  });

  it.each([
    ['ask', /"status":"answered".*Huawei and ZTE/],
    ['search', /"hits":\[\{.*"passageId":"fragmented-europe-2026\//],
    ['verify', /"verdict":"supported"/],
    ['compare', /"changed":0/],
    ['completeChat', /Bosch.*20,000/],
    ['readPassage', /"passageId":"fragmented-europe-2026\/12\/4"/],
  ])('%s has an answer to look at', async (id, answer) => {
    const [found] = operations.filter((operation) => operation.id === id);
    if (found === undefined) throw new Error(`There is no operation ${id}.`);
    const [address, init] = exampleOf(found.path, found.method, found.operation);
    expect(await (await app.request(address, init)).text()).toMatch(answer);
  });
});
