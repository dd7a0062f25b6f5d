/** A comparison that a language model writes, in a real browser: row by row, with what is not stated and what failed. */
import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { announceSentences } from '../../answer/announce.ts';
import type { Assistant } from '../../assistant/assistant.ts';
import { writtenComparison } from '../../testing/answers/sample-answers.ts';
import { askOn, findBarriers, inBrowser } from '../../testing/browser/browser.ts';
import { setStage } from '../../testing/browser/stage.ts';

const rowsOf = (page: Page) =>
  page.locator('.compare tbody tr').evaluateAll((rows) =>
    rows.map((row) => ({
      label: row.querySelector('th')?.textContent,
      sentences: [...row.querySelectorAll('.said')].map((said) => said.firstChild?.textContent),
      empty: row.querySelector('.void')?.textContent,
    })),
  );

inBrowser('a written comparison', () => {
  const stage = setStage();

  it('fills its rows as sentences come, and at the end says who is silent and what failed the check', async () => {
    let finish = () => {};
    const finished = new Promise<void>((resolve) => {
      finish = resolve;
    });
    const ask: Assistant['ask'] = async (_, options = {}) => {
      await announceSentences(writtenComparison, options.onSentence);
      await finished;
      return writtenComparison;
    };
    const { page, complaints } = await stage.enter({ ask });
    await askOn(page, writtenComparison.question);
    const [first, second, failed, quoted] = writtenComparison.sentences.map(({ text }) => text);
    await page.locator('.compare tbody tr').nth(1).waitFor();
    expect(await rowsOf(page)).toEqual([
      { label: 'Germany', sentences: [first, second], empty: undefined },
      { label: 'Executive Summary', sentences: [quoted], empty: undefined },
    ]);
    finish();
    await page.getByText('Why these passages').waitFor();
    expect(await rowsOf(page)).toEqual([
      { label: 'Germany', sentences: [first, second], empty: undefined },
      {
        label: 'Belgium',
        sentences: [],
        empty: 'Not stated. The chapter (pp. 36–41) does not say.',
      },
      { label: 'Executive Summary', sentences: [second, quoted], empty: undefined },
    ]);
    expect(await page.locator('main').getByRole('status').textContent()).toBe(
      'Answered for 2 of 3 chapters · 2.4\u00a0s · 3 of 4 sentences passed the check',
    );
    await page.getByRole('heading', { name: 'Left out of the table' }).waitFor();
    expect(await page.locator('.sentence.failed').allTextContents()).toEqual([
      expect.stringContaining(`${failed} Germany, p. 88`),
    ]);
    expect(await page.locator('.compare .sentence.failed').count()).toBe(0);
    // A sentence in two rows leads to its place from both.
    const chips = page.locator('.cite[data-mark="s1-2"]');
    await chips.nth(1).click();
    await page.locator('.box-mark.on[data-mark="s1-2"]').first().waitFor();
    expect(await findBarriers(page)).toEqual([]);
    expect(complaints).toEqual([]);
  });
});
