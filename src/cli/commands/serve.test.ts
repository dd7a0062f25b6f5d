import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { type AddressInfo, createServer } from 'node:net';
import { text } from 'node:stream/consumers';
import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { chatServerForTest } from '../../testing/chat/scripted-chat-server.ts';
import { fakeSession, fakeTerminal } from '../../testing/cli/fake-session.ts';
import { canFindIngest, findIngestProcess } from '../../testing/cli/find-ingest-process.ts';
import {
  type RunningServer,
  type ServedReport,
  serveReport,
  swedishQuestion,
} from '../../testing/cli/start-server.ts';
import { makeReport, poland } from '../../testing/documents/small-report.ts';
import { answerSchema } from '../../wire/answer.ts';
import { runProgram } from '../main.ts';

let served: ServedReport;
beforeAll(async () => {
  served = await serveReport();
});
afterAll(() => served.remove());
afterEach(() => served.killAll());

const question = JSON.stringify(swedishQuestion);

describe('verse serve with a chat model', () => {
  it('lets it take its own time beyond the time of a request, then answers from the report; its key shows nowhere', async () => {
    const model = await chatServerForTest([{ stallAfter: ['Sweden'] }]);
    const key = 'sk-live-0123456789';
    const { url, printed, complained } = await served.start([], {
      VERSE_CHAT_MODEL: 'openai:scripted',
      VERSE_CHAT_URL: model.url,
      VERSE_CHAT_KEY: key,
      VERSE_CHAT_TIMEOUT_MS: '4000',
      VERSE_REQUEST_TIMEOUT_MS: '3500',
      VERSE_LOG_LEVEL: 'debug',
    });
    const headers = { 'Content-Type': 'application/json' };
    const ask = (body: string) => fetch(`${url}/v1/ask`, { method: 'POST', headers, body });
    // With it the networks are loaded, which the time of a request is not for.
    expect((await ask(question)).status).toBe(200);
    const response = await ask(JSON.stringify({ ...swedishQuestion, mode: 'generate' }));
    const text = await response.text();
    expect(response.status).toBe(200);
    expect(answerSchema.parse(JSON.parse(text))).toMatchObject({
      status: 'answered',
      warnings: [{ code: 'chat-failed', message: expect.stringContaining('did not finish within 4 s') }],
      model: { chat: null },
    });
    expect(model.requests[0]?.authorization).toBe(`Bearer ${key}`);
    expect(`${text}${printed()}${complained()}`).not.toContain(key);
    expect(`${printed()}${complained()}`).not.toContain('quotations');
  });
});

