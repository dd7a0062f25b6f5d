import { once } from 'node:events';
import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  realpathSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { fakeSession, fakeTerminal } from '../../testing/cli/fake-session.ts';
import { italy, makeReport, poland, sweden } from '../../testing/documents/small-report.ts';
import { answerSchema } from '../../wire/answer.ts';
import { documentSchema } from '../../wire/document.ts';
import { runProgram } from '../main.ts';
import type { OpenPage } from '../open-page.ts';

let root = '';
let report = '';
let other = '';
beforeEach(() => {
  root = realpathSync(mkdtempSync(join(tmpdir(), 'verse-read-')));
  for (const folder of ['mail', 'desk']) mkdirSync(join(root, folder));
  report = join(root, 'mail', 'etnc.pdf');
  other = join(root, 'mail', 'biopharma.pdf');
  writeFileSync(report, makeReport([sweden, poland]));
  writeFileSync(other, makeReport([italy]));
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

async function run(args: string[], openPage: OpenPage = async () => false, settings = {}) {
  const terminal = fakeTerminal();
  const index = join(root, 'index');
  const environment = { VERSE_INDEX: index, VERSE_CORPUS: join(index, 'reports'), ...settings };
  const exit = await runProgram(fakeSession(environment, terminal, { openPage }), args);
  return { exit, out: terminal.printed(), err: terminal.complained() };
}

const question = 'Which companies did Sweden ban from 5G networks in 2020?';

describe('verse report.pdf with a question', () => {
  it('reads the report and answers from it; the next time at once, by its bytes', async () => {
    const first = await run(['--progress', report, question]);
    expect(first).toMatchObject({ exit: 0, err: expect.stringMatching(/^read etnc: 2 pages/) });
    expect(first.out).toContain('[Sweden, p. 1]');
    const moved = join(root, 'desk', 'from-mail.pdf');
    renameSync(report, moved);
    expect(await run([moved, question])).toEqual({ exit: 0, out: first.out, err: '' });
  });

  it('answers from that report alone, whatever else is in the index', async () => {
    expect(await run([report, question])).toMatchObject({ exit: 0 });
    const { exit, out } = await run([other, '--json', question]);
    expect(exit).toBe(0);
    expect(answerSchema.parse(JSON.parse(out))).toMatchObject({ status: 'not-found' });
    const list = await run(['list', '--json']);
    expect(JSON.parse(list.out).map((one: unknown) => documentSchema.parse(one).id)).toEqual([
      'biopharma',
      'etnc',
    ]);
  });

  it('takes the index from --index, before or behind', async () => {
    const index = join(root, 'library');
    expect(await run(['--index', index, report, question])).toMatchObject({ exit: 0 });
    expect(readdirSync(root)).not.toContain('index');
    expect(await run(['ask', question, '--index', index])).toMatchObject({ exit: 0, err: '' });
  });

  it.each([
    ['a file that is not there', 'none.pdf', 'none.pdf: no such file. Check the path.\n'],
    [
      'a file that is no PDF',
      'page.pdf',
      'page.pdf: not a PDF (its first bytes are not %PDF-). Give a PDF file.\n',
    ],
  ])('refuses %s in a sentence', async (_, name, sentence) => {
    writeFileSync(join(root, 'mail', 'page.pdf'), '<!doctype html>');
    const { exit, out, err } = await run([join(root, 'mail', name), question]);
    expect({ exit, out }).toEqual({ exit: 1, out: '' });
    expect(err.endsWith(`/${sentence}`)).toBe(true);
    expect(await run(['ask', question])).toMatchObject({
      exit: 1,
      err: 'No report yet. Add one: verse add your.pdf\n',
    });
  });

  it('never replaces another report of the same name', async () => {
    await run([report, question]);
    const namesake = join(root, 'desk', 'etnc.pdf');
    writeFileSync(namesake, makeReport([italy]));
    expect(await run([namesake, question])).toEqual({
      exit: 2,
      out: '',
      err: `${namesake}: the index has another document of this name, ${report}. Give the file another name, or take that one out: verse remove etnc.\n`,
    });
  });
});

describe('verse report.pdf', () => {
  /** Runs until the page was used, then stops the server as Ctrl-C does. */
  async function serveUntil(args: string[], use: OpenPage, settings = {}) {
    let used: Promise<boolean> = Promise.reject(new Error('The page was not opened.'));
    used.catch(() => undefined);
    const openPage: OpenPage = (address) => {
      used = use(address).finally(() => process.emit('SIGINT'));
      return used.catch(() => false);
    };
    const result = await run(args, openPage, settings);
    await used;
    return result;
  }

  const documentsAt = async (address: string) => (await fetch(`${address}/v1/documents`)).json();

  it('opens the page while the report is read, and answers once it is', async () => {
    let states: string[] = [];
    const { exit, out } = await serveUntil([report, '--port', '0'], async (address) => {
      const state = async () => (await (await fetch(`${address}/v1/uploads`)).json()).uploads[0];
      await expect.poll(async () => (await state()).state).toBe('done');
      states = (await state()).stages.map(({ stage }: { stage: string }) => stage);
      expect(await documentsAt(address)).toMatchObject([{ id: 'etnc' }]);
      return true;
    });
    expect(exit).toBe(0);
    expect(states).toEqual(['read', 'encode', 'write']);
    expect(out).toMatch(/^Chapter & Verse is at http:\/\/127\.0\.0\.1:\d+ \(stop with Ctrl-C\)\n$/);
    expect(readdirSync(join(root, 'mail'))).toContain('etnc.pdf');
  });

  it('opens it at once where the index has the report, at a free port where the usual one is taken', async () => {
    await run([report, question]);
    const taken = createServer().listen(0, '127.0.0.1');
    await once(taken, 'listening');
    const { port } = taken.address() as AddressInfo;
    try {
      const { exit } = await serveUntil(
        [report],
        async (address) => {
          expect(new URL(address).port).not.toBe(String(port));
          expect(await documentsAt(address)).toMatchObject([{ id: 'etnc' }]);
          return true;
        },
        { VERSE_PORT: String(port) },
      );
      expect(exit).toBe(0);
    } finally {
      taken.close();
    }
  });

  it('ends with the sentence that refuses the report', async () => {
    writeFileSync(report, '%PDF-1.7\nbroken');
    const { exit, err } = await run([report, '--port', '0', '--no-open']);
    expect(exit).toBe(1);
    expect(err).toMatch(/etnc\.pdf: .+\n$/);
  });

  it('has nothing to print as JSON without a question', async () => {
    expect(await run([report, '--json'])).toEqual({
      exit: 2,
      out: '',
      err: '--json is for answers. Ask a question behind the file.\n',
    });
  });
});
