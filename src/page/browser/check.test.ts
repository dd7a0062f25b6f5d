/** Checking an answer, in a real browser: from the sentence to its place on the page and around it. */
import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { struckAnswer, writtenAnswer } from '../../testing/answers/sample-answers.ts';
import { sampleAnswer, sampleCitation } from '../../testing/assistant/fake-assistant.ts';
import { askOn, findBarriers, inBrowser, untilAnswered } from '../../testing/browser/browser.ts';
import { type StageOptions, setStage } from '../../testing/browser/stage.ts';

const jobs = 'How many jobs has German industry lost, and how many does Bosch cut?';
const investments = "How much have Chinese-owned companies' R&D investments in Sweden grown since 2013?";

const pageNumber = (page: Page) => page.getByRole('textbox', { name: 'Page' }).inputValue();
/** Waits until that page is drawn, with its marks. */
const untilPage = (page: Page, number: number) =>
  page.locator(`.leaf:not(.loading) img[alt*="age ${number} of"]`).waitFor();
const chips = (page: Page) => page.locator('.cite:not(.other)');

/** Where the marked sentence stands in the view of the page, 0 at its top and 1 at its foot. */
function markPosition(page: Page): Promise<number | null> {
  return page.evaluate(() => {
    const mark = document.querySelector('.box-mark.on')?.getBoundingClientRect();
    const view = document.querySelector('.view')?.getBoundingClientRect();
    return mark && view ? (mark.top - view.top) / view.height : null;
  });
}

