/** A server in a process of its own that is told to stop while many ask it. */
import { once } from 'node:events';
import { cp, mkdir, mkdtemp, rm } from 'node:fs/promises';
import { type IncomingMessage, request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { type AttackRow, type AttackSettings, countHeld } from '../family.ts';
import { startServer, type Variables } from '../processes/program.ts';
import { json, question } from './attacked.ts';
import { variablesOf } from './variables-of.ts';

const asked = 40;
/** From the moment the last question is on its way. */
const momentsMs = [0, 5, 20, 80, 300];

/** What became of a question: refused as servers do that are busy or stop, not let in, or what should not be. */
export type Fate = 'answered' | 'refused' | 'outside' | { failure: string };

/** @param onSent is called once, when the question is on its way or cannot be. */
export async function askOnce(url: string, onSent: () => void): Promise<Fate> {
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
    if (statusCode === 200) return 'answered';
    return statusCode === 503 ? 'refused' : { failure: `${statusCode} instead of 200 or 503` };
  } catch (error) {
    if (isSent)
      return {
        failure: `a question that was sent is lost: ${error instanceof Error ? error.message : error}`,
      };
    onSent();
    return 'outside';
  }
}

/** Asks many things at once and stops the server some moment later. What became of each, and its exit code. */
async function stopAfter(
  variables: Variables,
  moment: number,
): Promise<{ fates: Fate[]; code: number | null }> {
  const server = await startServer(variables);
  try {
    const url = server.url() ?? '';
    const fates: Promise<Fate>[] = [];
    const askNext = () => new Promise<void>((sent) => void fates.push(askOnce(url, sent)));
    await Promise.all(Array.from({ length: asked }, askNext));
    await wait(moment);
    const code = await server.stop();
    return { fates: await Promise.all(fates), code };
  } finally {
    await server.kill();
  }
}

export async function stopUnderLoad({ config, onProgress, signal }: AttackSettings): Promise<AttackRow> {
  const root = await mkdtemp(join(tmpdir(), 'verse-stopped-'));
  try {
    await cp(config.indexDir, join(root, 'index'), { recursive: true });
    await mkdir(join(root, 'corpus'));
    const fates: Fate[] = [];
    const exits: (string | null)[] = [];
    for (const [index, moment] of momentsMs.entries()) {
      signal?.throwIfAborted();
      onProgress?.({ stage: 'stop', done: index, total: momentsMs.length });
      const stopped = await stopAfter(variablesOf(config, root), moment);
      fates.push(...stopped.fates);
      exits.push(stopped.code === 0 ? null : `the server ended with ${stopped.code}`);
    }
    const count = (wanted: Fate) => fates.filter((fate) => fate === wanted).length;
    return countHeld(
      `SIGTERM 0 to 300 ms after ${asked} questions were sent, five times`,
      `${count('answered')} answered, ${count('refused')} refused as busy, none cut off; the server ends with 0`,
      [...fates.map((fate) => (typeof fate === 'string' ? null : fate.failure)), ...exits],
    );
  } finally {
    await rm(root, { recursive: true, force: true });
  }
}
