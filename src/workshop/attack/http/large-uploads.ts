/** Large files sent to a server in a process of its own, which must hear of other things meanwhile. */
import { createCipheriv } from 'node:crypto';
import { once } from 'node:events';
import { createReadStream } from 'node:fs';
import { cp, mkdir, mkdtemp, open, readFile, rm } from 'node:fs/promises';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { type AttackRow, type AttackSettings, countHeld } from '../family.ts';
import { startServer } from '../processes/program.ts';
import { waitUntil } from '../processes/wait-until.ts';
import { variablesOf } from './variables-of.ts';

const mega = 1024 ** 2;
const middling = 50 * mega;
const betweenProbesMs = 20;
/** How long questions are asked before a file is sent. */
const calmMs = 3000;
/** How much longer than a question health may take. */
const mostMs = 100;

export interface Watched {
  /** The longest that health took; infinite where it was refused. */
  healthMs: number;
  /** The longest that a question took. */
  questionMs: number;
}

/** Milliseconds until a request is answered; infinite where it is not. */
async function timeAnswer(url: string, options?: RequestInit): Promise<number> {
  const started = performance.now();
  try {
    const response = await fetch(url, options);
    await response.arrayBuffer();
    return response.ok ? performance.now() - started : Number.POSITIVE_INFINITY;
  } catch {
    return Number.POSITIVE_INFINITY;
  }
}

/** Asks for health every 20 ms, and one question after the other, while something is done. */
export async function watchWhile(
  url: string,
  ask: RequestInit,
  work: () => Promise<unknown>,
): Promise<Watched> {
  const health: Promise<number>[] = [];
  const questions: number[] = [];
  let isOver = false;
  async function repeat(once: () => Promise<unknown> | undefined): Promise<void> {
    while (!isOver) {
      await once();
      await wait(betweenProbesMs);
    }
  }
  const probing = repeat(() => void health.push(timeAnswer(`${url}/healthz`)));
  const asking = repeat(async () => questions.push(await timeAnswer(`${url}/v1/ask`, ask)));
  try {
    await work();
  } finally {
    isOver = true;
    await Promise.all([probing, asking]);
  }
  return { healthMs: Math.max(...(await Promise.all(health))), questionMs: Math.max(...questions) };
}

/** Null where health took no longer than a question in calm and 100 ms. */
export function judgePause({ healthMs }: Watched, calm: Watched): string | null {
  const most = calm.questionMs + mostMs;
  if (healthMs <= most) return null;
  return `health took ${Math.round(healthMs)} ms, a question alone ${Math.round(calm.questionMs)} ms`;
}

/** Bytes by chance behind `head`, the same for a seed; zeros where there is none. */
async function makeFile(path: string, head: Uint8Array, bytes: number, seed?: number): Promise<string> {
  const file = await open(path, 'w');
  const key = Buffer.alloc(16);
  key.writeUInt32LE(seed ?? 0);
  const cipher = createCipheriv('aes-128-ctr', key, Buffer.alloc(16));
  try {
    await file.write(head);
    for (let left = bytes - head.length; left > 0; left -= mega) {
      const zeros = Buffer.alloc(Math.min(left, mega));
      await file.write(seed === undefined ? zeros : cipher.update(zeros));
    }
    return path;
  } finally {
    await file.close();
  }
}

/** @throws Error where it is not taken. */
async function send(url: string, path: string, name: string): Promise<void> {
  const headers = { 'Content-Type': 'application/pdf' };
  const sending = request(`${url}/v1/documents?name=${name}`, { method: 'POST', headers });
  const answered = once(sending, 'response');
  createReadStream(path).pipe(sending);
  const [response] = await answered;
  response.resume();
  if (response.statusCode !== 202) throw new Error(`${name}: ${response.statusCode} instead of 202`);
}

/** Whether every file that was sent was read, or refused. */
async function isRead(url: string): Promise<boolean> {
  const { uploads }: { uploads: { state: string }[] } = await (await fetch(`${url}/v1/uploads`)).json();
  return uploads.every(({ state }) => state !== 'waiting' && state !== 'ingesting');
}

/** @param report a PDF's path. @param ask a question. */
export async function sendLarge(
  { config, seed, signal }: AttackSettings,
  report: string,
  ask: RequestInit,
): Promise<AttackRow> {
  const root = await mkdtemp(join(tmpdir(), 'verse-uploads-'));
  try {
    await cp(config.indexDir, join(root, 'index'), { recursive: true });
    await mkdir(join(root, 'corpus'));
    const head = Buffer.from('%PDF-1.7\n');
    const most = config.maxFileBytes - 1;
    const at = (name: string) => join(root, name);
    const files = {
      'chance.pdf': await makeFile(at('chance.pdf'), head, Math.min(middling, most), seed),
      'largest.pdf': await makeFile(at('largest.pdf'), head, most, seed + 1),
      'padded.pdf': await makeFile(at('padded.pdf'), await readFile(report), most),
    };
    const server = await startServer(variablesOf(config, root));
    const url = server.url() ?? '';
    try {
      // The first question makes what the next ones use.
      await timeAnswer(`${url}/v1/ask`, ask);
      const calm = await watchWhile(url, ask, () => wait(calmMs));
      const watched: Watched[] = [];
      for (const [name, path] of Object.entries(files)) {
        signal?.throwIfAborted();
        const work = async () => {
          await send(url, path, name);
          await waitUntil(() => isRead(url), `${name} to be read`, signal);
        };
        watched.push(await watchWhile(url, ask, work));
      }
      const longest = Math.round(Math.max(...watched.map(({ healthMs }) => healthMs)));
      const question = Math.round(calm.questionMs);
      return countHeld(
        'files of 50 MB and of nearly the limit, sent and read while questions are asked',
        `health answers within ${longest} ms, where a question alone takes up to ${question} ms`,
        watched.map((one) => judgePause(one, calm)),
      );
    } finally {
      await server.kill();
    }
  } finally {
    await rm(root, { recursive: true, force: true });
  }
}
