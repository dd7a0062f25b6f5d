import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { StdioClientTransport } from '@modelcontextprotocol/sdk/client/stdio.js';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ingestDocuments } from '../../assistant/ingest-documents.ts';
import { loadConfig } from '../../config/settings.ts';
import { type BuiltPackage, buildPackage } from '../../testing/build-package.ts';
import { makeReport, sweden } from '../../testing/documents/small-report.ts';
import { callTool, connectClient } from '../../testing/http/mcp-client.ts';

let root = '';
let built: BuiltPackage;
/** With a document ingested, which the tests do not change. */
let ready: Record<string, string> = {};

function makeFolders(): Record<string, string> {
  const folder = mkdtempSync(join(root, 'own-'));
  mkdirSync(join(folder, 'corpus'));
  return { VERSE_CORPUS: join(folder, 'corpus'), VERSE_INDEX: join(folder, 'index') };
}

function addReport({ VERSE_CORPUS = '' }: Record<string, string>): void {
  writeFileSync(join(VERSE_CORPUS, 'etnc.pdf'), makeReport([sweden]));
}

beforeAll(async () => {
  root = realpathSync(mkdtempSync(join(tmpdir(), 'verse-mcp-')));
  ready = makeFolders();
  addReport(ready);
  await ingestDocuments(loadConfig({}, ready, root));
  built = buildPackage();
});
afterAll(() => {
  built.remove();
  rmSync(root, { recursive: true, force: true });
});

const program = () => join(built.folder, 'bin', 'verse.mjs');
const question = 'Which companies did Sweden ban from 5G networks in 2020?';
const banned =
  'Sweden, as one of few EU countries, adopted an explicit ban on equipment from Chinese companies Huawei and ZTE in 5G networks in 2020.';

/** The official client with `verse mcp` as a process of its own. */
async function start(environment: Record<string, string>) {
  const transport = new StdioClientTransport({
    command: process.execPath,
    args: [program(), 'mcp'],
    cwd: root,
    env: environment,
    stderr: 'pipe',
  });
  const complained: string[] = [];
  transport.stderr?.on('data', (data: Buffer) => complained.push(data.toString()));
  const client = await connectClient(transport);
  return { client, complained: () => complained.join('') };
}

/** Pipes messages in, and gives the lines that come out. */
async function pipe(...messages: object[]) {
  const child = spawn(process.execPath, [program(), 'mcp'], { cwd: root, env: ready });
  child.stdin.end(messages.map((message) => `${JSON.stringify({ jsonrpc: '2.0', ...message })}\n`).join(''));
  const [out, err, [exit]] = await Promise.all([text(child.stdout), text(child.stderr), once(child, 'exit')]);
  return {
    exit,
    err,
    answers: out
      .split('\n')
      .filter((line) => line !== '')
      .map((line) => JSON.parse(line)),
  };
}

const hello = {
  id: 1,
  method: 'initialize',
  params: { protocolVersion: '2025-06-18', capabilities: {}, clientInfo: { name: 'test', version: '0' } },
};
const call = { id: 2, method: 'tools/call', params: { name: 'ask', arguments: { question } } };

describe('verse mcp', () => {
  it('starts without a document, says so when asked, and answers once there is one', async () => {
    const own = makeFolders();
    const { client, complained } = await start(own);
    const refused = await callTool(client, 'ask', { question });
    expect(refused.isError).toBe(true);
    expect(refused.text).toMatch(/corpus: no PDF in this folder\. Put one there/);
    // Over another pipe than the answer.
    await expect.poll(complained).toContain(refused.text);

    addReport(own);
    const answered = await callTool(client, 'ask', { question });
    expect(answered.text).toContain(`${banned} [1]`);
    expect(answered.text).toContain('[1] Sweden, p. 1');
    expect(answered.structuredContent).toMatchObject({ status: 'answered', citations: [{ page: 1 }] });

    const { contents } = await client.readResource({ uri: 'verse://etnc/Sweden' });
    expect(contents).toMatchObject([{ text: expect.stringContaining(`[p. 1] ${banned}`) }]);
    await client.close();
  });

  it('answers all that was piped in before it ends with 0, and prints nothing but the protocol', async () => {
    const initialized = { method: 'notifications/initialized' };
    const { exit, err, answers } = await pipe(hello, initialized, call);
    expect(answers).toMatchObject([
      { jsonrpc: '2.0', id: 1, result: { serverInfo: { name: 'chapter-and-verse' } } },
      { jsonrpc: '2.0', id: 2, result: { structuredContent: { status: 'answered' } } },
    ]);
    expect({ exit, err }).toEqual({ exit: 0, err: '' });
  });

  it('does not wait for what was cancelled', async () => {
    const cancelled = { method: 'notifications/cancelled', params: { requestId: 2 } };
    const { exit, answers } = await pipe(hello, call, cancelled);
    expect(answers.map(({ id }) => id)).toEqual([1]);
    expect(exit).toBe(0);
  });
});
