import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Limits, lastWordsOfMemory } from './limits.ts';
import type { Step } from './messages.ts';
import { openQuarantine, type Quarantine } from './open-quarantine.ts';

/** What the process does with a job, by the job's name; each speaks as serve-parent.ts does. */
const program = `
import { writeSync } from 'node:fs';
const tell = (told) => process.send(told);
const step = (doing) => tell({ kind: 'step', step: { doing } });
const jobs = {
  say: ({ word }) => tell({ kind: 'result', result: { word, pid: process.pid } }),
  environment: () => tell({ kind: 'result', result: Object.keys(process.env) }),
  refuse: () => tell({ kind: 'refusal', code: 'encrypted-pdf', message: 'a.pdf: it is locked.', hint: 'Unlock it.', afar: 'A file is locked.' }),
  mistake: () => tell({ kind: 'mistake', message: 'TypeError: undefined is not a page' }),
  hang: () => { step('page 12'); for (;;); },
  'take its time': () => {
    tell({ kind: 'step', step: { doing: 'page 1 by OCR', steps: 20 } });
    setTimeout(() => tell({ kind: 'result', result: 'read' }), 1500);
  },
  'take too long': () => { tell({ kind: 'step', step: { doing: 'page 1 by OCR', steps: 2 } }); for (;;); },
  dawdle: () => { let page = 0; setInterval(() => step('page ' + ++page), 20); },
  overflow: () => { step('its outline'); const deep = () => deep() + 1; setTimeout(deep); },
  leave: () => { step('page 2'); process.exit(3); },
  die: () => { step('page 2'); process.kill(process.pid, 'SIGKILL'); },
  'end for its memory': () => {
    step('page 2');
    writeSync(2, '${lastWordsOfMemory}\\n');
    process.kill(process.pid, 'SIGKILL');
  },
  'fill memory': () => { step('page 3'); const held = []; setInterval(() => held.push(Buffer.alloc(20_000_000, 1)), 20); },
  'fill the heap': () => { step('page 4'); const held = []; for (;;) held.push({ page: held.length }); },
};
process.on('message', (job) => jobs[job.name](job));
`;

interface Job {
  name: string;
  word?: string;
}

let folder = '';
let entry: URL;
const opened: Quarantine<Job, unknown>[] = [];
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'verse-quarantine-'));
  const path = join(folder, 'entry.mjs');
  writeFileSync(path, program);
  entry = pathToFileURL(path);
});
afterAll(() => {
  for (const one of opened) one.close();
  rmSync(folder, { recursive: true });
});

function open(limits: Partial<Limits> = {}): Quarantine<Job, unknown> {
  const quarantine = openQuarantine<Job, unknown>(entry, {
    stepMs: 60_000,
    fileMs: 600_000,
    memoryBytes: 300 * 1024 * 1024,
    ...limits,
  });
  opened.push(quarantine);
  return quarantine;
}

const name = 'corpus/a.pdf';
const copy = 'Save a copy with another program (for example with qpdf or Ghostscript)';

