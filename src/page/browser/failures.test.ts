/** What the page does when something fails, in a real browser: it says so, and goes on when it can. */
import { expect, it } from 'vitest';
import type { Assistant } from '../../assistant/assistant.ts';
import { VerseError } from '../../core/errors.ts';
import { sampleAnswer } from '../../testing/assistant/fake-assistant.ts';
import { askOn, inBrowser, untilDrawn } from '../../testing/browser/browser.ts';
import { openRoom } from '../../testing/browser/room.ts';
import { setStage } from '../../testing/browser/stage.ts';

const question = sampleAnswer.question;

inBrowser('failing', () => {
  const stage = setStage();

  it('counts down while the server is gone, and sends the question when it is back', async () => {
    const { page, room } = await stage.enter();
    await page.getByText('Questions to start with').waitFor();
    const port = Number(new URL(room.url).port);
    await room.close();
    await askOn(page, question);
    await page.getByRole('alert').getByText('Not connected').waitFor();
    const timer = page.getByRole('timer');
    expect(await timer.textContent()).toMatch(/^Next try in \d+ s$/);
    const back = await openRoom({ assistant: () => stage.assistant(), port });
    try {
      // By itself: nothing is pressed.
      await page.getByText('Why these passages').waitFor();
      expect(await page.getByText('Bosch alone').count()).toBeGreaterThan(0);
    } finally {
      await page.close();
      await back.close();
    }
  });

  it('retries at once when asked to', async () => {
    let isGone = true;
    const { page } = await stage.enter({
      intercept: ({ url }) =>
        isGone && url.endsWith('/v1/ask') ? Response.json({}, { status: 500 }) : undefined,
    });
    await askOn(page, question);
    await page.getByText('The server answered 500.').waitFor();
    isGone = false;
    await page.getByRole('button', { name: 'Ask again' }).click();
    await page.getByText('Why these passages').waitFor();
  });

  it('says how to make an index if there is none, and sends no question', async () => {
    const { page } = await stage.enter({ assistant: () => undefined });
    await page.getByText('No index is open. Run verse ingest').waitFor();
    const box = page.getByRole('textbox', { name: 'Ask the report a question' });
    expect(await box.isDisabled()).toBe(true);
    expect(await box.getAttribute('placeholder')).toBe('There is no report to ask yet');
  });

  it('says what went wrong in the middle of an answer', async () => {
    const ask: Assistant['ask'] = async ({ mode }, options) => {
      await options?.onHits?.({ hits: [] });
      if (mode !== 'generate') return sampleAnswer;
      throw new VerseError('chat-failed', 'The model gave no answer.', 'Ask again, or have it quoted.');
    };
    const { page } = await stage.enter({ ask, path: `/?q=${encodeURIComponent(question)}&mode=generate` });
    await page.getByText('The model gave no answer. Ask again, or have it quoted.').waitFor();
    await page.getByRole('alert').getByText('Not ready').waitFor();
    await page.getByRole('button', { name: 'Show the report’s own sentences' }).click();
    await page.getByText('Why these passages').waitFor();
  });

  it('says what the server refused a question for', async () => {
    const ask = async () => {
      throw new VerseError('unknown-chapter', 'There is no chapter Germny.', 'Did you mean Germany?');
    };
    const { page } = await stage.enter({ ask, path: '/?q=Jobs&chapter=Germny' });
    await page.getByRole('alert').getByText('The question was refused').waitFor();
    await page.getByText('There is no chapter Germny. Did you mean Germany?').waitFor();
    expect(await page.locator('.rail li small').textContent()).toBe('No answer yet');
  });

  it('asks for a token if the server requires one, and then shows pages and answers', async () => {
    const token = 'a-token-of-the-test-with-32-letters';
    const { page } = await stage.enter({ tokens: [token], path: `/?q=${encodeURIComponent(question)}` });
    await page.getByLabel('Token').fill('not the token');
    await page.getByRole('button', { name: 'Sign in' }).click();
    await page.getByText('This server does not know that token.').waitFor();
    await page.getByLabel('Token').fill(token);
    await page.getByRole('button', { name: 'Sign in' }).click();
    await page.getByText('Why these passages').waitFor();
    await untilDrawn(page);
    await page.context().clearCookies();
    await askOn(page, 'Which law did the Dutch invoke to seize Nexperia?');
    await page.getByRole('link', { name: 'Sign in' }).waitFor();
  });

  it('says so where a page cannot be drawn', async () => {
    const { page } = await stage.enter({
      renderPage: async () => {
        throw new VerseError('stale-index', 'The file has changed.', 'Ingest again.');
      },
    });
    await askOn(page, question);
    await page.getByText('This page could not be drawn.').waitFor();
    await page.locator('.verse').first().waitFor();
  });
});
