/** Ctrl-C in an ingest of the report, in a process of its own as a terminal runs it. */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { ingestDocuments } from '../assistant/ingest-documents.ts';
import { loadConfig, packageRoot } from '../config/settings.ts';
import { type BuiltPackage, buildPackage } from '../testing/build-package.ts';
import { makeReport, sweden } from '../testing/documents/small-report.ts';

const sentence = 'The ingest was stopped; the index is as it was before.\n';

let built: BuiltPackage;
beforeAll(() => {
  built = buildPackage();
});
afterAll(() => built.remove());

let root = '';
let environment: Record<string, string> = {};
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'verse-interrupted-'));
  environment = { VERSE_CORPUS: join(root, 'corpus'), VERSE_INDEX: join(root, 'index') };
  mkdirSync(join(root, 'corpus'));
});
let child: ChildProcess | undefined;
afterEach(() => {
  child?.kill('SIGKILL');
  rmSync(root, { recursive: true, force: true });
});

/** Starts a command; its standard error is read piece by piece. */
function start(...args: string[]) {
  const program = join(built.folder, 'bin', 'verse.mjs');
  const started = spawn(process.execPath, [program, ...args], { cwd: root, env: environment });
  child = started;
  const complained: string[] = [];
  started.stderr.setEncoding('utf8').on('data', (piece: string) => complained.push(piece));
  const ended = Promise.all([text(started.stdout), once(started, 'close')]);
  return {
    complained: () => complained.join(''),
    stop: (signal: NodeJS.Signals) => started.kill(signal),
    /** What it printed, and how it ended. */
    end: async () => {
      const [out, [exit, signal]] = await ended;
      return { out, exit, signal };
    },
  };
}

function putReport(): void {
  cpSync(join(packageRoot, 'corpus'), join(root, 'corpus'), { recursive: true });
}

/** Read in no time; its encoding takes a while. */
function longReport(): Uint8Array {
  return makeReport(
    Array.from({ length: 120 }, (_, part) => ({
      ...sweden,
      title: `Part ${part}: From openness to de-risking`,
    })),
  );
}

const patience = { timeout: 60_000, interval: 20 };

describe('verse ingest at Ctrl-C', () => {
  it('while it encodes ends it with 130, a sentence and the index as it was', async () => {
    writeFileSync(join(root, 'corpus', 'etnc.pdf'), makeReport([sweden]));
    await ingestDocuments(loadConfig({}, environment, root));
    const before = readdirSync(join(root, 'index'), { recursive: true }).sort();
    writeFileSync(join(root, 'corpus', 'long.pdf'), longReport());
    const running = start('ingest', '--progress');
    await expect.poll(running.complained, patience).toContain('read long: 120 pages');
    running.stop('SIGINT');
    expect(await running.end()).toEqual({ out: '', exit: 130, signal: null });
    expect(running.complained().endsWith(sentence)).toBe(true);
    expect(readdirSync(join(root, 'index'), { recursive: true }).sort()).toEqual(before);
  });

  it.each([
    ['SIGINT', 130],
    ['SIGTERM', 143],
  ] as const)('while it reads, with no index before, leaves none: %s, %i', async (signal, exit) => {
    putReport();
    const running = start('ingest', '--json');
    await expect.poll(() => existsSync(join(root, 'index', 'lock')), patience).toBe(true);
    running.stop(signal);
    expect(await running.end()).toEqual({ out: '', exit, signal: null });
    expect(running.complained()).toMatch(/^The ingest was/);
    expect(readdirSync(join(root, 'index'))).toEqual([]);
  });

  it('is the same for the ingest that a first question begins', async () => {
    putReport();
    const running = start('ask', 'How many jobs is Bosch cutting?');
    await expect.poll(() => existsSync(join(root, 'index', 'lock')), patience).toBe(true);
    running.stop('SIGINT');
    expect(await running.end()).toEqual({ out: '', exit: 130, signal: null });
    expect(running.complained().endsWith(sentence)).toBe(true);
  });
});
