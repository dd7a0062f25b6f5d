/** Asking, in a real browser: sentence by sentence, stopped, asked again, kept, shared. */
import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import type { AskOptions, Assistant } from '../../assistant/assistant.ts';
import { answeredElsewhere, notFound } from '../../testing/answers/sample-answers.ts';
import { sampleAnswer, sampleCitation } from '../../testing/assistant/fake-assistant.ts';
import { askOn, inBrowser } from '../../testing/browser/browser.ts';
import { manyListings, withListings } from '../../testing/browser/many-reports.ts';
import { withAnswers } from '../../testing/browser/room.ts';
import { setStage } from '../../testing/browser/stage.ts';

const jobs = 'How many industry jobs did Germany lose in 2025?';
const nexperia = 'Which law did the Dutch invoke to seize Nexperia?';

const sentences = (page: Page) => page.locator('.verse .said');
const questions = (page: Page) => page.locator('.rail li button > span');
const statusOf = (page: Page) => page.locator('main').getByRole('status');

/** An answer that waits after its first sentence; `finish` lets it go on, `signal` tells whether it was given up. */
function waitingAsk() {
  let finish = () => {};
  const finished = new Promise<void>((resolve) => {
    finish = resolve;
  });
  let signal: AbortSignal | undefined;
  const ask: Assistant['ask'] = async (_, options: AskOptions = {}) => {
    ({ signal } = options);
    await options.onHits?.({ hits: [] });
    const [sentence] = sampleAnswer.sentences;
    if (sentence !== undefined) await options.onSentence?.({ sentence, citations: [sampleCitation] });
    signal?.throwIfAborted();
    await Promise.race([finished, new Promise((_, reject) => signal?.addEventListener('abort', reject))]);
    return sampleAnswer;
  };
  return { ask, finish, isGivenUp: () => signal?.aborted };
}

