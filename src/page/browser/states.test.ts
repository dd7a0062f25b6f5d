/** Every state of the page, in light and dark, wide and narrow: no barrier, no complaint, and a picture of each if they are wanted. */
import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { askOn, findBarriers, inBrowser, type PageOptions, shoot } from '../../testing/browser/browser.ts';
import { quoted, states, withStates } from '../../testing/browser/page-states.ts';
import { setStage } from '../../testing/browser/stage.ts';

const allStates = [...states.map(({ state }) => state), 'no-index', 'gone'];
/** Where the layout itself differs; the rest is the same elements at another width. */
const layoutStates = [
  ...['answered', 'around', 'page', 'picker', 'library', 'details', 'questions'],
  ...['no-index', 'gone'],
];

interface Window extends PageOptions {
  window: string;
  /** The states that are looked at in it, in each colour. */
  light: string[];
  dark: string[];
}

const windows: Window[] = [
  { window: 'wide', width: 1440, light: allStates, dark: allStates },
  { window: 'middle', width: 1024, height: 768, light: layoutStates, dark: [] },
  { window: 'narrow', width: 390, height: 844, light: allStates, dark: layoutStates },
];

inBrowser('every state of the page', () => {
  const stage = setStage();
  const assistant = () => withStates(stage.assistant());

  it('is checked for barriers: one is reported if there is one', async () => {
    const { page } = await stage.enter();
    await page.getByText('Questions to start with').waitFor();
    await page.evaluate(() => document.querySelector('main')?.append(document.createElement('img')));
    expect(await findBarriers(page)).toEqual([expect.stringMatching(/^image-alt: <img>/)]);
  });

  describe.each(windows)('in a $window window', ({ window, light, dark, ...options }) => {
    /** Checks a state that the page shows, in light and in dark: only styles differ, so that it is reached once. */
    async function expectNoBarrier(page: Page, state: string): Promise<void> {
      for (const colorScheme of ['light', 'dark'] as const) {
        if (!{ light, dark }[colorScheme].includes(state)) continue;
        await page.emulateMedia({ colorScheme });
        await shoot(page, `${state}-${window}-${colorScheme}`);
        expect(await findBarriers(page), colorScheme).toEqual([]);
      }
    }

    it.each(
      states.filter(({ state }) => light.includes(state)),
    )('has no barrier where it shows: $state', async ({ state, reach }) => {
      const { page, complaints } = await stage.enter({ assistant, ...options });
      await reach(page, options);
      await expectNoBarrier(page, state);
      expect(complaints).toEqual([]);
      const scrolls = await page.evaluate(() => document.documentElement.scrollWidth > innerWidth);
      expect(scrolls, 'the page scrolls sideways').toBe(false);
    });

    it('is accessible when it shows: no index', async () => {
      const { page } = await stage.enter({ assistant: () => undefined, ...options });
      await page.getByRole('alert').waitFor();
      expect(await page.getByText('No index is open. Run verse ingest').count()).toBe(1);
      await expectNoBarrier(page, 'no-index');
    });

    it('is accessible when it shows: the server is gone', async () => {
      const { page, room } = await stage.enter(options);
      await page.getByText('Questions to start with').waitFor();
      await room.close();
      await askOn(page, quoted);
      await page.getByRole('heading', { name: 'Chapter & Verse is not running' }).waitFor();
      await expectNoBarrier(page, 'gone');
    });
  });
});
