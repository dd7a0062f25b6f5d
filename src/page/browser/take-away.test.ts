/** Taking an answer away, in a real browser: by the clipboard and on paper. */
import { readFileSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { comparison, notFound, writtenAnswer } from '../../testing/answers/sample-answers.ts';
import { sampleAnswer } from '../../testing/assistant/fake-assistant.ts';
import { askOn, inBrowser, shoot } from '../../testing/browser/browser.ts';
import { setStage } from '../../testing/browser/stage.ts';
import type { Answer } from '../../wire/types.ts';

const answers: readonly Answer[] = [sampleAnswer, comparison, notFound, writtenAnswer];
const ask = async ({ question }: { question: string }) =>
  answers.find((answer) => answer.question === question) ?? sampleAnswer;

async function copy(page: Page, name: string): Promise<string> {
  await page.evaluate(() => navigator.clipboard.writeText(''));
  await page.getByRole('button', { name, exact: true }).click();
  const read = () => page.evaluate(() => navigator.clipboard.readText());
  await expect.poll(read).not.toBe('');
  return read();
}

inBrowser('taking away', () => {
  const stage = setStage();

  async function enterAnswer({ question }: Answer) {
    const visit = await stage.enter({ ask });
    await askOn(visit.page, question);
    await visit.page.getByText('Why these passages').waitFor();
    return visit;
  }

  it('copies the answer with its citations as text, as Markdown and as a reference', async () => {
    const { page } = await enterAnswer(sampleAnswer);
    const title = 'Fragmented Europe: Dealing with China as a technology and innovation power';
    const link = `${new URL(page.url()).origin}/v1/documents/fragmented-europe-2026/file#page=84`;
    const reference = `${title}, chapter “Germany”, p. 84.`;
    const quote =
      'Bosch alone has announced cutting more than 20,000 jobs in its automotive division due to weak global demand for German cars.';
    expect((await copy(page, 'Copy with citations')).split('\n')).toEqual([
      'How many jobs will Bosch cut?',
      '',
      `${quote} (Germany, p. 84)`,
      '',
      'Notes',
      'Germany, note 2 (p. 90): Tagesschau. 30 January 2026. https://www.tagesschau.de/tagesschau_20_uhr/ts-76206.html',
      '',
      `${reference} ${link}`,
    ]);
    expect((await copy(page, 'Markdown')).split('\n')).toEqual([
      '## How many jobs will Bosch cut?',
      '',
      `> ${quote}`,
      '> — Germany, p. 84',
      '',
      `- ${reference} <${link}>`,
    ]);
    await page.getByRole('button', { name: 'More formats' }).click();
    expect(await copy(page, 'Reference')).toBe(`${reference} ${link}`);
    expect(await copy(page, 'BibTeX')).toContain(`  url = {${link}},`);
    expect(await copy(page, 'RIS')).toContain(`UR  - ${link}`);
    expect(await copy(page, 'CSL-JSON')).toContain(`"URL": "${link}"`);
  });

  it('copies footnotes for Word as text and as HTML, and saves them as RTF', async () => {
    const { page, complaints } = await enterAnswer(sampleAnswer);
    await page.evaluate(() => {
      document.addEventListener('paste', ({ clipboardData }) => {
        const types = ['text/plain', 'text/html'];
        document.title = JSON.stringify(types.map((type) => clipboardData?.getData(type) ?? ''));
      });
    });
    await page.getByRole('button', { name: 'More formats' }).click();
    await copy(page, 'Footnotes for Word');
    await page.getByRole('textbox', { name: /^Ask/ }).focus();
    await page.keyboard.press('Control+V');
    await expect.poll(() => page.title()).toMatch(/^\[/);
    const [text, html] = JSON.parse(await page.title());
    expect(text).toContain('(Germany, p. 84)');
    expect(html).toContain('mso-element:footnote');
    const [file] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: 'RTF file' }).click(),
    ]);
    expect(file.suggestedFilename()).toBe('answer.rtf');
    expect(readFileSync(await file.path(), 'utf8')).toMatch(/^\{\\rtf1[\s\S]*\\footnote/);
    expect(complaints).toEqual([]);
  });

  it('copies what a reader marks without the numbers of endnotes', async () => {
    const { page } = await enterAnswer(sampleAnswer);
    expect(await page.locator('.said').textContent()).toContain('German cars.2');
    await page.evaluate(() => navigator.clipboard.writeText(''));
    await page.locator('.said').evaluate((said) => getSelection()?.selectAllChildren(said));
    await page.keyboard.press('Control+C');
    const read = () => page.evaluate(() => navigator.clipboard.readText());
    await expect.poll(read).toContain('weak global demand for German cars.');
    expect(await read()).not.toContain('cars.2');
  });

  it('copies only the checked sentences of a written answer', async () => {
    const { page } = await enterAnswer(writtenAnswer);
    const text = await copy(page, 'Copy the 2 checked sentences');
    expect(text).toContain('By 2030, ten percent');
    expect(text).not.toContain('5.5 billion');
  });

  it('copies a comparison as a table, with what is not stated', async () => {
    const { page } = await enterAnswer(comparison);
    const rows = (await copy(page, 'CSV')).split('\r\n');
    expect(rows).toHaveLength(3);
    expect(rows[2]).toBe('"Belgium","","","","","",""');
    expect(await copy(page, 'Markdown')).toContain('| Belgium | Not stated |');
  });

  it('copies a finding of nothing, with what was searched', async () => {
    const { page } = await enterAnswer(notFound);
    const text = await copy(page, 'Copy this finding');
    expect(text).toContain('Searched: 2 chapters, 92 passages.');
    expect(text).toContain('Nearest passages, not an answer:');
  });

  it('copies the whole conversation as Markdown', async () => {
    const { page } = await enterAnswer(sampleAnswer);
    await askOn(page, notFound.question);
    await page.getByText('Nearest passages').waitFor();
    const headings = (await copy(page, 'Copy all as Markdown')).split('\n').filter((line) => /^#/.test(line));
    expect(headings).toEqual([
      '# Questions and answers',
      `## ${sampleAnswer.question}`,
      `## ${notFound.question}`,
    ]);
  });

  it('prints the question, the answer and its sources, without the controls', async () => {
    const { page } = await enterAnswer(sampleAnswer);
    await page.getByRole('button', { name: 'Note 2' }).click();
    // Of a dark window too, on white paper.
    await page.emulateMedia({ media: 'print', colorScheme: 'dark' });
    await shoot(page, 'print');
    for (const text of [sampleAnswer.question, 'Germany, p. 84', 'Note 2, p. 90']) {
      expect(await page.locator('main').getByText(text).first().isVisible(), text).toBe(true);
    }
    for (const control of ['.rail', '.pane', '.ask', '.acts', '.scope']) {
      expect(await page.locator(control).isVisible(), control).toBe(false);
    }
    for (const text of ['.said', '.note-marker', '.cite', '.notes']) {
      const ink = await page.locator(text).evaluate((element) => getComputedStyle(element).color);
      expect(ink, text).toMatch(/^rgb\(\d?\d, \d?\d, \d?\d\)$/);
    }
  });
});
