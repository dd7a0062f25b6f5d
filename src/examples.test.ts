/** The programs of examples/, run as a reader runs them, on the real report. */
import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, readFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { json } from 'node:stream/consumers';
import { promisify } from 'node:util';
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest';
import { processEnvironment } from './config/environment.ts';
import { packageRoot } from './config/settings.ts';
import { reportConfig } from './testing/assistant/report-index.ts';
import { type BuiltPackage, buildPackage } from './testing/build-package.ts';

let built: BuiltPackage;
beforeAll(() => {
  built = buildPackage({ published: true });
  cpSync(join(packageRoot, 'examples'), join(built.folder, 'examples'), { recursive: true });
});
afterAll(() => built.remove());

let server: Server | undefined;
let child: ChildProcess | undefined;
afterEach(() => {
  server?.close();
  child?.kill();
});

const settings = {
  PATH: processEnvironment.PATH ?? '',
  VERSE_INDEX: reportConfig().indexDir,
  VERSE_CORPUS: reportConfig().corpusDir,
};

async function run(command: string, args: readonly string[], environment: Record<string, string> = {}) {
  const { stdout } = await promisify(execFile)(command, args, {
    cwd: built.folder,
    env: { ...settings, ...environment },
    maxBuffer: 10_000_000,
  });
  return stdout;
}

it('ask.mjs asks, and gives passages to LangChain', async () => {
  const [answer, ...passages] = (await run(process.execPath, ['examples/ask.mjs'])).trim().split('\n\n');
  expect(answer).toMatch(/^Bosch alone .* 20,000 jobs .*\. \[Germany, p\. 84\]$/);
  expect(passages).toHaveLength(2);
});

it('walk.mjs prints what walk.md says, block by block', async () => {
  const page = readFileSync(join(packageRoot, 'examples', 'walk.md'), 'utf8');
  const sections = page.split(/^(?=## )/m).slice(1);
  const expected = sections.map((section) => {
    const [heading = ''] = section.split('\n');
    const [, printed = ''] = /```text\n([\s\S]*?)```/.exec(section) ?? [];
    return `${heading}\n\n${printed}`;
  });
  expect(await run(process.execPath, ['examples/walk.mjs'])).toBe(expected.join('\n'));
});

it('mcp-client.mjs lists the tools, asks, and reads a chapter', async () => {
  const printed = await run(process.execPath, ['examples/mcp-client.mjs']);
  expect(printed).toMatch(
    /^Tools: ask, search, .*\nPrompts: answer_with_citations, check_draft, compare_editions\n/,
  );
  expect(printed).toContain('[1] Germany, p. 84');
  expect(printed).toMatch(/\nverse:\/\/fragmented-europe-2026\/Germany: \d\d,\d{3} characters\n$/);
});

it('session.sh asks a server with curl', async () => {
  child = spawn(process.execPath, ['bin/verse.mjs', 'serve', '--port', '0'], {
    cwd: built.folder,
    env: settings,
  });
  const [line] = child.stdout === null ? [''] : await once(child.stdout, 'data');
  const [url = ''] = /http:\S+/.exec(String(line)) ?? [];
  const printed = await run('sh', ['examples/session.sh'], { VERSE_SERVER: url.replace(/\/$/, '') });
  const [ready, documents, answer, followUp, check, ...events] = printed.trim().split('\n');
  expect(JSON.parse(ready ?? '')).toMatchObject({ status: 'ready' });
  expect(JSON.parse(documents ?? '')).toMatchObject([{ id: 'fragmented-europe-2026' }]);
  expect(JSON.parse(answer ?? '').citations[0]).toMatchObject({ chapter: 'Sweden', page: 182 });
  expect(JSON.parse(followUp ?? '').resolvedQuestion).toMatch(/Germany/);
  expect(JSON.parse(check ?? '')).toMatchObject({ verdict: 'unsupported', problems: [{ text: '25,000' }] });
  expect(events.filter((event) => event.startsWith('event: '))).toEqual([
    'event: hits',
    'event: sentence',
    'event: done',
  ]);
});

/** A model behind OpenAI's protocol: it calls the tool, then answers from what that gave. */
async function startModel(): Promise<{ url: string; results: string[] }> {
  const results: string[] = [];
  server = createServer(async (request, response) => {
    const { messages } = (await json(request)) as { messages: { role: string; content: string }[] };
    const last = messages.at(-1);
    const call = {
      id: 'call-1',
      type: 'function',
      function: { name: 'find_passages', arguments: '{ "query": "Bosch is cutting jobs" }' },
    };
    if (last?.role === 'tool') results.push(last.content);
    const message =
      last?.role === 'tool'
        ? { content: 'Bosch is cutting more than 20,000 jobs in its automotive division.' }
        : { content: null, tool_calls: [call] };
    response.setHeader('Content-Type', 'application/json');
    response.end(
      JSON.stringify({
        // LangGraph takes a message of the same id for the same message.
        id: `reply-${messages.length}`,
        object: 'chat.completion',
        created: 0,
        model: 'scripted',
        choices: [{ index: 0, finish_reason: 'stop', message: { role: 'assistant', ...message } }],
      }),
    );
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/v1`, results };
}

it('langchain-agent.mjs looks passages up, answers, and has the answer checked', async () => {
  const { url, results } = await startModel();
  const printed = await run(process.execPath, ['examples/langchain-agent.mjs'], {
    MODEL: 'scripted',
    MODEL_URL: url,
  });
  expect(results).toEqual([expect.stringMatching(/^\[.+, p\. \d+\] [\s\S]*Bosch/)]);
  expect(printed).toBe(
    'Bosch is cutting more than 20,000 jobs in its automotive division.\nChecked: supported, against Germany, p. 84\n',
  );
});
