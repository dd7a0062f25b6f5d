import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { fakeSession, fakeTerminal } from '../../testing/cli/fake-session.ts';
import { makeReport } from '../../testing/documents/small-report.ts';
import { runProgram } from '../main.ts';

let folder: string;
async function verse(...args: string[]) {
  const terminal = fakeTerminal();
  const settings = { VERSE_INDEX: join(folder, 'index'), VERSE_CORPUS: folder };
  const exit = await runProgram(fakeSession(settings, terminal), args);
  return { exit, out: terminal.printed(), err: terminal.complained() };
}
const report = () => join(folder, 'quay.pdf');
const collectionsOf = async () =>
  JSON.parse((await verse('list', '--json')).out).map((one: { collection?: string }) => one.collection);

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'verse-collection-'));
  writeFileSync(report(), makeReport());
});
afterAll(() => rmSync(folder, { recursive: true }));

describe('a document’s collection', () => {
  it('is set as it is added, and kept where it is read again', async () => {
    await verse('add', report(), '--collection', 'Press');
    expect(await collectionsOf()).toEqual(['press']);
    await verse('add', report());
    await verse('ingest');
    expect(await collectionsOf()).toEqual(['press']);
    expect((await verse('list')).out).toContain('COLLECTION');
    expect((await verse('list', '--collection', 'energy', '--json')).out).toBe('[]\n');
  });

  it('is another by a command, also for a file that did not change, and none where it is told so', async () => {
    expect((await verse('collection', 'quay', 'Energy')).out).toMatch(/in the collection energy\n$/);
    await verse('add', report(), '--collection', 'press');
    expect(await collectionsOf()).toEqual(['press']);
    await verse('collection', 'quay', '--none');
    expect(await collectionsOf()).toEqual([undefined]);
    expect((await verse('list')).out).not.toContain('COLLECTION');
  });

  it.each([
    [
      ['quay', 'two words'],
      '“two words” is no name for a collection. Use letters, digits and _ -, at most 40.\n',
    ],
    [['quay'], 'No collection is given. Write it behind the id, or --none to take it out of its own.\n'],
    [['quey', 'press'], 'No document is called “quey”. Did you mean quay?\n'],
  ])('is refused: %j', async (args, err) => {
    expect(await verse('collection', ...args)).toEqual({ exit: 2, out: '', err });
  });
});
