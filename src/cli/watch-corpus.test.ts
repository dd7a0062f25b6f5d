import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { createWatch, watchUntil } from './watch-corpus.ts';

const folder = mkdtempSync(join(tmpdir(), 'verse-watch-'));
afterAll(() => rmSync(folder, { recursive: true }));
beforeEach(() => {
  for (const name of readdirSync(folder)) rmSync(join(folder, name));
});

const put = (name: string, text: string) => writeFileSync(join(folder, name), text);

async function open({ known = [], refuse = false }: { known?: string[]; refuse?: boolean } = {}) {
  const events: string[] = [];
  const nameOf = (path: string) => path.slice(folder.length + 1);
  const watch = await createWatch({
    listFiles: async () =>
      readdirSync(folder)
        .sort()
        .map((name) => join(folder, name)),
    isKnown: (path) => known.includes(nameOf(path)),
    addFile: async (path) => {
      events.push(`read ${nameOf(path)}`);
      if (refuse) throw new Error('no PDF');
    },
    onRefused: (error) => events.push(`refused: ${String(error)}`),
    onGone: (path) => events.push(`gone ${nameOf(path)}`),
  });
  const looks = async (count: number) => {
    for (let look = 0; look < count; look += 1) await watch.look();
    await Promise.resolve();
  };
  return { watch, events, looks };
}

describe('a watched folder', () => {
  it('is left alone as it was at the beginning', async () => {
    put('old.pdf', 'a');
    const { events, looks } = await open();
    await looks(3);
    expect(events).toEqual([]);
  });

  it('has a new file read once, when it no longer grows', async () => {
    const { events, looks } = await open();
    put('new.pdf', 'a');
    await looks(1);
    put('new.pdf', 'more of it');
    await looks(1);
    expect(events).toEqual([]);
    await looks(3);
    expect(events).toEqual(['read new.pdf']);
  });

  it('has a file read again when it has changed', async () => {
    put('old.pdf', 'a');
    const { events, looks } = await open();
    put('old.pdf', 'another edition');
    await looks(3);
    expect(events).toEqual(['read old.pdf']);
  });

  it('says what is gone, and reads it when it comes back', async () => {
    put('old.pdf', 'a');
    const { events, looks } = await open();
    rmSync(join(folder, 'old.pdf'));
    await looks(2);
    put('old.pdf', 'a');
    await looks(2);
    expect(events).toEqual(['gone old.pdf', 'read old.pdf']);
  });

  it('leaves out what came by other ways, and says what is refused', async () => {
    const { events, looks } = await open({ known: ['sent.pdf'], refuse: true });
    put('sent.pdf', 'a');
    put('bad.pdf', 'b');
    await looks(3);
    expect(events).toEqual(['read bad.pdf', 'refused: Error: no PDF']);
  });

  it('is looked at until it is stopped', async () => {
    const { watch, events } = await open();
    put('new.pdf', 'a');
    const stopping = new AbortController();
    const looking = watchUntil(watch, stopping.signal, 1);
    await expect.poll(() => events).toEqual(['read new.pdf']);
    stopping.abort();
    await looking;
  });
});
