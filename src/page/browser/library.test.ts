/** A library of 1,000 reports, in a real browser: found, chosen and read without ever drawing them all. */
import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import type { Assistant } from '../../assistant/assistant.ts';
import { sampleAnswer, sampleCitation } from '../../testing/assistant/fake-assistant.ts';
import {
  askOn,
  findBarriers,
  inBrowser,
  type PageOptions,
  shoot,
  untilDrawn,
} from '../../testing/browser/browser.ts';
import { manyListings, withListings } from '../../testing/browser/many-reports.ts';
import { type StageOptions, setStage } from '../../testing/browser/stage.ts';
import type { AskRequest, Citation } from '../../wire/types.ts';

const listings = manyListings(1000);
const elements = (page: Page) => page.evaluate(() => document.querySelectorAll('*').length);
const chips = (page: Page) => page.locator('.scope-chip').allTextContents();
const titles = (page: Page) => page.locator('.report b').allTextContents();
/** The row that keys move from. */
const active = (page: Page) => page.locator('.report.active b').textContent();

/** A citation of one of the reports. */
function citationIn(index: number, number: number): Citation {
  const {
    id: document,
    title: documentTitle,
    label: documentLabel,
    year,
  } = listings[index] ?? sampleListing(index);
  return {
    ...sampleCitation,
    ...{ number, document, documentTitle, documentLabel, passageId: `${document}/12/4` },
    ...(year !== undefined && { documentYear: year }),
  };
}

function sampleListing(index: number): never {
  throw new Error(`There is no report ${index}.`);
}

const citations = [citationIn(0, 1), citationIn(700, 2)];
const fromTwo = {
  ...sampleAnswer,
  citations,
  sentences: citations.map(({ number, quote }) => ({
    ...{ text: quote, citations: [number], origin: 'quoted' as const, verified: true, problems: [] },
  })),
};

