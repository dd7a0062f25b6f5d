/** The worker that draws pages one at a time, since drawing blocks an event loop. */
import { parentPort } from 'node:worker_threads';
import { VerseError } from '../core/errors.ts';
import { openPageDrawer } from './page-drawer.ts';
import type { PageRequest } from './page-request.ts';

export interface DrawRequest extends PageRequest {
  id: number;
}

/** An error as plain values, to be sent to the other thread. */
export type DrawReply =
  | { id: number; picture: Uint8Array }
  | { id: number; failure: Pick<VerseError, 'code' | 'message' | 'hint'> }
  | { id: number; problem: string };

const port = parentPort;
if (port === null) throw new Error('page-worker.ts is started by draw-in-worker.ts.');

const drawPage = openPageDrawer();

async function draw({ id, ...request }: DrawRequest): Promise<DrawReply> {
  try {
    return { id, picture: await drawPage(request) };
  } catch (error) {
    if (!(error instanceof VerseError)) return { id, problem: String(error) };
    const { code, message, hint } = error;
    return { id, failure: { code, message, hint } };
  }
}

port.on('message', async (request: DrawRequest) => port.postMessage(await draw(request)));
