/** A server in a process of its own that is told to stop while many ask it. */
import { once } from 'node:events';
import { cp, mkdir, mkdtemp, rm } from 'node:fs/promises';
import { type IncomingMessage, request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { type AttackRow, type AttackSettings, countHeld } from '../family.ts';
import { startServer } from '../processes/program.ts';
import { json, question } from './attacked.ts';
import { variablesOf } from './variables-of.ts';

const asked = 40;
/** From the moment the last question is on its way. */
const momentsMs = [0, 5, 20, 80, 300];

/**
 * Null where a question is answered in full, or refused as servers do that are busy or stop; else what
 * became of it. One whose connection was never taken has not been let in. `onSent` is called once,
 * when it is on its way or cannot be.
 */
export async function askOnce(url: string, onSent: () => void): Promise<string | null> {
  const sending = request(`${url}/v1/ask`, { method: 'POST', headers: json, agent: false });
  let isSent = false;
  try {
    const answered = once(sending, 'response') as Promise<[IncomingMessage]>;
    sending.end(JSON.stringify(question), () => {
      isSent = true;
      onSent();
    });
    const [response] = await answered;
    let text = '';
    for await (const part of response.setEncoding('utf8')) text += part;
    const { statusCode = 0 } = response;
    JSON.parse(text);
    return statusCode === 200 || statusCode === 503 ? null : `${statusCode} instead of 200 or 503`;
  } catch (error) {
    onSent();
    return isSent
      ? `a question that was sent is lost: ${error instanceof Error ? error.message : error}`
      : null;
  }
}

/** Asks many things at once and stops the server some moment later. What became of each, and of the process. */
async function stopAfter(variables: ReturnType<typeof variablesOf>, moment: number) {
  const server = await startServer(variables);
  try {
    const url = server.url() ?? '';
    let left = asked;
    const answers: Promise<string | null>[] = [];
    await new Promise<void>((resolve) => {
      const onSent = () => {
        left -= 1;
        if (left === 0) resolve();
      };
      for (let index = 0; index < asked; index += 1) answers.push(askOnce(url, onSent));
    });
    await wait(moment);
    const code = await server.stop();
    return [...(await Promise.all(answers)), code === 0 ? null : `the server ended with ${code}`];
  } finally {
    await server.kill();
  }
}

export async function stopUnderLoad({ config, onProgress, signal }: AttackSettings): Promise<AttackRow> {
  const root = await mkdtemp(join(tmpdir(), 'verse-stopped-'));
  try {
    await cp(config.indexDir, join(root, 'index'), { recursive: true });
    await mkdir(join(root, 'corpus'));
    const results: (string | null)[] = [];
    for (const [index, moment] of momentsMs.entries()) {
      signal?.throwIfAborted();
      onProgress?.({ stage: 'stop', done: index, total: momentsMs.length });
      results.push(...(await stopAfter(variablesOf(config, root), moment)));
    }
    return countHeld(
      `SIGTERM 0 to 300 ms after ${asked} questions were sent, five times`,
      'every question is answered or refused, none is cut off, and the server ends with 0',
      results,
    );
  } finally {
    await rm(root, { recursive: true, force: true });
  }
}