inBrowser('asking', () => {
  const stage = setStage();

  it('shows each sentence as it comes, busy until the answer is whole', async () => {
    const { ask, finish } = waitingAsk();
    const { page } = await stage.enter({ ask });
    await askOn(page, jobs);
    await sentences(page).first().waitFor();
    expect(await page.locator('.verses').getAttribute('aria-busy')).toBe('true');
    expect(await statusOf(page).textContent()).toBe('1 sentence so far · 0 passages found');
    expect(await page.getByRole('button', { name: 'Copy with citations' }).count()).toBe(0);
    const chip = page.locator('.cite').first();
    await chip.focus();
    finish();
    await page.getByRole('button', { name: 'Copy with citations' }).waitFor();
    // What the reader is at stays: nothing is drawn anew that was there.
    expect(await chip.evaluate((element) => element === document.activeElement)).toBe(true);
    await page.keyboard.press('Escape');
    expect(await page.locator('.verses').getAttribute('aria-busy')).toBe('false');
    expect(await sentences(page).allTextContents()).toEqual([`${sampleCitation.quote}2 Germany, p. 84`]);
  });

  it('stops: what has arrived stays, the server stops too, and the question can be asked again', async () => {
    const { ask, isGivenUp } = waitingAsk();
    const { page } = await stage.enter({ ask });
    await askOn(page, jobs);
    await sentences(page).first().waitFor();
    await page.getByRole('button', { name: 'Stop' }).click();
    await page.getByText('Stopped · 1 sentence had come').waitFor();
    await expect.poll(isGivenUp).toBe(true);
    await page.getByRole('button', { name: 'Ask again' }).click();
    await page.getByRole('button', { name: 'Stop' }).waitFor();
  });

  it('is busy with a question that is asked again meanwhile', async () => {
    const first = waitingAsk();
    let asks = 0;
    const ask: Assistant['ask'] = (...asked) => {
      asks += 1;
      return asks === 1 ? first.ask(...asked) : new Promise(() => {});
    };
    const { page } = await stage.enter({ ask });
    await askOn(page, jobs);
    await sentences(page).first().waitFor();
    await askOn(page, jobs);
    await expect.poll(first.isGivenUp).toBe(true);
    expect(await statusOf(page).textContent()).toBe('Searching the report');
    await page.getByRole('button', { name: 'Stop' }).waitFor();
  });

  it('keeps the questions of the tab over a reload, and leads back to each', async () => {
    const { page } = await stage.enter();
    await askOn(page, jobs);
    await page.getByText('Why these passages').waitFor();
    await askOn(page, nexperia);
    await page.getByText('Goods Availability Act').first().waitFor();
    expect(await questions(page).allTextContents()).toEqual([jobs, nexperia]);
    await page.reload();
    await page.getByRole('heading', { name: nexperia }).waitFor();
    expect(await questions(page).allTextContents()).toEqual([jobs, nexperia]);
    await page.getByRole('button', { name: jobs }).click();
    await page.getByRole('heading', { name: jobs }).waitFor();
    expect(new URL(page.url()).searchParams.get('q')).toBe(jobs);
    await page.goBack();
    await page.getByRole('heading', { name: nexperia }).waitFor();
    await page.goForward();
    await page.getByRole('heading', { name: jobs }).waitFor();
  });

  it('asks what a shared link asks, in its chapter', async () => {
    const asked: unknown[] = [];
    const ask: Assistant['ask'] = async (request) => {
      asked.push(request);
      return sampleAnswer;
    };
    const link = `/?q=${encodeURIComponent(jobs)}&chapter=Germany`;
    const { page } = await stage.enter({ ask, path: link });
    await sentences(page).first().waitFor();
    expect(asked).toEqual([expect.objectContaining({ question: jobs, chapters: ['Germany'] })]);
    expect(await statusOf(page).textContent()).toContain('only Germany');
    await page.locator('.scope-chip').getByText('Germany', { exact: true }).waitFor();
    await page.getByRole('button', { name: 'Link' }).click();
    await page.getByText('Copied').waitFor();
    const copied = new URL(await page.evaluate(() => navigator.clipboard.readText()));
    expect(Object.fromEntries(copied.searchParams)).toEqual({ q: jobs, chapter: 'Germany' });
  });

  it('asks where the answer is, if not in the chapter asked', async () => {
    const ask: Assistant['ask'] = async ({ chapters = [] }) =>
      chapters.includes('Germany') ? sampleAnswer : answeredElsewhere;
    const { page } = await stage.enter({ ask });
    await askOn(page, jobs);
    await page.getByText('Not in Sweden. Germany, p. 84 speaks of it.').waitFor();
    await page.getByRole('button', { name: 'Ask in Germany' }).click();
    await sentences(page).getByText(sampleCitation.quote).waitFor();
    expect(await statusOf(page).textContent()).toContain('only Germany');
  });

  it('has no chip that is wider than its column, however long the names in it are', async () => {
    const listings = manyListings(3);
    const nearest = listings.map(({ id, title, label }, index) => ({
      ...{ ...sampleCitation, document: id, documentTitle: title, documentLabel: label },
      passageId: `${id}/1/${index}`,
      chapter: 'Key technologies to displace oil consumption in the transportation sector',
      why: 'close in wording',
    }));
    const ask = async () => ({ ...notFound, nearest });
    const assistant = () => withAnswers(withListings(stage.assistant(), listings), ask);
    const { page } = await stage.enter({ assistant, width: 390, height: 844 });
    await askOn(page, notFound.question);
    await page.locator('.near .cite').first().waitFor();
    const chips = page.locator('.near .cite');
    const fits = await chips.evaluateAll((all) => all.map((chip) => chip.scrollWidth <= chip.clientWidth));
    expect(fits).toEqual([true, true, true]);
    expect(
      await page
        .locator('.col')
        .first()
        .evaluate((column) => column.scrollWidth),
    ).toBe(390);
  });

  it('asks an example at a press', async () => {
    const { page } = await stage.enter();
    await page.getByRole('button', { name: nexperia }).click();
    await page.getByText('Goods Availability Act').first().waitFor();
    expect(await page.title()).toBe(`${nexperia} · Chapter & Verse`);
  });

  it('starts a new line on Shift and Enter, and sends no blank question', async () => {
    const { page, requests } = await stage.enter();
    const box = page.getByRole('textbox', { name: 'Ask the report a question' });
    await box.fill('one');
    await box.press('Shift+Enter');
    await box.pressSequentially('two');
    expect(await box.inputValue()).toBe('one\ntwo');
    await box.fill('  ');
    await box.press('Enter');
    await page.getByText('Questions to start with').waitFor();
    expect(requests.filter((url) => url.endsWith('/v1/ask'))).toEqual([]);
  });

  it('says when the answer broke off', async () => {
    const { page } = await stage.enter({
      intercept: ({ url }) =>
        url.endsWith('/v1/ask')
          ? new Response('event: hits\ndata: {"hits": []}\n\n', {
              headers: { 'Content-Type': 'text/event-stream' },
            })
          : undefined,
    });
    await askOn(page, jobs);
    await page.getByRole('alert').getByText('The answer broke off').waitFor();
  });
});
