/** What the page must not do, in a real browser: reach out, run what a report or a question holds, weigh much. */
import type { Page } from 'playwright-core';
import { afterEach, expect, it } from 'vitest';
import { sampleAnswer } from '../../testing/assistant/fake-assistant.ts';
import { type Library, openLibrary } from '../../testing/assistant/library.ts';
import { askOn, inBrowser, untilDrawn } from '../../testing/browser/browser.ts';
import { setStage } from '../../testing/browser/stage.ts';
import { makeReport, sweden } from '../../testing/documents/small-report.ts';

const markup = `<img src=x onerror="document.title='owned'">`;
const script = `<script>document.title='owned'</script>`;

/** Elements that only planted markup would have made, and what it would have done. */
const damage = (page: Page) =>
  page.evaluate(() => ({
    elements: document.querySelectorAll('img[onerror], body script, main b[onclick]').length,
    title: document.title.startsWith('owned'),
  }));
const none = { elements: 0, title: false };

inBrowser('the page', () => {
  const stage = setStage();
  let library: Library | undefined;
  afterEach(async () => {
    await library?.close();
    library = undefined;
  });

  it('asks no other machine for anything, and breaks no rule of its policy', async () => {
    const { page, requests, complaints, room } = await stage.enter();
    await page.getByText('Questions to start with').waitFor();
    await untilDrawn(page);
    await askOn(page, 'How many industry jobs did Germany lose in 2025, and is China the cause?');
    await page.getByText('Why these passages').click();
    await page.locator('.rank').waitFor();
    await page.locator('.cite').nth(1).hover();
    await page.getByRole('tooltip').waitFor();
    await page.locator('.cite').nth(1).click();
    await untilDrawn(page);
    expect(requests.length).toBeGreaterThan(10);
    expect(requests.filter((url) => new URL(url).origin !== new URL(room.url).origin)).toEqual([]);
    expect(complaints).toEqual([]);
  });

  it('paints first with less than 200 kB of its own code, styles and fonts', async () => {
    const { page } = await stage.enter();
    await page.getByText('Questions to start with').waitFor();
    const sizes = await page.evaluate(() =>
      [...performance.getEntriesByType('navigation'), ...performance.getEntriesByType('resource')].flatMap(
        (entry) => {
          const { name, encodedBodySize } = entry as PerformanceResourceTiming;
          const { pathname } = new URL(name);
          return pathname === '/' || pathname.startsWith('/page/') ? [{ pathname, encodedBodySize }] : [];
        },
      ),
    );
    expect(sizes.map(({ pathname }) => pathname)).toContain('/page/main.js');
    const total = sizes.reduce((sum, { encodedBodySize }) => sum + encodedBodySize, 0);
    expect(total).toBeGreaterThan(10_000);
    expect(total).toBeLessThan(200_000);
  });

  it('runs no script that is not its own', async () => {
    const { page, complaints } = await stage.enter();
    await page.getByText('Questions to start with').waitFor();
    await page.evaluate((text) => {
      const script = document.createElement('script');
      script.textContent = text;
      document.body.append(script);
      const element = document.createElement('div');
      element.setAttribute('onclick', text);
      document.body.append(element);
      element.click();
    }, "document.title = 'owned'");
    expect(await page.title()).toBe('Chapter & Verse');
    await expect.poll(() => complaints.join('\n')).toMatch(/Content Security Policy/);
  });

  it('shows markup in a report as the text it is: title, chapter, section, sentence, preview', async () => {
    const [first = '', ...rest] = sweden.paragraphs;
    const planted = {
      title: `Sweden: ${markup}`,
      section: `Networks ${script}`,
      paragraphs: [
        `${first} Its planners wrote ${markup} and ${script} into the plan of 5G networks.`,
        ...rest,
      ],
    };
    library = await openLibrary({ 'planted.pdf': makeReport([planted], `A report ${markup}`) });
    const { page, complaints } = await stage.enter({ assistant: library.live.current });
    await page.locator('.title').waitFor();
    expect(await page.locator('header .doc').textContent()).toContain(`A report ${markup}`);
    await askOn(page, 'What did the planners write into the plan of 5G networks in Sweden?');
    await page.locator('.said').getByText('Its planners wrote').waitFor();
    await page.locator('.cite').first().hover();
    await page.getByRole('tooltip').waitFor();
    await page.getByText('Why these passages').click();
    await page.locator('.rank').waitFor();
    expect(await page.locator('main').textContent()).toContain(script);
    expect(await damage(page)).toEqual(none);
    expect(complaints).toEqual([]);
  });

  it('shows markup in a question as the text it is', async () => {
    const question = `Jobs in Germany? ${markup} ${script}`;
    const path = `/?q=${encodeURIComponent(question)}`;
    const { page, complaints } = await stage.enter({ path });
    await page.getByRole('heading', { name: 'Jobs in Germany?' }).waitFor();
    await page.getByText('Why these passages').waitFor();
    expect(await page.locator('.rail li button > span').textContent()).toBe(question);
    expect(await damage(page)).toEqual(none);
    expect(complaints).toEqual([]);
  });

  it('makes links of web addresses only', async () => {
    const [citation] = sampleAnswer.citations;
    if (citation === undefined) throw new Error('The sample answer has no citation.');
    const urls = ["javascript:document.title='owned'", 'https://example.org/a', 'data:text/html,x'];
    const notes = [{ label: '1', text: urls.join(' '), urls, page: 90, boxes: [] }];
    const answer = { ...sampleAnswer, citations: [{ ...citation, notes }] };
    const { page } = await stage.enter({ ask: async () => answer });
    await askOn(page, sampleAnswer.question);
    await page.locator('.notes').waitFor();
    const links = page.locator('.notes a');
    expect(await links.evaluateAll((all) => all.map((one) => one.getAttribute('href')))).toEqual([
      'https://example.org/a',
    ]);
  });

  it('is sent with headers that keep others out', async () => {
    const { page, room } = await stage.enter();
    const headers = (await page.request.get(room.url)).headers();
    expect(headers['content-security-policy']).toMatch(
      /^default-src 'none'; script-src 'self'; style-src 'self';/,
    );
    expect(headers['content-security-policy']).not.toContain('unsafe');
    expect(headers).toMatchObject({
      'x-content-type-options': 'nosniff',
      'x-frame-options': 'DENY',
      'cross-origin-resource-policy': 'same-origin',
    });
  });
});
