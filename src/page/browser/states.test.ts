/** Every state of the page, in light and dark, wide and narrow: no barrier, no complaint, and a picture of each. */
import { expect, it } from 'vitest';
import { askOn, findBarriers, inBrowser, type PageOptions, shoot } from '../../testing/browser/browser.ts';
import { quoted, states, withStates } from '../../testing/browser/page-states.ts';
import { setStage } from '../../testing/browser/stage.ts';

const looks: (PageOptions & { look: string; isBrief?: boolean })[] = [
  { look: 'light', width: 1440 },
  { look: 'dark', width: 1440, colorScheme: 'dark' },
  { look: 'middle', width: 1024, height: 768, isBrief: true },
  { look: 'narrow', width: 390, height: 844 },
  { look: 'narrow-dark', width: 390, height: 844, colorScheme: 'dark', isBrief: true },
];

/** Where the layout itself differs; the rest is the same elements at another width. */
const layoutStates = ['answered', 'around', 'page', 'picker', 'library', 'details', 'questions'];

inBrowser('the check for barriers', () => {
  const stage = setStage();

  it('reports a barrier if there is one', async () => {
    const { page } = await stage.enter();
    await page.evaluate(() => document.querySelector('main')?.append(document.createElement('img')));
    expect(await findBarriers(page)).toEqual([expect.stringMatching(/^image-alt: <img>/)]);
  });
});

inBrowser.each(looks)('in $look', ({ look, isBrief, ...options }) => {
  const stage = setStage();
  const assistant = () => withStates(stage.assistant());

  it.each(
    states.filter(({ state }) => !isBrief || layoutStates.includes(state)),
  )('has no barrier where it shows: $state', async ({ state, reach }) => {
    const { page, complaints } = await stage.enter({ assistant, ...options });
    await reach(page, options);
    await shoot(page, `${state}-${look}`);
    expect(await findBarriers(page)).toEqual([]);
    expect(complaints).toEqual([]);
    const scrolls = await page.evaluate(() => document.documentElement.scrollWidth > innerWidth);
    expect(scrolls, 'the page scrolls sideways').toBe(false);
  });

  it('is accessible when it shows: no index', async () => {
    const { page } = await stage.enter({ assistant: () => undefined, ...options });
    await page.getByRole('alert').waitFor();
    await shoot(page, `no-index-${look}`);
    expect(await page.getByText('No index is open. Run verse ingest').count()).toBe(1);
    expect(await findBarriers(page)).toEqual([]);
  });

  it('is accessible when it shows: the server is gone', async () => {
    const { page, room } = await stage.enter(options);
    await page.getByText('Questions to start with').waitFor();
    await room.close();
    await askOn(page, quoted);
    await page.getByRole('heading', { name: 'Chapter & Verse is not running' }).waitFor();
    await shoot(page, `gone-${look}`);
    expect(await findBarriers(page)).toEqual([]);
  });
});
