import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { type IncomingMessage, request } from 'node:http';
import { type AddressInfo, connect, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { ingestDocuments } from '../../assistant/assistant.ts';
import { loadConfig, packageRoot } from '../../config/settings.ts';
import { type BuiltPackage, buildPackage } from '../../testing/build-package.ts';
import { chatServerForTest } from '../../testing/chat/scripted-chat-server.ts';
import { fakeSession, fakeTerminal } from '../../testing/cli/fake-session.ts';
import { makeReport, sweden } from '../../testing/documents/small-report.ts';
import { answerSchema } from '../../wire/answer.ts';
import { runProgram } from '../main.ts';

let root = '';
let built: BuiltPackage;
let environment: Record<string, string> = {};
beforeAll(async () => {
  root = realpathSync(mkdtempSync(join(tmpdir(), 'verse-serve-')));
  environment = { VERSE_CORPUS: join(root, 'corpus'), VERSE_INDEX: join(root, 'index') };
  mkdirSync(join(root, 'corpus'));
  writeFileSync(join(root, 'corpus', 'etnc.pdf'), makeReport([sweden]));
  await ingestDocuments(loadConfig({}, environment, root));
  built = buildPackage();
});
afterAll(() => {
  built.remove();
  rmSync(root, { recursive: true, force: true });
});

/** A server in a process of its own, as `npm start` runs it. */
interface Running {
  child: ChildProcess;
  /** The address it printed. */
  url: string;
  printed(): string;
  complained(): string;
}

const children: ChildProcess[] = [];
afterEach(() => {
  for (const child of children.splice(0)) child.kill('SIGKILL');
});

async function start(...options: string[]): Promise<Running> {
  const program = join(built.folder, 'bin', 'verse.mjs');
  const child = spawn(process.execPath, [program, 'serve', '--port', '0', ...options], {
    cwd: root,
    env: environment,
  });
  children.push(child);
  const printed: string[] = [];
  const complained: string[] = [];
  child.stdout.setEncoding('utf8').on('data', (data: string) => printed.push(data));
  child.stderr.setEncoding('utf8').on('data', (data: string) => complained.push(data));
  await Promise.race([once(child.stdout, 'data'), once(child, 'exit')]);
  const [url] = /http:\S+/.exec(printed.join('')) ?? [];
  if (url === undefined) throw new Error(`It printed no address: ${complained.join('')}`);
  return { child, url, printed: () => printed.join(''), complained: () => complained.join('') };
}

const question = JSON.stringify({ question: 'Which companies did Sweden ban from 5G networks in 2020?' });

describe('verse serve with a chat model', () => {
  it('lets it take its own time beyond the time of a request, then answers from the report; its key shows nowhere', async () => {
    const model = await chatServerForTest([{ stallAfter: ['Sweden'] }]);
    const plain = environment;
    const key = 'sk-live-0123456789';
    environment = {
      ...plain,
      VERSE_CHAT_MODEL: 'openai:scripted',
      VERSE_CHAT_URL: model.url,
      VERSE_CHAT_KEY: key,
      VERSE_CHAT_TIMEOUT_MS: '3000',
      VERSE_REQUEST_TIMEOUT_MS: '2500',
      VERSE_LOG_LEVEL: 'debug',
    };
    try {
      const { url, printed, complained } = await start();
      const body = JSON.stringify({ ...JSON.parse(question), mode: 'generate' });
      const headers = { 'Content-Type': 'application/json' };
      const response = await fetch(`${url}/v1/ask`, { method: 'POST', headers, body });
      const text = await response.text();
      expect(response.status).toBe(200);
      expect(answerSchema.parse(JSON.parse(text))).toMatchObject({
        status: 'answered',
        warnings: [{ code: 'chat-failed', message: expect.stringContaining('did not finish within 3 s') }],
        model: { chat: null },
      });
      expect(model.requests[0]?.authorization).toBe(`Bearer ${key}`);
      expect(`${text}${printed()}${complained()}`).not.toContain(key);
      expect(`${printed()}${complained()}`).not.toContain('quotations');
    } finally {
      environment = plain;
    }
  });
});

/** A question whose head has arrived and whose body has not: the server says to go on, and waits. */
async function openQuestion(url: string) {
  const sending = request(`${url}/v1/ask`, {
    method: 'POST',
    headers: {
      'Content-Type': 'application/json',
      'Content-Length': Buffer.byteLength(question),
      Expect: '100-continue',
    },
  });
  const answered = new Promise<IncomingMessage>((resolve, reject) => {
    sending.on('response', resolve).on('error', reject);
  });
  sending.flushHeaders();
  await once(sending, 'continue');
  return { finish: () => sending.end(question), answered };
}

describe('verse serve', () => {
  it('prints its address and nothing else, answers, and at SIGTERM finishes what is open and ends with 0', async () => {
    const server = await start();
    expect(server.printed()).toMatch(
      /^Chapter & Verse is at http:\/\/127\.0\.0\.1:\d+ \(stop with Ctrl-C\)\n$/,
    );
    expect(await (await fetch(`${server.url}/readyz`)).json()).toEqual({
      status: 'ready',
      writes: false,
    });

    const open = await openQuestion(server.url);
    const exit = once(server.child, 'exit');
    server.child.kill('SIGTERM');
    await once(server.child.stderr ?? server.child, 'data');
    expect(server.complained()).toBe('Finishing open requests …\n');
    // Connections that are open are still answered; there are no new ones.
    await expect(once(connect(Number(new URL(server.url).port), '127.0.0.1'), 'connect')).rejects.toThrow(
      'ECONNREFUSED',
    );
    expect(server.child.exitCode).toBeNull();

    open.finish();
    const response = await open.answered;
    const answer = answerSchema.parse(JSON.parse(await text(response)));
    expect(response.statusCode).toBe(200);
    expect(answer.question).toBe(JSON.parse(question).question);
    expect(await exit).toEqual([0, null]);
    expect(server.printed().match(/\n/g)).toHaveLength(1);
  });

  it('stops a running ingest when it is stopped, and leaves nothing of it', async () => {
    const server = await start();
    const index = readdirSync(join(root, 'index'), { recursive: true }).sort();
    const report = readFileSync(join(packageRoot, 'corpus', 'fragmented-europe-2026.pdf'));
    const headers = { 'Content-Type': 'application/pdf' };
    await fetch(`${server.url}/v1/documents?name=long.pdf`, { method: 'POST', headers, body: report });
    const stages = async () =>
      (await (await fetch(`${server.url}/v1/uploads`)).json()).uploads[0].stages.length;
    await expect.poll(stages, { timeout: 60_000 }).toBeGreaterThan(0);
    const exit = once(server.child, 'exit');
    server.child.kill('SIGTERM');
    expect(await exit).toEqual([0, null]);
    expect(readdirSync(join(root, 'corpus'))).toEqual(['etnc.pdf']);
    expect(readdirSync(join(root, 'index'), { recursive: true }).sort()).toEqual(index);
  });

  it.each([
    ['Ctrl-C', 'SIGINT'],
    ['SIGTERM', 'SIGTERM'],
  ] as const)('ends at once at a Ctrl-C that follows a %s', async (_, first) => {
    const server = await start();
    const open = await openQuestion(server.url);
    open.answered.catch(() => undefined);
    const exit = once(server.child, 'exit');
    server.child.kill(first);
    await once(server.child.stderr ?? server.child, 'data');
    server.child.kill('SIGINT');
    expect(await exit).toEqual([null, 'SIGINT']);
  });

  it('logs a line for each request where asked, without its question', async () => {
    const server = await start('--log');
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
    const exit = await runProgram(fakeSession(environment, terminal), ['serve', '--port', String(port)]);
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
    const session = fakeSession({ ...environment, VERSE_TOKENS: 'secret' }, terminal);
    expect(await runProgram(session, ['serve', '--port', '0'])).toBe(2);
    expect(terminal.complained()).toBe(
      'VERSE_TOKENS: token 1 has fewer than 16 characters. Make one with `openssl rand -hex 32`.\n',
    );
  });

  it('accepts uploads only if no other machine can reach it', async () => {
    const takes = async ({ url }: Running) => (await (await fetch(`${url}/v1/uploads`)).json()).allowed;
    expect(await takes(await start())).toBe(true);
    const open = await start('--host', '0.0.0.0');
    expect(await takes(open)).toBe(false);
    const sent = await fetch(`${open.url}/v1/documents?name=a.pdf`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/pdf' },
      body: new Uint8Array(makeReport()),
    });
    expect(sent.status).toBe(403);
  });

  it('warns where others can reach it', async () => {
    const server = await start('--host', '0.0.0.0');
    if (server.complained() === '') await once(server.child.stderr ?? server.child, 'data');
    expect(server.complained()).toBe(
      'Anyone who can reach 0.0.0.0 can ask and read the documents. VERSE_TOKENS makes it ask for a token.\n',
    );
  });
});

describe('the process', () => {
  function runOnce(...args: string[]) {
    const child = spawn(process.execPath, [join(built.folder, 'bin', 'verse.mjs'), ...args], {
      cwd: root,
      env: environment,
    });
    children.push(child);
    return child;
  }

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