inBrowser('a library of 1,000 reports', () => {
  const stage = setStage();
  const asked: AskRequest[] = [];
  const assistant = (): Assistant => ({
    ...withListings(stage.assistant(), listings),
    ask: async (request) => {
      asked.push(request);
      return fromTwo;
    },
  });
  const enter = (options: StageOptions = {}) => stage.enter({ assistant, path: '/?library', ...options });

  async function enterLibrary(options?: StageOptions) {
    const visit = await enter(options);
    await visit.page.getByRole('grid', { name: 'Reports' }).waitFor();
    return visit;
  }

  it('draws the rows in view alone, also at its end', async () => {
    const { page } = await enterLibrary();
    expect(await page.getByText('1,000 reports · 180,000 pages · 30,000 chapters').count()).toBe(1);
    expect(await elements(page)).toBeLessThan(1500);
    await page.getByRole('grid').focus();
    await page.keyboard.press('End');
    await expect.poll(() => active(page)).toBe(listings.at(-1)?.title);
    expect(await page.locator('.report.active').getAttribute('aria-rowindex')).toBe('1001');
    expect(await page.getByRole('grid').getAttribute('aria-rowcount')).toBe('1001');
    expect(
      await page.locator('.report.active').evaluate((row) => row.getBoundingClientRect().bottom),
    ).toBeLessThan(800);
    expect(await elements(page)).toBeLessThan(1500);
    await page.keyboard.press('Home');
    await expect.poll(() => active(page)).toBe(listings[0]?.title);
    // Neither the search nor the heads stand over it.
    const top = await page.locator('.report.active').evaluate((row) => {
      const { x, y, height } = row.getBoundingClientRect();
      return document.elementFromPoint(x + 100, y + height / 2)?.closest('.report') === row;
    });
    expect(top).toBe(true);
  });

  it('finds by title, tag, year and chapter, and sorts', async () => {
    const { page } = await enterLibrary();
    const search = page.getByRole('searchbox', { name: 'Find a report' });
    await search.fill('energy 2007');
    await page.getByRole('status').getByText('6 reports with energy 2007').waitFor();
    await page.getByRole('button', { name: 'Search in these 6' }).click();
    expect(await chips(page)).toEqual(['6 reports']);
    await search.fill('water hungary part 2');
    await expect.poll(() => page.locator('.hit').first().textContent()).toMatch(/^Hungary, part 2, p\. \d+/);
    await search.fill('nothing of this name');
    await page.getByRole('status').getByText('No report with').waitFor();
    await page.getByRole('button', { name: 'Clear the search' }).click();
    await page.getByRole('button', { name: 'Title' }).click();
    await expect.poll(async () => (await titles(page))[0]).toMatch(/^Climate Annual Report/);
    await page.getByRole('button', { name: 'Title' }).click();
    await expect.poll(async () => (await titles(page))[0]).toMatch(/^Water Statistical Handbook/);
    expect(await page.getByRole('columnheader', { name: 'Title' }).getAttribute('aria-sort')).toBe(
      'descending',
    );
  });

  it('is used by keys: arrows move, Space chooses, Enter opens, Esc closes', async () => {
    const { page } = await enterLibrary();
    await page.getByRole('grid').focus();
    await page.keyboard.press('Space');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Space');
    expect(await chips(page)).toEqual(['2 reports']);
    await page.keyboard.press('Enter');
    const details = page.getByRole('complementary', { name: 'Report' });
    await details.getByRole('heading', { name: listings[1]?.title ?? '' }).waitFor();
    await page.keyboard.press('ArrowDown');
    await details.getByRole('heading', { name: listings[2]?.title ?? '' }).waitFor();
    await page.keyboard.press('Escape');
    await expect.poll(() => details.count()).toBe(0);
    await page.keyboard.press('Escape');
    await page.getByRole('heading', { name: '1,000 reports' }).waitFor();
    await page.goBack();
    await page.getByRole('grid').waitFor();
    await askOn(page, 'How many jobs?');
    await page.locator('.verse').first().waitFor();
    expect(asked.at(-1)?.documents).toEqual(['report-0001', 'report-0002']);
  });

  it('leads from a chapter of a report to the question', async () => {
    const { page } = await enterLibrary();
    await page.locator('.report').first().click();
    await page
      .locator('.contents')
      .getByRole('button', { name: /^Germany, part 2/ })
      .click();
    const question = page.locator('#question');
    await expect.poll(() => question.evaluate((box) => box === document.activeElement)).toBe(true);
    expect(await chips(page)).toEqual([
      'Germany, part 2 in Energy Outlook: What Austria and its neighbours have decided (2000)',
    ]);
    await page.getByRole('button', { name: 'Do not search only in Germany, part 2' }).click();
    expect(await chips(page)).toEqual([]);
  });

  it('picks where to search in levels, by keys', async () => {
    const { page } = await enter({ path: '/' });
    await page.getByRole('button', { name: 'Search in: All reports' }).click();
    expect(await elements(page)).toBeLessThan(1500);
    const items = page.getByRole('treeitem');
    const activeItem = async () =>
      page
        .locator(`#${await page.getByRole('combobox').getAttribute('aria-activedescendant')}`)
        .locator(':scope > span')
        .textContent();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('ArrowRight');
    await expect.poll(() => items.nth(2).textContent()).toMatch(/^annual250 reports/);
    await page.keyboard.press('ArrowRight');
    expect(await activeItem()).toBe('annual');
    await page.keyboard.press('Shift+Enter');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('ArrowLeft');
    expect(await activeItem()).toBe('Tags');
    await page.keyboard.press('ArrowLeft');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('Shift+Enter');
    expect(await chips(page)).toEqual(['annual', '2024']);
    await page.keyboard.press('End');
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await expect
      .poll(() => chips(page))
      .toEqual([expect.stringMatching(/^[A-Z]\w+ in Water Statistical Handbook/)]);
    await askOn(page, 'How many jobs?');
    await page.locator('.verse').first().waitFor();
    const { documents, tags, years, chapters } = asked.at(-1) ?? {};
    expect({ documents: documents?.length, tags, years, chapters: chapters?.length }).toEqual({
      documents: 1,
      tags: undefined,
      years: undefined,
      chapters: 1,
    });
  });

  it('narrows a question to a tag, and says so', async () => {
    const { page } = await enter({ path: '/' });
    await page.getByRole('button', { name: 'Search in: All reports' }).click();
    await page.keyboard.type('committee');
    await page.getByRole('treeitem', { name: 'draft of a committee' }).waitFor();
    await page.keyboard.press('Enter');
    await askOn(page, 'How many jobs?');
    await page.getByText('only draft of a committee').waitFor();
    await page.locator('.verse').first().waitFor();
    expect(asked.at(-1)?.tags).toEqual(['draft of a committee']);
    expect(new URL(page.url()).searchParams.getAll('tag')).toEqual(['draft of a committee']);
  });

  it('names the report whose page is shown, and goes over to the other that is cited', async () => {
    const { page } = await enter({ path: '/' });
    // Of 1,000 reports none is the one to open with.
    await page.getByRole('heading', { name: '1,000 reports' }).waitFor();
    expect(await page.locator('.pane').count()).toBe(0);
    await askOn(page, 'How many jobs?');
    await untilDrawn(page);
    const name = page.getByLabel('Report on show');
    expect(await name.inputValue()).toBe('report-0001');
    expect(await name.locator('option').allTextContents()).toEqual([
      'Energy Outlook: What Austria and its neighbours have decided (2000) – 1 cited',
      'Energy Outlook: What Germany and its neighbours have decided (2000) – 1 cited',
    ]);
    await name.selectOption('report-0701');
    await page.getByRole('img', { name: /page 84 of .*What Germany/ }).waitFor();
    await expect.poll(() => page.locator('.cite').nth(1).getAttribute('aria-pressed')).toBe('true');
  });

  const looks: (PageOptions & { look: string })[] = [
    { look: 'light', width: 1440 },
    { look: 'dark', width: 1440, colorScheme: 'dark' },
    { look: 'middle', width: 1024, height: 768 },
    { look: 'narrow', width: 390, height: 844 },
    { look: 'narrow-dark', width: 390, height: 844, colorScheme: 'dark' },
  ];

  it.each(looks)('has no barrier and runs over no edge: $look', async ({ look, ...options }) => {
    const { page, complaints } = await enterLibrary(options);
    const check = async (state: string) => {
      await shoot(page, `many-${state}-${look}`);
      expect(await findBarriers(page)).toEqual([]);
      expect(await page.evaluate(() => document.documentElement.scrollWidth > innerWidth)).toBe(false);
    };
    await check('library');
    await page.getByRole('searchbox').fill('hungary, part 2');
    await page.locator('.hit').first().waitFor();
    await check('library-found');
    await page.locator('.report').first().click();
    await page.getByRole('button', { name: 'Ask in this report' }).waitFor();
    await check('details');
    await page.getByRole('button', { name: 'Ask in this report' }).click();
    const question = page.locator('#question');
    await expect.poll(() => question.evaluate((box) => box === document.activeElement)).toBe(true);
    await page.getByRole('button', { name: 'Change where to search' }).click();
    await page.getByRole('treeitem').first().waitFor();
    await check('scope');
    await page.keyboard.press('Escape');
    await askOn(page, 'How many jobs?');
    await page.locator('.verse').first().waitFor();
    if ((options.width ?? 0) >= 900) await untilDrawn(page);
    // No chip is wider than the column.
    const over = await page.evaluate(
      () =>
        [...document.querySelectorAll('.cite, .scope-chip')].filter(
          (chip) =>
            chip.getBoundingClientRect().right > (chip.closest('.col')?.getBoundingClientRect().right ?? 0),
        ).length,
    );
    expect(over).toBe(0);
    await check('answer');
    expect(complaints).toEqual([]);
  });
});
