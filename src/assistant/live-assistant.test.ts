import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type Config, loadConfig } from '../config/settings.ts';
import { VerseError } from '../core/errors.ts';
import type { Encoder } from '../core/networks.ts';
import { type FakeAssistant, fakeAssistant, sampleAnswer } from '../testing/assistant/fake-assistant.ts';
import { createFakeEncoder } from '../testing/networks/fake-encoder.ts';
import { createFakeReaders } from '../testing/networks/fake-readers.ts';
import type { Answer } from '../wire/types.ts';
import type { Assistant } from './assistant.ts';
import { type LiveAssistant, openLiveAssistant } from './live-assistant.ts';

let indexDir = '';
let config: Config;
/** What was opened so far, and what opening does next. */
let opened: FakeAssistant[] = [];
let openNext: () => FakeAssistant = openScripted;
let live: LiveAssistant | undefined;

/** Lists no documents, and answers at once unless the test says otherwise. */
function openScripted(ask: () => Promise<Answer> = async () => sampleAnswer): FakeAssistant {
  return fakeAssistant({ documents: () => [], ask });
}

beforeEach(() => {
  indexDir = mkdtempSync(join(tmpdir(), 'verse-live-'));
  config = loadConfig({ indexDir }, {}, indexDir);
  opened = [];
  openNext = openScripted;
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

/** @param build what the pointer names; by default there is none. */
async function follow(build?: string): Promise<LiveAssistant> {
  if (build !== undefined) point(build);
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

/** Which of those opened so far answers now. */
function answering({ current }: LiveAssistant): number {
  const before = opened.map(({ calls }) => calls.length);
  current().documents();
  return opened.findIndex(({ calls }, index) => calls.length > (before[index] ?? 0));
}

/** How often each was closed. */
function closings(): number[] {
  return opened.map(({ calls }) => calls.filter(([name]) => name === 'close').length);
}

describe('openLiveAssistant', () => {
  it('opens the index once, and not again while the pointer names the same build', async () => {
    const following = await follow('build-1');
    expect(answering(following)).toBe(0);
    point('build-1');
    await new Promise((resolve) => setTimeout(resolve, 30));
    expect(opened).toHaveLength(1);
  });

  it('opens the new index when an ingest has replaced it, and closes the old', async () => {
    const following = await follow('build-1');
    point('build-2');
    await expect.poll(() => answering(following)).toBe(1);
    expect(closings()).toEqual([1, 0]);
  });

  /** Replaces the index while the old one is at an answer, which waits for `resolve` or `reject`. */
  async function replaceWhileAnswering() {
    let end = (_: Promise<Answer>) => {};
    const answer = new Promise<Answer>((resolve) => {
      end = resolve;
    });
    openNext = () => openScripted(() => answer);
    const following = await follow('build-1');
    const asked = following.current().ask({ question: 'Who runs Bolt?' });
    openNext = openScripted;
    point('build-2');
    await expect.poll(() => answering(following)).toBe(1);
    return {
      following,
      asked,
      resolve: () => end(Promise.resolve(sampleAnswer)),
      reject: (error: Error) => end(Promise.reject(error)),
    };
  }

  it('closes the old only after its last answer, while the new one answers others', async () => {
    const { asked, resolve } = await replaceWhileAnswering();
    expect(closings()).toEqual([0, 0]);
    resolve();
    expect(await asked).toBe(sampleAnswer);
    await expect.poll(closings).toEqual([1, 0]);
  });

  it('closes it also where its last answer fails', async () => {
    const { asked, reject } = await replaceWhileAnswering();
    reject(noIndex);
    await expect(asked).rejects.toBe(noIndex);
    await expect.poll(closings).toEqual([1, 0]);
  });

  it('has whoever kept it over the exchange answered by the new one', async () => {
    const following = await follow('build-1');
    const kept = following.current();
    point('build-2');
    await expect.poll(() => answering(following)).toBe(1);
    await kept.ask({ question: 'Who runs Bolt?' });
    expect(opened[1]?.calls.map(([name]) => name)).toContain('ask');
    expect(opened[0]?.calls.map(([name]) => name)).not.toContain('ask');
  });

  it('waits with its own end for the answers under way, also of one that was replaced', async () => {
    const { following, asked, resolve } = await replaceWhileAnswering();
    live = undefined;
    let hasEnded = false;
    const ending = following.close().then(() => {
      hasEnded = true;
    });
    await new Promise((resolve) => setTimeout(resolve, 10));
    expect(hasEnded).toBe(false);
    resolve();
    await Promise.all([asked, ending]);
    expect(closings()).toEqual([1, 1]);
  });

  it('tells what is wrong while there is no index, and answers as soon as there is one', async () => {
    openNext = () => {
      throw noIndex;
    };
    const following = await follow();
    expect(following.current).toThrow(noIndex);
    openNext = openScripted;
    point('build-1');
    await expect.poll(() => opened.length).toBe(1);
    expect(answering(following)).toBe(0);
  });

  it.each([
    ['refused', noIndex],
    ['opened for a reason nobody thought of', new TypeError('undefined is not an index')],
  ])('goes on answering from the old index where the new one cannot be %s', async (_, error) => {
    const following = await follow('build-1');
    let attempts = 0;
    openNext = () => {
      attempts += 1;
      throw error;
    };
    point('build-2');
    await expect.poll(() => attempts).toBeGreaterThan(1);
    expect(answering(following)).toBe(0);
    expect(closings()).toEqual([0]);
    openNext = openScripted;
    await expect.poll(() => answering(following)).toBe(1);
  });

  it('does not start at all on a mistake in the program', async () => {
    const mistake = new TypeError('undefined is not an index');
    openNext = () => {
      throw mistake;
    };
    await expect(follow()).rejects.toBe(mistake);
  });

  it('has its networks loaded and asked before it is there, also while there is no index', async () => {
    const encoder = createFakeEncoder();
    const asked: string[] = [];
    const openings: unknown[] = [];
    const { questions, ...readers } = createFakeReaders();
    live = await openLiveAssistant(config, {
      threadsAtOnce: true,
      openNetworks: async (_, loading) => {
        openings.push(loading);
        const encodeQuery: Encoder['encodeQuery'] = (text) => {
          asked.push(text);
          return encoder.encodeQuery(text);
        };
        return { ...readers, encoder: { ...encoder, encodeQuery } };
      },
    });
    expect(live.current).toThrow(`${indexDir}/: no index here yet.`);
    const question = 'What does the report say about China?';
    expect(openings).toEqual([{ cacheDir: config.cacheDir, threadsAtOnce: true }]);
    expect(questions).toEqual([question]);
    expect(asked).toContain(question);
  });

  it('opens its networks anew where the reader did not load, without threads unless they are asked for', async () => {
    const openings: unknown[] = [];
    const damaged = new VerseError('model-damaged', 'reader: it does not load.', 'Fetch it again.');
    live = await openLiveAssistant(config, {
      checkEveryMs: 60_000,
      openNetworks: async (_, loading) => {
        openings.push(loading);
        const readers = createFakeReaders();
        const failing = { ...readers.answers, readAnswers: () => Promise.reject(damaged) };
        const answers = openings.length === 1 ? failing : readers.answers;
        return { ...readers, answers, encoder: createFakeEncoder() };
      },
    });
    expect(live.current).toThrow(damaged);
    await live.refresh();
    expect(live.current).toThrow(`${indexDir}/: no index here yet.`);
    expect(openings).toEqual(Array(2).fill({ cacheDir: config.cacheDir, threadsAtOnce: false }));
  });

  it('closes what is open and looks no more', async () => {
    const { close } = await follow('build-1');
    live = undefined;
    await close();
    expect(opened[0]?.calls).toEqual([['close']]);
    point('build-2');
    await new Promise((resolve) => setTimeout(resolve, 30));
    expect(opened).toHaveLength(1);
  });
});
