import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import type { Progress } from '../../core/types.ts';
import { runInChild } from './run-in-child.ts';

const folder = mkdtempSync(join(tmpdir(), 'verse-worker-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

let count = 0;
/** A worker of these statements; `request` is what it was started with. */
function writeWorker(statements: string): string {
  count += 1;
  const path = join(folder, `worker-${count}.mjs`);
  writeFileSync(path, `const request = JSON.parse(process.argv[2]);\n${statements}\nprocess.disconnect();\n`);
  return path;
}

const task = { file: 'report.pdf', modelsDir: 'models', storeDir: 'store' };

describe('runInChild', () => {
  it('gives the child its task, passes progress on and returns the result with time and memory', async () => {
    const worker = writeWorker(`
      process.send({ kind: 'progress', progress: { stage: 'read', done: 1, total: 2 } });
      process.send({ kind: 'result', output: request, peakBytes: 7 });`);
    const progress: Progress[] = [];
    const { output, wallMs, peakBytes } = await runInChild('tutorial-ingest', task, {
      worker,
      onProgress: (one) => progress.push(one),
    });
    expect(output).toEqual({ name: 'tutorial-ingest', input: task });
    expect(progress).toEqual([{ stage: 'read', done: 1, total: 2 }]);
    expect(peakBytes).toBe(7);
    expect(wallMs).toBeGreaterThan(0);
  });

  it('throws what the task threw, as the same kind of error', async () => {
    const worker = writeWorker(`
      const failure = { code: 'no-index', message: 'index/: no index here yet.', hint: 'Run it.', stack: '' };
      process.send({ kind: 'failure', failure });`);
    await expect(runInChild('tutorial-ingest', task, { worker })).rejects.toMatchObject({
      name: 'VerseError',
      code: 'no-index',
      sentence: 'index/: no index here yet. Run it.',
    });
  });

  it('says how a child ended that sent nothing, and what it printed', async () => {
    const worker = writeWorker(`console.error('out of memory'); process.exit(3);`);
    await expect(runInChild('tutorial-ingest', task, { worker })).rejects.toThrow(
      "The bench's process for tutorial-ingest ended by code 3.\nout of memory",
    );
  });

  it('ends the child when aborted', async () => {
    const worker = writeWorker('await new Promise((resolve) => setTimeout(resolve, 600_000));');
    const stop = new AbortController();
    const running = runInChild('tutorial-ingest', task, { worker, signal: stop.signal });
    stop.abort();
    await expect(running).rejects.toMatchObject({ name: 'AbortError' });
  });
});
