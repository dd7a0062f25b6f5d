import { once } from 'node:events';
import { readdirSync, readFileSync } from 'node:fs';
import { connect } from 'node:net';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { packageRoot } from '../../config/settings.ts';
import {
  openRequest,
  type RunningServer,
  type ServedReport,
  serveReport,
  swedishQuestion,
} from '../../testing/cli/start-server.ts';
import { answerSchema } from '../../wire/answer.ts';
import { depths } from '../../workshop/attack/pdf/hostile-depths.ts';

let served: ServedReport;
beforeAll(async () => {
  served = await serveReport();
});
afterAll(() => served.remove());
afterEach(() => served.killAll());

const openQuestion = ({ url }: RunningServer, body: object = swedishQuestion) =>
  openRequest(`${url}/v1/ask`, 'application/json', JSON.stringify(body));

/** Whether a new connection is refused. */
function refusesConnection({ url }: RunningServer): Promise<boolean> {
  const socket = connect(Number(new URL(url).port), '127.0.0.1');
  return new Promise<boolean>((resolve) => {
    socket.once('connect', () => resolve(false)).once('error', () => resolve(true));
  }).finally(() => socket.destroy());
}

/** Soon: what had been let in by the system is accepted first. */
async function expectNoNewConnection(server: RunningServer): Promise<void> {
  await expect.poll(() => refusesConnection(server)).toBe(true);
}

describe('verse serve, stopped', () => {
  it('prints its address and nothing else, answers, and at SIGTERM finishes what is open and ends with 0', async () => {
    const server = await served.start();
    expect(server.printed()).toMatch(
      /^Chapter & Verse is at http:\/\/127\.0\.0\.1:\d+ \(stop with Ctrl-C\)\n$/,
    );
    expect(await (await fetch(`${server.url}/readyz`)).json()).toEqual({
      status: 'ready',
      writes: false,
    });

    const open = await openQuestion(server);
    const exit = once(server.child, 'exit');
    server.child.kill('SIGTERM');
    await once(server.child.stderr ?? server.child, 'data');
    expect(server.complained()).toBe('Finishing open requests …\n');
    // Connections that are open are still answered; there are no new ones.
    await expectNoNewConnection(server);
    expect(server.child.exitCode).toBeNull();

    open.finish();
    const response = await open.answered;
    const answer = answerSchema.parse(JSON.parse(await text(response)));
    expect(response.statusCode).toBe(200);
    expect(answer.question).toBe(swedishQuestion.question);
    expect(await exit).toEqual([0, null]);
    expect(server.printed().match(/\n/g)).toHaveLength(1);
  });

  it('stops a running ingest when it is stopped, and leaves nothing of it', async () => {
    const server = await served.start();
    const index = readdirSync(join(served.root, 'index'), { recursive: true }).sort();
    const report = readFileSync(join(packageRoot, 'corpus', 'fragmented-europe-2026.pdf'));
    const headers = { 'Content-Type': 'application/pdf' };
    await fetch(`${server.url}/v1/documents?name=long.pdf`, { method: 'POST', headers, body: report });
    const stages = async () =>
      (await (await fetch(`${server.url}/v1/uploads`)).json()).uploads[0].stages.length;
    await expect.poll(stages, { timeout: 60_000 }).toBeGreaterThan(0);
    const exit = once(server.child, 'exit');
    server.child.kill('SIGTERM');
    expect(await exit).toEqual([0, null]);
    expect(readdirSync(join(served.root, 'corpus'))).toEqual(['etnc.pdf']);
    expect(readdirSync(join(served.root, 'index'), { recursive: true }).sort()).toEqual(index);
  });

  it.each([
    ['Ctrl-C', 'SIGINT'],
    ['SIGTERM', 'SIGTERM'],
  ] as const)('ends at once at a Ctrl-C that follows a %s', async (_, first) => {
    const server = await served.start();
    const open = await openQuestion(server);
    open.answered.catch(() => undefined);
    const exit = once(server.child, 'exit');
    server.child.kill(first);
    await once(server.child.stderr ?? server.child, 'data');
    server.child.kill('SIGINT');
    expect(await exit).toEqual([null, 'SIGINT']);
  });

  it('answers every question that it has let in, however many, and lets in no more', async () => {
    const server = await served.start();
    const questions = ['Sweden', 'Huawei', 'ZTE', '5G networks', 'companies', 'the ban'].map((name) => ({
      question: `What does the report say about ${name}?`,
    }));
    const open = await Promise.all(questions.map((body) => openQuestion(server, body)));
    const exit = once(server.child, 'exit');
    for (const { finish } of open) finish();
    server.child.kill('SIGTERM');
    await once(server.child.stderr ?? server.child, 'data');
    await expectNoNewConnection(server);
    const answers = open.map(async ({ answered }) => {
      const response = await answered;
      return { status: response.statusCode, question: JSON.parse(await text(response)).question };
    });
    expect(await Promise.all(answers)).toEqual(questions.map((body) => ({ status: 200, ...body })));
    expect(await exit).toEqual([0, null]);
  });

  it('waits for no upload that hangs, and leaves nothing of it', async () => {
    // A stop that waited for the upload would take as long as a request may: an hour.
    const server = await served.start([], { VERSE_REQUEST_TIMEOUT_MS: '3600000' });
    const hanging = await openRequest(
      `${server.url}/v1/documents?name=half.pdf`,
      'application/pdf',
      new Uint8Array(1000),
    );
    hanging.sending.write('%PDF-1.7\n');
    const received = () => readdirSync(join(served.root, 'corpus')).some((name) => name.endsWith('.upload'));
    await expect.poll(received, { timeout: 60_000 }).toBe(true);
    const exit = once(server.child, 'exit');
    server.child.kill('SIGTERM');
    const response = await hanging.answered;
    expect(response.statusCode).toBe(503);
    expect(JSON.parse(await text(response))).toMatchObject({ code: 'stopping' });
    expect(await exit).toEqual([0, null]);
    expect(readdirSync(join(served.root, 'corpus'))).toEqual(['etnc.pdf']);
  });
});

describe('verse serve, reading a PDF that does not end', () => {
  it('answers meanwhile, and stops reading where it is told to', async () => {
    const server = await served.start([], { VERSE_PAGE_TIMEOUT_MS: '600000' });
    const bomb = new Uint8Array(depths['forms 10 deep, each drawn 10 times']?.() ?? []);
    const headers = { 'Content-Type': 'application/pdf' };
    await fetch(`${server.url}/v1/documents?name=bomb.pdf`, { method: 'POST', headers, body: bomb });
    const upload = async () => (await (await fetch(`${server.url}/v1/uploads`)).json()).uploads[0];
    await expect.poll(async () => (await upload()).stages.length, { timeout: 60_000 }).toBeGreaterThan(0);

    expect((await fetch(`${server.url}/healthz`)).status).toBe(200);
    const asked = await fetch(`${server.url}/v1/ask`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify(swedishQuestion),
    });
    expect(answerSchema.parse(await asked.json()).status).toBe('answered');
    // All of that came while the page was read.
    const { id, state } = await upload();
    expect(state).toBe('ingesting');

    const stopped = await fetch(`${server.url}/v1/uploads/${id}/ingest`, { method: 'DELETE' });
    expect((await stopped.json()).uploads[0].state).toBe('cancelled');
    expect(readdirSync(join(served.root, 'corpus'))).toEqual(['etnc.pdf']);
  });
});
