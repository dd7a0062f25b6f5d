/**
 * What the browser tests of a process share: one browser and the report's assistant, opened by the first file. Each test has
 * a server and a window of its own.
 */
import type { Browser } from 'playwright-core';
import { afterEach, beforeAll } from 'vitest';
import type { Assistant } from '../../assistant/assistant.ts';
import { openReportAssistant } from '../assistant/report-index.ts';
import { launchBrowser, type PageOptions, type Visit, visit } from './browser.ts';
import { openRoom, type Room, type RoomOptions, withAnswers } from './room.ts';

export interface StageOptions extends RoomOptions, PageOptions {
  /** Replaces the `ask` of the report's assistant. */
  ask?: Assistant['ask'];
  /** The path to open; `/` by default. */
  path?: string;
}

export interface Stage {
  assistant(): Assistant;
  /** Opens a server and a window on it; both close after the test. */
  enter(options?: StageOptions): Promise<Visit & { room: Room }>;
  /** Opens another window on a server that is open. */
  visit(url: string, options?: PageOptions): Promise<Visit>;
}

let shared: Promise<[Assistant, Browser]> | undefined;

/** Both end with the process. */
function openShared(): Promise<[Assistant, Browser]> {
  shared ??= Promise.all([openReportAssistant(), launchBrowser()]);
  return shared;
}

/** Opens browser and assistant before the tests of a file. Call it where the tests are declared. */
export function setStage(): Stage {
  let assistant: Assistant;
  let browser: Browser;
  const open: { close(): Promise<void> }[] = [];
  beforeAll(async () => {
    [assistant, browser] = await openShared();
  });
  afterEach(async () => {
    // Windows close before their servers, which wait for requests that are under way.
    for (const one of open.splice(0).reverse()) await one.close();
  });
  const keep = <Closable extends { close(): Promise<void> }>(one: Closable): Closable => {
    open.push(one);
    return one;
  };
  return {
    assistant: () => assistant,
    enter: async ({ ask, path = '/', ...options } = {}) => {
      const answering = ask === undefined ? assistant : withAnswers(assistant, ask);
      const room = keep(await openRoom({ assistant: () => answering, ...options }));
      return { ...keep(await visit(browser, room.url + path, options)), room };
    },
    visit: async (url, options) => keep(await visit(browser, url, options)),
  };
}