describe('a quarantine', () => {
  it('gives the results of its jobs in order, all from one process', async () => {
    const { run } = open();
    const results = await Promise.all(['one', 'two'].map((word) => run({ name: 'say', word }, { name })));
    const [first] = results;
    expect(results).toEqual([
      { word: 'one', pid: expect.any(Number) },
      { word: 'two', pid: (first as { pid: number }).pid },
    ]);
    expect((first as { pid: number }).pid).not.toBe(process.pid);
  });

  it('shows the process nothing of the environment, where keys are', async () => {
    const keys = await open().run({ name: 'environment' }, { name });
    expect(keys).not.toContain('PATH');
  });

  it('throws what the work refuses, and goes on', async () => {
    const { run } = open();
    await expect(run({ name: 'refuse' }, { name })).rejects.toMatchObject({
      code: 'encrypted-pdf',
      sentence: 'a.pdf: it is locked. Unlock it.',
      sentenceAfar: 'A file is locked. Unlock it.',
    });
    await expect(run({ name: 'say', word: 'still' }, { name })).resolves.toMatchObject({ word: 'still' });
  });

  const minute = { stepMs: 300 };
  it.each<[string, string, Partial<Limits>, string, string]>([
    [
      'hangs',
      'hang',
      minute,
      'over-limit',
      `page 12 took more than 0.3 seconds, so its reading was stopped. ${copy}, or raise VERSE_PAGE_TIMEOUT_MS if you trust it.`,
    ],
    [
      'overflows the stack outside any promise',
      'overflow',
      {},
      'damaged-pdf',
      `its outline made the program that reads it fail (RangeError: Maximum call stack size exceeded). ${copy}, or download it again.`,
    ],
    [
      'makes a mistake',
      'mistake',
      {},
      'damaged-pdf',
      `opening it made the program that reads it fail (TypeError: undefined is not a page). ${copy}, or download it again.`,
    ],
    [
      'ends',
      'leave',
      {},
      'damaged-pdf',
      `page 2 made the program that reads it fail (exit code 3). ${copy}, or download it again.`,
    ],
    [
      'is killed by the system',
      'die',
      {},
      'over-limit',
      `the system ended its reading at page 2, as it does where memory runs out. ${copy}, or read it where more memory is free.`,
    ],
    [
      'ends itself for the memory that it takes, before its parent has seen it',
      'end for its memory',
      {},
      'over-limit',
      `page 2 takes more memory than the limit of 300 MB, so its reading was stopped. ${copy}, or raise VERSE_READ_MEMORY_MB if you trust it.`,
    ],
    [
      'fills the heap',
      'fill the heap',
      {},
      'over-limit',
      `page 4 takes more memory than the limit of 300 MB, so its reading was stopped. ${copy}, or raise VERSE_READ_MEMORY_MB if you trust it.`,
    ],
  ])('refuses a file whose process %s, and reads the next', async (_, job, limits, code, sentence) => {
    const { run } = open(limits);
    await expect(run({ name: job }, { name })).rejects.toMatchObject({
      code,
      sentence: `${name}: ${sentence}`,
    });
    await expect(run({ name: 'say', word: 'next' }, { name })).resolves.toMatchObject({ word: 'next' });
  });

  it('refuses a file that takes no step too long and all of them together', async () => {
    const { run } = open({ fileMs: 2000 });
    await expect(run({ name: 'dawdle' }, { name })).rejects.toMatchObject({
      code: 'over-limit',
      message: expect.stringMatching(
        /^corpus\/a\.pdf: it was at page \d+ after 2 seconds, so its reading was stopped\.$/,
      ),
    });
  });

  it('gives a step the time that it asks for, and the file too', async () => {
    const { run } = open({ stepMs: 1000, fileMs: 1000 });
    await expect(run({ name: 'take its time' }, { name })).resolves.toBe('read');
    await expect(run({ name: 'take too long' }, { name })).rejects.toMatchObject({
      message: `${name}: page 1 by OCR took more than 2 seconds, so its reading was stopped.`,
    });
  });

  it.skipIf(!existsSync('/proc/self/status'))(
    'refuses a file that takes too much memory, of whatever kind',
    async () => {
      const { run, peakBytes } = open();
      await expect(run({ name: 'fill memory' }, { name })).rejects.toMatchObject({
        code: 'over-limit',
        message: `${name}: page 3 takes more memory than the limit of 300 MB, so its reading was stopped.`,
      });
      expect(peakBytes()).toBeGreaterThan(300 * 1024 * 1024);
    },
  );

  it('stops at once for its signal, and throws the reason', async () => {
    const { run } = open();
    const stopping = new AbortController();
    const reason = new Error('Nobody waits for it.');
    const running = run(
      { name: 'hang' },
      { name, signal: stopping.signal, onStep: () => stopping.abort(reason) },
    );
    await expect(running).rejects.toBe(reason);
    await expect(run({ name: 'say', word: 'next' }, { name })).resolves.toMatchObject({ word: 'next' });
  });

  it('tells each step, and throws what its listener throws', async () => {
    const told: Step[] = [];
    const mistake = new TypeError('undefined is not a step');
    const onStep = (step: Step) => {
      told.push(step);
      throw mistake;
    };
    await expect(open().run({ name: 'hang' }, { name, onStep })).rejects.toBe(mistake);
    expect(told).toEqual([{ doing: 'page 12' }]);
  });
});
