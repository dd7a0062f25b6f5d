/** Every state of the page, in light and dark, wide and narrow: no barrier, no complaint, and a picture of each. */
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Assistant } from '../../assistant.ts';
import {
  askOn,
  findBarriers,
  inBrowser,
  launchBrowser,
  type PageOptions,
  shoot,
  untilDrawn,
  visit,
} from '../../testing/browser.ts';
import { openReportAssistant } from '../../testing/report-index.ts';
import { openRoom, type Room } from '../../testing/room.ts';
import { comparison, notFound, writtenAnswer } from '../../testing/sample-answers.ts';
import type { Answer } from '../../wire.ts';

const quoted = 'How many industry jobs did Germany lose in 2025, and is China the cause?';
const restated = "How much have Chinese-owned companies' R&D investments in Sweden grown since 2013?";
const waiting = 'A question that is not answered while the test looks';
const scripted: Partial<Record<string, Answer>> = Object.fromEntries(
  [writtenAnswer, comparison, notFound].map((answer) => [answer.question, answer]),
);

let assistant: Assistant;
let browser: Browser;
let room: Room;
let emptyRoom: Room;
beforeAll(async () => {
  [assistant, browser] = await Promise.all([openReportAssistant(), launchBrowser()]);
  const ask: Assistant['ask'] = async (request) => {
    if (request.question === waiting) return new Promise(() => {});
    return scripted[request.question] ?? assistant.ask(request);
  };
  room = await openRoom({ assistant: () => ({ ...assistant, ask }) });
  emptyRoom = await openRoom({});
});
afterAll(async () => {
  await browser.close();
  await Promise.all([room.close(), emptyRoom.close()]);
  await assistant.close();
});

const looks: (PageOptions & { look: string; isBrief?: boolean })[] = [
  { look: 'light', width: 1440 },
  { look: 'dark', width: 1440, colorScheme: 'dark' },
  { look: 'middle', width: 1024, height: 768, isBrief: true },
  { look: 'narrow', width: 390, height: 844 },
  { look: 'narrow-dark', width: 390, height: 844, colorScheme: 'dark', isBrief: true },
];

const isNarrow = ({ width = 1440 }: PageOptions) => width < 900;

async function untilAnswered(page: Page, options: PageOptions): Promise<void> {
  await page.locator('.acts').first().waitFor();
  if (!isNarrow(options)) await untilDrawn(page);
}

interface State {
  state: string;
  reach: (page: Page, options: PageOptions) => Promise<void>;
}

const states: State[] = [
  { state: 'empty', reach: async (page) => page.getByText('Questions to start with').waitFor() },
  {
    state: 'asking',
    reach: async (page) => {
      await askOn(page, waiting);
      await page.getByRole('button', { name: 'Stop' }).waitFor();
    },
  },
  {
    state: 'answered',
    reach: async (page, options) => {
      await askOn(page, quoted);
      await untilAnswered(page, options);
    },
  },
  {
    state: 'preview',
    reach: async (page, options) => {
      await askOn(page, quoted);
      await untilAnswered(page, options);
      await page.locator('.cite').first().focus();
      await page.keyboard.press('Tab');
      await page.keyboard.press('Shift+Tab');
      await page.locator('.peek').waitFor({ state: isNarrow(options) ? 'attached' : 'visible' });
    },
  },
  {
    state: 'why',
    reach: async (page, options) => {
      await askOn(page, quoted);
      await untilAnswered(page, options);
      await page.getByText('Why these passages').click();
      await page.locator('.rank').scrollIntoViewIfNeeded();
    },
  },
  {
    state: 'written',
    reach: async (page, options) => {
      await askOn(page, writtenAnswer.question);
      await untilAnswered(page, options);
    },
  },
  {
    state: 'comparison',
    reach: async (page, options) => {
      await askOn(page, comparison.question);
      await untilAnswered(page, options);
    },
  },
  {
    state: 'not-found',
    reach: async (page, options) => {
      await askOn(page, notFound.question);
      await untilAnswered(page, options);
    },
  },
  {
    state: 'restated',
    reach: async (page, options) => {
      await askOn(page, restated);
      await untilAnswered(page, options);
      await page.locator('.cite.other').first().waitFor();
    },
  },
  {
    state: 'page',
    reach: async (page, options) => {
      await askOn(page, quoted);
      await untilAnswered(page, options);
      await page.locator('.cite').nth(1).click();
      await untilDrawn(page);
    },
  },
  {
    state: 'picker',
    reach: async (page) => {
      await page.getByRole('button', { name: 'Chapter to search' }).click();
      await page.getByRole('combobox').fill('land');
    },
  },
  {
    state: 'questions',
    reach: async (page, options) => {
      await askOn(page, quoted);
      await untilAnswered(page, options);
      if ((options.width ?? 1440) < 1280)
        await page.getByRole('button', { name: 'Questions in this tab' }).click();
      await page.getByRole('button', { name: 'Copy all as Markdown' }).waitFor();
    },
  },
];

/** Where the layout itself differs; the rest is the same elements at another width. */
const layoutStates = ['answered', 'page', 'picker', 'questions'];

inBrowser('the check for barriers', () => {
  it('tells a barrier where there is one', async () => {
    const { page, close } = await visit(browser, room.url);
    await page.evaluate(() => document.querySelector('main')?.append(document.createElement('img')));
    expect(await findBarriers(page)).toEqual([expect.stringMatching(/^image-alt: <img>/)]);
    await close();
  });
});

inBrowser.each(looks)('in $look', ({ look, isBrief, ...options }) => {
  it.each(
    states.filter(({ state }) => !isBrief || layoutStates.includes(state)),
  )('has no barrier where it shows: $state', async ({ state, reach }) => {
    const { page, complaints, close } = await visit(browser, room.url, options);
    await reach(page, options);
    await shoot(page, `${state}-${look}`);
    expect(await findBarriers(page)).toEqual([]);
    expect(complaints).toEqual([]);
    const scrolls = await page.evaluate(() => document.documentElement.scrollWidth > innerWidth);
    expect(scrolls, 'the page scrolls sideways').toBe(false);
    await close();
  });

  it('has no barrier where it shows: no index', async () => {
    const { page, close } = await visit(browser, emptyRoom.url, options);
    await page.getByRole('alert').waitFor();
    await shoot(page, `no-index-${look}`);
    expect(await page.getByText('No index is open. Run verse ingest').count()).toBe(1);
    expect(await findBarriers(page)).toEqual([]);
    await close();
  });

  it('has no barrier where it shows: the server is gone', async () => {
    const gone = await openRoom({ assistant: () => assistant });
    const { page, close } = await visit(browser, gone.url, options);
    await page.getByText('Questions to start with').waitFor();
    await gone.close();
    await askOn(page, quoted);
    await page.getByRole('heading', { name: 'Chapter & Verse is not running' }).waitFor();
    await shoot(page, `gone-${look}`);
    expect(await findBarriers(page)).toEqual([]);
    await close();
  });
});
