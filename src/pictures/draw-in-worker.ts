/** Draws pages in a separate thread, so that questions are answered meanwhile. */
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { Worker } from 'node:worker_threads';
import { VerseError } from '../core/errors.ts';
import { openPageDrawer } from './page-drawer.ts';
import type { RenderPage } from './page-request.ts';
import type { DrawReply, DrawRequest } from './page-worker.ts';

/** Workers can only run compiled code; there is none when running from the sources, as in tests. */
const workerFile = new URL('./page-worker.js', import.meta.url);

interface Waiting {
  resolve: (picture: Uint8Array) => void;
  reject: (error: Error) => void;
}

function toError(reply: Exclude<DrawReply, { picture: Uint8Array }>): Error {
  if ('problem' in reply) return new Error(reply.problem);
  const { code, message, hint } = reply.failure;
  return new VerseError(code, message, hint);
}

/** Draws as `openPageDrawer` does. The worker starts with the first page, and again after a crash. */
export function openPageWorker(): RenderPage {
  if (!existsSync(fileURLToPath(workerFile))) return openPageDrawer();
  const waiting = new Map<number, Waiting>();
  let worker: Worker | undefined;
  let nextId = 0;

  function giveUp(error: Error): void {
    worker = undefined;
    for (const { reject } of waiting.values()) reject(error);
    waiting.clear();
  }

  function start(): Worker {
    const started = new Worker(workerFile, { execArgv: [] });
    started.on('message', (reply: DrawReply) => {
      const asked = waiting.get(reply.id);
      waiting.delete(reply.id);
      if (waiting.size === 0) started.unref();
      if ('picture' in reply) asked?.resolve(reply.picture);
      else asked?.reject(toError(reply));
    });
    started.on('error', giveUp);
    started.on('exit', () => {
      if (worker === started) giveUp(new Error('The thread that draws pages ended.'));
    });
    return started;
  }

  return (request) =>
    new Promise((resolve, reject) => {
      worker ??= start();
      // The worker keeps the process alive only while a page is awaited.
      worker.ref();
      const drawing: DrawRequest = { ...request, id: nextId++ };
      waiting.set(drawing.id, { resolve, reject });
      worker.postMessage(drawing);
    });
}
