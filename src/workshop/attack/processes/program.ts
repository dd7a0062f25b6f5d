/** Processes of this program that are ended and started again: servers and workers. */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { processEnvironment } from '../../../config/environment.ts';
import type { WorkedDocument } from '../../../ingest/work-queue.ts';

/** The settings of a process, by their variables. */
export type Variables = Readonly<Record<string, string>>;

function startProgram(
  args: readonly string[],
  variables: Variables,
  onLine: (line: string) => void,
): ChildProcess {
  // Not by bin/verse.mjs, which would build the program anew where a source has changed meanwhile.
  const main = new URL('../../../cli/main.js', import.meta.url).href;
  const code = `import(${JSON.stringify(main)}).then(({ main }) => main())`;
  const started = spawn(process.execPath, ['-e', code, 'verse', ...args], {
    env: { ...processEnvironment, ...variables },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  if (started.stdout !== null) createInterface({ input: started.stdout }).on('line', onLine);
  return started;
}

const hasEnded = ({ exitCode, signalCode }: ChildProcess) => exitCode !== null || signalCode !== null;

async function end(child: ChildProcess, signal: 'SIGKILL' | 'SIGTERM'): Promise<void> {
  if (hasEnded(child)) return;
  const ended = once(child, 'exit');
  child.kill(signal);
  await ended;
}

export interface Killable {
  /** Ends it with SIGKILL. */
  kill(): Promise<void>;
  /** Starts it again; a server is there then. */
  start(): Promise<void>;
}

export interface Server extends Killable {
  /** Its address; undefined while it is not there. */
  url(): string | undefined;
  /** Ends it with SIGTERM. Gives its exit code; null where a signal ended it. */
  stop(): Promise<number | null>;
}

/** @throws Error where it ends rather than serves. */
export async function startServer(variables: Variables): Promise<Server> {
  let child: ChildProcess | undefined;
  let address: string | undefined;
  const start = () =>
    new Promise<void>((resolve, reject) => {
      child = startProgram(['serve', '--port', '0'], variables, (line) => {
        address ??= /http:\/\/\S+/.exec(line)?.[0];
        if (address !== undefined) resolve();
      });
      let complaint = '';
      child.stderr?.on('data', (part) => {
        complaint = `${complaint}${part}`.slice(-1000);
      });
      child.once('exit', () => reject(new Error(`The server ended before it served. ${complaint}`)));
    });
  await start();
  return {
    url: () => address,
    start,
    kill: async () => {
      address = undefined;
      if (child !== undefined) await end(child, 'SIGKILL');
    },
    stop: async () => {
      address = undefined;
      if (child !== undefined) await end(child, 'SIGTERM');
      return child?.exitCode ?? null;
    },
  };
}

/** @param onDocument hears of each document that it brings to an end. */
export function startWorker(variables: Variables, onDocument: (worked: WorkedDocument) => void): Killable {
  const begin = () => {
    const started = startProgram(['work', '--json'], variables, (line) => onDocument(JSON.parse(line)));
    // What nobody reads would stop it once the pipe is full.
    started.stderr?.resume();
    return started;
  };
  let child = begin();
  return {
    kill: () => end(child, 'SIGKILL'),
    start: async () => {
      child = begin();
    },
  };
}