describe('verse serve', () => {
  it('logs a line for each request where asked, without its question', async () => {
    const server = await served.start(['--log']);
    const logged = once(server.child.stderr ?? server.child, 'data');
    const headers = { 'Content-Type': 'application/json' };
    await fetch(`${server.url}/v1/ask`, { method: 'POST', headers, body: question });
    await logged;
    const [line = ''] = server.complained().split('\n');
    expect(JSON.parse(line)).toMatchObject({ method: 'POST', path: '/v1/ask', status: 200 });
    expect(line).not.toContain('Sweden');
  });

  it('says that the port is taken, and exits with 2', async () => {
    const other = createServer().listen(0, '127.0.0.1');
    await once(other, 'listening');
    const { port } = other.address() as AddressInfo;
    const terminal = fakeTerminal();
    const listeners = process.listenerCount('SIGINT');
    const exit = await runProgram(fakeSession(served.environment, terminal), [
      'serve',
      '--port',
      String(port),
    ]);
    expect({ exit, out: terminal.printed(), err: terminal.complained() }).toEqual({
      exit: 2,
      out: '',
      err: `Port ${port} is taken. Choose another with --port …\n`,
    });
    expect(process.listenerCount('SIGINT')).toBe(listeners);
    other.close();
  });

  it('refuses a token that could be guessed before it serves anything, and exits with 2', async () => {
    const terminal = fakeTerminal();
    const session = fakeSession({ ...served.environment, VERSE_TOKENS: 'secret' }, terminal);
    expect(await runProgram(session, ['serve', '--port', '0'])).toBe(2);
    expect(terminal.complained()).toBe(
      'VERSE_TOKENS: token 1 has fewer than 16 characters. Make one with `openssl rand -hex 32`.\n',
    );
  });

  it('accepts uploads only if no other machine can reach it', async () => {
    const takes = async ({ url }: RunningServer) => (await (await fetch(`${url}/v1/uploads`)).json()).allowed;
    expect(await takes(await served.start())).toBe(true);
    const open = await served.start(['--host', '0.0.0.0']);
    expect(await takes(open)).toBe(false);
    const sent = await fetch(`${open.url}/v1/documents?name=a.pdf`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/pdf' },
      body: new Uint8Array(makeReport()),
    });
    expect(sent.status).toBe(403);
  });

  it('calls a file that it refuses by its name, not by where it is kept', async () => {
    const { url } = await served.start();
    await fetch(`${url}/v1/documents?name=cut.pdf`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/pdf' },
      body: new Uint8Array(makeReport()).subarray(0, 800),
    });
    const listed = async () => (await (await fetch(`${url}/v1/uploads`)).json()).uploads[0];
    await expect.poll(listed, { timeout: 30_000 }).toMatchObject({ state: 'refused' });
    expect((await listed()).problem.detail).toBe(
      "cut.pdf: the file breaks off before the PDF's end mark (800 bytes). Copy or download it again.",
    );
  });

  it.skipIf(!canFindIngest)('takes documents out by a process of its own', async () => {
    const { url, child } = await served.start();
    const sent = await fetch(`${url}/v1/documents?name=warsaw.pdf`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/pdf' },
      body: new Uint8Array(makeReport([poland])),
    });
    expect(sent.status).toBe(202);
    const state = async () => (await (await fetch(`${url}/v1/uploads`)).json()).uploads[0].state;
    await expect.poll(state, { timeout: 30_000 }).toBe('done');
    const removing = fetch(`${url}/v1/documents/warsaw`, { method: 'DELETE' });
    let isOver = false;
    const removed = removing.finally(() => {
      isOver = true;
    });
    let own: number | undefined;
    while (own === undefined && !isOver) {
      own = findIngestProcess(child.pid ?? 0);
      await wait(5);
    }
    expect((await removed).status).toBe(200);
    expect(own).toBeDefined();
  });

  it('warns where others can reach it', async () => {
    const server = await served.start(['--host', '0.0.0.0']);
    if (server.complained() === '') await once(server.child.stderr ?? server.child, 'data');
    expect(server.complained()).toBe(
      'Anyone who can reach 0.0.0.0 can ask and read the documents. `verse token add NAME` makes it ask for a token.\n',
    );
  });
});

describe('the process', () => {
  const runOnce = (...args: string[]) =>
    spawn(process.execPath, [served.program, ...args], { cwd: served.root, env: served.environment });

  it('exits with the code of the command, and writes each stream what belongs there', async () => {
    const child = runOnce('chapters', '--document', 'etcn');
    const [out, err, [exit]] = await Promise.all([
      text(child.stdout),
      text(child.stderr),
      once(child, 'close'),
    ]);
    expect({ out, err, exit }).toEqual({
      out: '',
      err: 'No document is called “etcn”. Did you mean etnc?\n',
      exit: 2,
    });
  });

  it('prints no colours into a pipe', async () => {
    const child = runOnce('chapters');
    expect(await text(child.stdout)).toBe(
      [
        'Fragmented Europe, in short',
        'etnc: 1 page, 1 chapter, 1 passage',
        '',
        '  Sweden  1  From openness to de-risking',
        '',
      ].join('\n'),
    );
  });

  it('does not fail when its reader closes the pipe', async () => {
    const child = runOnce('search', 'Huawei');
    child.stdout.destroy();
    const [err, [exit]] = await Promise.all([text(child.stderr), once(child, 'close')]);
    expect({ err, exit }).toEqual({ err: '', exit: 0 });
  });
});
