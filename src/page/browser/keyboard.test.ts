/** The page by the keyboard alone, in a real browser; and what it says without being looked at. */
import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { sampleAnswer, sampleCitation } from '../../testing/assistant/fake-assistant.ts';
import { askOn, inBrowser, untilAnswered, untilDrawn } from '../../testing/browser/browser.ts';
import { setStage } from '../../testing/browser/stage.ts';

/** What has the focus: its accessible name or text. */
const focused = (page: Page) =>
  page.evaluate(() => {
    const { activeElement } = document;
    return activeElement?.getAttribute('aria-label') ?? activeElement?.textContent?.trim() ?? '';
  });

async function tabTo(page: Page, name: string | RegExp): Promise<void> {
  for (let step = 0; step < 60; step++) {
    await page.keyboard.press('Tab');
    const current = await focused(page);
    if (typeof name === 'string' ? current === name : name.test(current)) return;
  }
  throw new Error(`No Tab leads to ${name}.`);
}

inBrowser('the keyboard', () => {
  const stage = setStage();
  const ask = async () => sampleAnswer;

  it('reaches the box first, asks, opens the page and comes back', async () => {
    const { page } = await stage.enter({ ask });
    await page.getByText('Questions to start with').waitFor();
    await page.keyboard.press('Tab');
    expect(await focused(page)).toBe('Skip to the question box');
    await page.keyboard.press('Enter');
    await expect.poll(() => focused(page)).toBe('Ask the report a question');
    await page.keyboard.type(sampleAnswer.question);
    await page.keyboard.press('Enter');
    await untilAnswered(page);
    await page.keyboard.press('Escape');
    await page.keyboard.press('Escape');
    await expect.poll(() => page.locator('.pane').count()).toBe(0);
    await tabTo(page, 'Note 2');
    await page.keyboard.press('Enter');
    await page.getByRole('img', { name: /page 90 of/ }).waitFor();
    expect(await focused(page)).toBe('Note 2');
    await tabTo(page, 'Germany, p. 84');
    await page.keyboard.press('Enter');
    await page.getByRole('img', { name: /page 84 of/ }).waitFor();
    await untilDrawn(page);
    await tabTo(page, 'Next page');
    await page.keyboard.press('Space');
    await page.getByRole('img', { name: /page 85 of/ }).waitFor();
    await tabTo(page, 'Close the page');
    await page.keyboard.press('Enter');
    await expect.poll(() => page.locator('.pane').count()).toBe(0);
    await page.keyboard.press('/');
    expect(await focused(page)).toBe('Ask the report a question');
  });

  it('shows the page that a sentence cites by its number, also where the sentence is folded away', async () => {
    const sentences = ['First.', 'Second.', 'Third.'].map((text, index) => ({
      ...{ text, citations: [index + 1], origin: 'quoted' as const, verified: true, problems: [] },
    }));
    const citations = [84, 85, 86].map((number, index) => ({
      ...{ ...sampleCitation, number: index + 1, page: number, pages: [number], pageLabel: String(number) },
    }));
    const { page } = await stage.enter({
      ask: async () => ({ ...sampleAnswer, sentences, citations, lead: [0, 1] }),
    });
    await askOn(page, sampleAnswer.question);
    await untilAnswered(page);
    await page.keyboard.press('Escape');
    expect(await page.getByText('Third.').isVisible()).toBe(false);
    await page.keyboard.press('3');
    await page.getByRole('img', { name: /page 86 of/ }).waitFor();
    expect(await page.getByText('Third.').isVisible()).toBe(true);
    await page.keyboard.press('2');
    await page.getByRole('img', { name: /page 85 of/ }).waitFor();
    await page.keyboard.press('/');
    await page.keyboard.type('1');
    expect(await page.getByRole('textbox', { name: /^Ask/ }).inputValue()).toBe('1');
    expect(await page.getByRole('img', { name: /page 85 of/ }).count()).toBe(1);
  });

  it('closes the topmost with Esc: the preview, then the page', async () => {
    const { page } = await stage.enter({ ask });
    await askOn(page, sampleAnswer.question);
    await untilAnswered(page);
    await tabTo(page, 'Germany, p. 84');
    await page.getByRole('tooltip').waitFor();
    await page.keyboard.press('Escape');
    expect(await page.getByRole('tooltip').count()).toBe(0);
    expect(await page.locator('.pane').count()).toBe(1);
    await page.keyboard.press('Escape');
    await expect.poll(() => page.locator('.pane').count()).toBe(0);
  });

  it('picks a chapter: typing filters, arrows move, Enter picks, the question goes there', async () => {
    const asked: unknown[] = [];
    const { page } = await stage.enter({
      ask: async ({ chapters }) => {
        asked.push(chapters);
        return sampleAnswer;
      },
    });
    await page.getByText('Questions to start with').waitFor();
    await tabTo(page, /^Search in/);
    await page.keyboard.press('Enter');
    await page.getByRole('combobox').waitFor();
    await page.keyboard.type('land');
    const options = page.getByRole('treeitem');
    await expect.poll(() => options.count()).toBe(5);
    const shown = (await options.allTextContents()).map((text) => text.replace(/[\d–]+$/, ''));
    expect(shown.map((name) => name.replace(/^.* > /, ''))).toEqual([
      'Finland',
      'Ireland',
      'Netherlands',
      'Poland',
      // A section, of whose title a word begins so.
      'Navigating the technological landscape: Dutch government actions on Sino-Dutch tech engagement',
    ]);
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('End');
    await page.keyboard.press('ArrowUp');
    await page.keyboard.press('ArrowUp');
    const active = await page.getByRole('combobox').getAttribute('aria-activedescendant');
    expect(await page.locator(`#${active}`).textContent()).toMatch(/^Netherlands/);
    await page.keyboard.press('Enter');
    await expect.poll(() => focused(page)).toBe('Change where to search: now Netherlands');
    await page.keyboard.press('/');
    await page.keyboard.type('ASML?');
    await page.keyboard.press('Enter');
    await page.getByText('Why these passages').waitFor();
    expect(asked).toEqual([['Netherlands']]);
  });

  it('has the focus in the tree as soon as that is open, so that no letter typed at once is lost', async () => {
    const { page } = await stage.enter({ ask });
    const open = page.getByRole('button', { name: /^Search in/ });
    const role = await open.evaluate(async (button: HTMLElement) => {
      button.click();
      // Drawn by now, and not painted.
      await null;
      return document.activeElement?.role;
    });
    expect(role).toBe('combobox');
  });

  it('stays in the sheet on a narrow window, and returns to its chip', async () => {
    const { page } = await stage.enter({ ask, width: 390, height: 844 });
    await askOn(page, sampleAnswer.question);
    await page.getByText('Why these passages').waitFor();
    await tabTo(page, 'Germany, p. 84');
    await page.keyboard.press('Enter');
    await untilDrawn(page);
    for (let step = 0; step < 12; step++) {
      await page.keyboard.press('Tab');
      // Between its last control and its first there is the window itself.
      const isOutside = await page.evaluate(() => document.activeElement?.closest('main, header, nav.rail'));
      expect(isOutside).toBe(null);
    }
    await page.keyboard.press('Escape');
    await expect.poll(() => focused(page)).toBe('Germany, p. 84');
  });

  it('tells a screen reader the state, whole sentences and their places', async () => {
    const { page } = await stage.enter({ ask });
    await askOn(page, sampleAnswer.question);
    await page.getByText('Why these passages').waitFor();
    expect(await page.locator('main').ariaSnapshot()).toContain(
      'status: Answered from 1 passage in 1 chapter',
    );
    const list = page.locator('.verses');
    expect(await list.getAttribute('aria-live')).toBe('polite');
    expect(await list.ariaSnapshot()).toContain(sampleCitation.quote);
    expect(await list.getByRole('button', { name: 'Germany, p. 84' }).count()).toBe(1);
  });

  it('has no animation if motion is not wanted, and little otherwise', async () => {
    const moving = async (isMotionReduced: boolean) => {
      const { page } = await stage.enter({ ask, isMotionReduced });
      await askOn(page, sampleAnswer.question);
      await page.getByText('Why these passages').waitFor();
      return page.evaluate(() =>
        [...document.querySelectorAll('*')]
          .map((element) => getComputedStyle(element))
          .filter(
            ({ transitionDuration, animationName }) =>
              transitionDuration !== '0s' || animationName !== 'none',
          )
          .map(({ transitionDuration }) => transitionDuration),
      );
    };
    expect(await moving(true)).toEqual([]);
    expect(new Set(await moving(false))).toEqual(new Set(['0.16s']));
  });
});
