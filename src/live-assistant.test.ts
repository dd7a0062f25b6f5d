import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Assistant } from './assistant.ts';
import { type Config, loadConfig } from './config.ts';
import { VerseError } from './errors.ts';
import { type LiveAssistant, openLiveAssistant } from './live-assistant.ts';
import { type FakeAssistant, fakeAssistant } from './testing/fake-assistant.ts';

let indexDir = '';
let config: Config;
/** What was opened so far, and what opening does next. */
let opened: FakeAssistant[] = [];
let openNext: () => FakeAssistant = fakeAssistant;
let live: LiveAssistant | undefined;

beforeEach(() => {
  indexDir = mkdtempSync(join(tmpdir(), 'verse-live-'));
  config = loadConfig({ indexDir }, {}, indexDir);
  opened = [];
  openNext = fakeAssistant;
});
afterEach(async () => {
  await live?.close();
  live = undefined;
  rmSync(indexDir, { recursive: true, force: true });
});

const noIndex = new VerseError('no-index', 'index/: no index here yet.', 'Run `verse ingest`.');

function point(build: string): void {
  writeFileSync(join(indexDir, 'current'), `${build}\n`);
}

async function follow(): Promise<LiveAssistant> {
  live = await openLiveAssistant(config, {
    checkEveryMs: 2,
    open: async (): Promise<Assistant> => {
      const assistant = openNext();
      opened.push(assistant);
      return assistant;
    },
  });
  return live;
}

describe('openLiveAssistant', () => {
  it('opens the index once, and not again while the pointer names the same build', async () => {
    point('build-1');
    const { current } = await follow();
    expect(current()).toBe(opened[0]);
    point('build-1');
    await new Promise((resolve) => setTimeout(resolve, 30));
    expect(opened).toHaveLength(1);
  });

  it('opens the new index when an ingest has replaced it, and closes the old', async () => {
    point('build-1');
    const { current } = await follow();
    point('build-2');
    await expect.poll(() => current() === opened[1]).toBe(true);
    expect(opened[0]?.calls).toEqual([['close']]);
    expect(opened[1]?.calls).toEqual([]);
  });

  it('tells what is wrong while there is no index, and answers as soon as there is one', async () => {
    openNext = () => {
      throw noIndex;
    };
    const { current } = await follow();
    expect(current).toThrow(noIndex);
    openNext = fakeAssistant;
    point('build-1');
    await expect.poll(() => opened.length).toBe(1);
    expect(current()).toBe(opened[0]);
  });

  it.each([
    ['refused', noIndex],
    ['opened for a reason nobody thought of', new TypeError('undefined is not an index')],
  ])('goes on answering from the old index where the new one cannot be %s', async (_, error) => {
    point('build-1');
    const { current } = await follow();
    let attempts = 0;
    openNext = () => {
      attempts += 1;
      throw error;
    };
    point('build-2');
    await expect.poll(() => attempts).toBeGreaterThan(1);
    expect(current()).toBe(opened[0]);
    expect(opened[0]?.calls).toEqual([]);
    openNext = fakeAssistant;
    await expect.poll(() => current() === opened[1]).toBe(true);
  });

  it('does not start at all on a mistake in the program', async () => {
    const mistake = new TypeError('undefined is not an index');
    openNext = () => {
      throw mistake;
    };
    await expect(follow()).rejects.toBe(mistake);
  });

  it('closes what is open and looks no more', async () => {
    point('build-1');
    const { close } = await follow();
    live = undefined;
    await close();
    expect(opened[0]?.calls).toEqual([['close']]);
    point('build-2');
    await new Promise((resolve) => setTimeout(resolve, 30));
    expect(opened).toHaveLength(1);
  });
});