inBrowser('checking', () => {
  const stage = setStage();

  async function enterAnswer(question: string, options?: StageOptions) {
    const visit = await stage.enter(options);
    await askOn(visit.page, question);
    await untilAnswered(visit.page);
    return visit;
  }

  it('opens the page of a citation, scrolled to its sentence', async () => {
    const { page } = await enterAnswer(jobs);
    await untilPage(page, 83);
    await chips(page).nth(1).click();
    await untilPage(page, 84);
    expect(await pageNumber(page)).toBe('84');
    expect(await chips(page).nth(1).getAttribute('aria-pressed')).toBe('true');
    expect(await page.locator('.tag').textContent()).toBe('2');
    const position = await markPosition(page);
    expect(position).toBeGreaterThan(0);
    expect(position).toBeLessThan(0.5);
    expect(await page.getByRole('img', { name: /^Germany, page 84 of Fragmented Europe/ }).count()).toBe(1);
  });

  it('names the chapter whole in a narrow pane, and what the link opens for who listens', async () => {
    const { page } = await enterAnswer(jobs);
    await page.setViewportSize({ width: 1024, height: 768 });
    await page.getByText('sentence 1 runs over p. 84').waitFor();
    const isCut = await page.locator('.bar-foot p b').evaluate((name) => name.scrollWidth > name.clientWidth);
    expect(isCut).toBe(false);
    expect(await page.getByRole('link', { name: 'Open the PDF at this page' }).count()).toBe(1);
  });

  it('keeps the sentence marked over a page turn and in view over zoom', async () => {
    const { page } = await enterAnswer(jobs);
    await page.getByText('sentence 1 runs over p. 84').waitFor();
    await page.getByRole('button', { name: 'Next page' }).click();
    await untilPage(page, 84);
    expect(await pageNumber(page)).toBe('84');
    // The sentence that began on page 83 ends here.
    await page.getByText('sentence 1 runs over p. 83').waitFor();
    expect(await page.locator('.box-mark.on').count()).toBe(1);
    const narrow = await page.locator('.box-mark.on').evaluate((mark) => mark.getBoundingClientRect().width);
    const readZoom = async () => Number.parseInt((await page.locator('.zoom').textContent()) ?? '', 10);
    const fitting = await readZoom();
    for (let step = 0; step < 3; step++) await page.getByRole('button', { name: 'Zoom in' }).click();
    await expect.poll(readZoom).toBe(fitting + 60);
    const wide = await page.locator('.box-mark.on').evaluate((mark) => mark.getBoundingClientRect().width);
    expect(wide / narrow).toBeCloseTo((fitting + 60) / fitting, 1);
    expect(await markPosition(page)).toBeGreaterThanOrEqual(0);
    expect(await markPosition(page)).toBeLessThan(1);
    await page.getByRole('button', { name: 'Previous page' }).click();
    await untilPage(page, 83);
    expect(await pageNumber(page)).toBe('83');
  });

  it('goes to a page by number, within the report', async () => {
    const { page } = await enterAnswer(jobs);
    const box = page.getByRole('textbox', { name: 'Page' });
    await box.fill('900');
    await box.press('Enter');
    await untilPage(page, 194);
    expect(await page.getByRole('button', { name: 'Next page' }).isDisabled()).toBe(true);
    await box.fill('x');
    await box.press('Enter');
    expect(await pageNumber(page)).toBe('194');
    await page.getByRole('button', { name: 'Cited on pages 83, 84' }).click();
    await untilPage(page, 83);
  });

  it('opens the PDF itself at that page', async () => {
    const { page, room } = await enterAnswer(jobs);
    const link = page.getByRole('link', { name: 'Open the PDF at this page' });
    const address = await link.getAttribute('href');
    expect(address).toBe('/v1/documents/fragmented-europe-2026/file#page=83');
    const response = await page.request.get(room.url + address);
    expect(response.headers()['content-type']).toBe('application/pdf');
  });

  it('sets the numbers of endnotes where the report sets them', async () => {
    const { page } = await enterAnswer(jobs);
    const said = page.locator('.said');
    expect(await said.nth(0).textContent()).toMatch(/^In 2025, .* were lost in Germany,1 and competition/);
    expect(await said.nth(1).textContent()).toMatch(/demand for German cars\.2 Germany, p\. 84$/);
    expect(await said.nth(0).locator('sup').getByRole('button').count()).toBe(1);
    // The lines stay as far apart as without the numbers, and none is alone on its line.
    const [withNumbers, without] = await said.nth(0).evaluate((element) =>
      [false, true, false].map((isHidden) => {
        for (const number of element.querySelectorAll('sup')) number.hidden = isHidden;
        return element.getBoundingClientRect().height;
      }),
    );
    expect(withNumbers).toBe(without);
    const lines = await said
      .nth(0)
      .locator('.marked-word')
      .evaluate((word) => word.getClientRects().length);
    expect(lines).toBe(1);
  });

  it('links such a number to the endnote on its page, and back', async () => {
    const { page } = await enterAnswer(jobs);
    const number = page.getByRole('button', { name: 'Note 1', exact: true });
    await number.click();
    await untilPage(page, 90);
    expect(await number.getAttribute('aria-pressed')).toBe('true');
    expect(await page.locator('.bar-foot p > span').textContent()).toBe('Germany, note 1');
    expect(await page.locator('.box-mark.on').count()).toBe(3);
    expect(await page.locator('.tag').count()).toBe(0);
    const position = await markPosition(page);
    expect(position).toBeGreaterThan(0);
    expect(position).toBeLessThan(1);
    await page.getByRole('button', { name: /^Cited on pages .*90$/ }).waitFor();
    await chips(page).first().click();
    await untilPage(page, 83);
    expect(await number.getAttribute('aria-pressed')).toBe('false');
    expect(await page.locator('.bar-foot p > span').textContent()).toContain('sentence 1 runs over p. 84');
  });

  it('shows the endnotes of the sentence with their links', async () => {
    const { page } = await enterAnswer(jobs);
    const note = page.locator('.notes').first();
    expect(await note.textContent()).toContain('F. Specht. 120.000 Industriebjobs');
    expect(await note.textContent()).toContain('Note 1, p. 90');
    const link = note.getByRole('link');
    expect(await link.getAttribute('href')).toMatch(/^https:\/\/www\.handelsblatt\.com\//);
    expect(await link.getAttribute('rel')).toBe('noreferrer');
  });

  it('does not repeat an endnote that is itself the answer, but for its link', async () => {
    const { page } = await enterAnswer(
      'Which source does the report cite for the 120,000 industry jobs lost in Germany?',
    );
    const cited = page.locator('.verse').filter({ hasText: /^\d+F\. Specht/ });
    expect(await cited.locator('.said').textContent()).toMatch(/html Germany, p\. 90$/);
    expect(await cited.locator('.notes').textContent()).toMatch(/^1handelsblatt\.com.*· Note 1, p\. 90$/);
  });

  it('says why these passages, with their scores and what was quoted of them', async () => {
    const { page } = await enterAnswer(jobs);
    await page.getByText('Why these passages').click();
    const rows = page.locator('.rank tbody tr');
    await rows.first().waitFor();
    expect(await rows.count()).toBe(10);
    expect(await rows.first().textContent()).toMatch(
      /Germany, pp\. 83–84 · quoted as 1, 2Keyword 1\.00Meaning 1\.00Tokens 1\.00$/,
    );
    expect(await rows.nth(1).textContent()).toMatch(/Keyword .*0\.\d\d/);
    expect(await rows.first().getByRole('meter').count()).toBe(3);
  });

  it('leads to where the report says the same', async () => {
    const { page } = await enterAnswer(investments);
    await untilPage(page, 181);
    const other = page.getByRole('button', { name: /^Executive Summary, p\. \d+$/ }).first();
    await other.click();
    await page.locator('.box-mark.on').first().waitFor();
    expect(await other.getAttribute('aria-pressed')).toBe('true');
    expect(await page.locator('.bar-foot').textContent()).toMatch(/^Executive Summary, /);
    await chips(page).first().click();
    await untilPage(page, 181);
  });

  it('does not take who reads on back to that place when its sentence is found', async () => {
    let letGo = () => {};
    const held = new Promise<void>((resolve) => {
      letGo = resolve;
    });
    const { page } = await enterAnswer(investments, {
      intercept: async ({ url }) => {
        if (url.includes('/v1/passages/')) await held;
        return undefined;
      },
    });
    await untilPage(page, 181);
    await page
      .getByRole('button', { name: /^Executive Summary, p\. \d+$/ })
      .first()
      .click();
    await page.locator('.bar-foot').getByText('Executive Summary').waitFor();
    await chips(page).first().click();
    const found = page.waitForResponse(/\/v1\/passages\//);
    letGo();
    await (await found).finished();
    await untilPage(page, 181);
  });

  it('previews the passage at a chip, and says so to a screen reader', async () => {
    const { page } = await enterAnswer(jobs);
    await chips(page).nth(1).hover();
    const preview = page.getByRole('tooltip');
    await preview.getByText('Click to see the page').waitFor();
    expect(await preview.locator('mark').textContent()).toMatch(/^Bosch alone has announced/);
    await expect.poll(() => preview.textContent()).toContain('causality).');
    expect(await chips(page).nth(1).getAttribute('aria-describedby')).toBe(await preview.getAttribute('id'));
  });

  it('says under a written sentence what was found of it, and where', async () => {
    const { page } = await stage.enter({ ask: async () => writtenAnswer });
    await askOn(page, writtenAnswer.question);
    const checks = page.locator('.verse .check');
    await checks.first().waitFor();
    expect(await checks.locator('> span').allTextContents()).toEqual([
      'Found on p. 88: Germany, Europe',
      'Found on p. 88: 2030, ten percent, Germany, AI',
      'Do not use. “EUR 5.5 billion” is not on p. 88.',
    ]);
    expect(await checks.nth(0).getByRole('img', { name: 'Checked' }).count()).toBe(1);
    expect(await checks.nth(2).getByRole('img', { name: 'Failed the check' }).count()).toBe(1);
  });

  it('shows on request what was struck where quotations had to answer, and counts it as no part of them', async () => {
    const { page } = await stage.enter({ ask: async () => struckAnswer });
    await askOn(page, struckAnswer.question);
    const summary = page.getByText('What the model wrote');
    await summary.waitFor();
    expect(await page.locator('.verse').count()).toBe(1);
    expect(await page.locator('.status').textContent()).toContain('quoted\u00a0verbatim');
    const struck = page.locator('.struck li');
    expect(await struck.first().isVisible()).toBe(false);
    expect(await page.locator('details.fold').first().textContent()).toContain('2 sentences struck');
    await summary.focus();
    await page.keyboard.press('Enter');
    await struck.first().waitFor();
    expect(await struck.allTextContents()).toEqual([
      'Bosch will cut 25,000 jobs.Failed the checkDo not use. “25,000”: not in the passage (Germany, p. 84).',
      'Siemens will follow in 2027.Failed the checkDo not use. “Siemens”: not in the passage (Germany, p. 84). “2027”: not in the passage (Germany, p. 84).',
    ]);
    expect(await struck.locator('s').count()).toBe(2);
  });

  it('says that it is unsure, and what else there is to bear in mind', async () => {
    const message = 'Read “Germny” as “Germany”.';
    const unsure = { ...sampleAnswer, confidence: 0.3, warnings: [{ code: 'spelling', message }] };
    const { page } = await stage.enter({ ask: async () => unsure });
    await askOn(page, jobs);
    const list = page.getByRole('list', { name: 'To bear in mind' });
    await list.waitFor();
    expect(await list.getByRole('listitem').allTextContents()).toEqual([message]);
    expect(await page.locator('.unsure-note').textContent()).toBe(
      'Low confidence: about half of such answers miss what was asked. Read the sentences on their pages.',
    );
  });

  it('shows all cells of a wide row, and of the page little more than the row', async () => {
    const [y, height] = [0.2, 0.02];
    const cells = Array.from({ length: 14 }, (_, index) => ({
      text: index === 0 ? 'Goodwill and other intangible assets' : `${index}2,790.15`,
      heads: index === 0 ? [] : [`Year ended 31 December ${2000 + index}`],
      boxes: [{ page: 84, x: 0.1 + 0.05 * index, y, width: 0.04, height }],
      ...(index === 13 && { asked: true as const }),
    }));
    const row = { arranged: 'Goodwill', caption: null, unit: null, under: [], cells };
    const citation = { ...sampleCitation, row, boxes: cells.flatMap(({ boxes }) => boxes) };
    const ask = async () => ({ ...sampleAnswer, citations: [citation] });
    for (const width of [1440, 390]) {
      const { page } = await stage.enter({ ask, width });
      await askOn(page, sampleAnswer.question);
      await page.locator('.page-piece:not(.loading)').waitFor();
      const card = page.locator('.table-row');
      const over = await card.locator('.row-cells').evaluate((list) => list.scrollWidth - list.clientWidth);
      expect(over).toBe(0);
      expect(await card.locator('dd').allTextContents()).toEqual(cells.map(({ text }) => text));
      expect(await card.locator('mark').textContent()).toBe('132,790.15');
      // Above and below it less than a line of its neighbours fades.
      const shown = await card.evaluate((figure) => {
        const heightOf = (part: string) => figure.querySelector(part)?.getBoundingClientRect().height ?? 0;
        return heightOf('.page-piece') / heightOf('.page-piece img');
      });
      expect(shown).toBeGreaterThanOrEqual(height);
      expect(shown).toBeLessThan(3 * height);
      expect(await findBarriers(page)).toEqual([]);
    }
  });
});
