/** `verse serve` in a process of its own, over an index of one page, as `npm start` runs it. */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { type IncomingMessage, request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ingestDocuments } from '../../assistant/ingest-documents.ts';
import { loadConfig } from '../../config/settings.ts';
import { buildPackage } from '../build-package.ts';
import { makeReport, sweden } from '../documents/small-report.ts';

export interface RunningServer {
  child: ChildProcess;
  /** The address it printed. */
  url: string;
  printed(): string;
  complained(): string;
}

export interface ServedReport {
  /** Holds `corpus` with `etnc.pdf`, and `index`. */
  root: string;
  /** What the settings are read from. */
  environment: Record<string, string>;
  /** The program, to run other commands of. */
  program: string;
  start(options?: readonly string[], settings?: Record<string, string>): Promise<RunningServer>;
  /** Ends the processes that are left. */
  killAll(): void;
  remove(): void;
}

/** A question that the report answers. */
export const swedishQuestion = { question: 'Which companies did Sweden ban from 5G networks in 2020?' };

export async function serveReport(): Promise<ServedReport> {
  const root = realpathSync(mkdtempSync(join(tmpdir(), 'verse-serve-')));
  const environment = { VERSE_CORPUS: join(root, 'corpus'), VERSE_INDEX: join(root, 'index') };
  mkdirSync(join(root, 'corpus'));
  writeFileSync(join(root, 'corpus', 'etnc.pdf'), makeReport([sweden]));
  await ingestDocuments(loadConfig({}, environment, root));
  const built = buildPackage();
  const program = join(built.folder, 'bin', 'verse.mjs');
  const children: ChildProcess[] = [];
  return {
    root,
    environment,
    program,
    start: async (options = [], settings = {}) => {
      const child = spawn(process.execPath, [program, 'serve', '--port', '0', ...options], {
        cwd: root,
        env: { ...environment, ...settings },
      });
      children.push(child);
      const printed: string[] = [];
      const complained: string[] = [];
      child.stdout.setEncoding('utf8').on('data', (text: string) => printed.push(text));
      child.stderr.setEncoding('utf8').on('data', (text: string) => complained.push(text));
      await Promise.race([once(child.stdout, 'data'), once(child, 'exit')]);
      const [url] = /http:\S+/.exec(printed.join('')) ?? [];
      if (url === undefined) throw new Error(`It printed no address: ${complained.join('')}`);
      return { child, url, printed: () => printed.join(''), complained: () => complained.join('') };
    },
    killAll: () => {
      for (const child of children.splice(0)) child.kill('SIGKILL');
    },
    remove: () => {
      built.remove();
      rmSync(root, { recursive: true, force: true });
    },
  };
}

/** A request whose head has arrived and whose body has not: the server says to go on, and waits. */
export async function openRequest(url: string, type: string, body: string | Uint8Array) {
  const sending = request(url, {
    method: 'POST',
    headers: { 'Content-Type': type, 'Content-Length': Buffer.byteLength(body), Expect: '100-continue' },
  });
  const answered = new Promise<IncomingMessage>((resolve, reject) => {
    sending.on('response', resolve).on('error', reject);
  });
  sending.flushHeaders();
  await once(sending, 'continue');
  return { sending, finish: () => sending.end(body), answered };
}
