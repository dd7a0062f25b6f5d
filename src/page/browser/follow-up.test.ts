/** Asking on, in a real browser: what a follow-up is asked with, what it was understood as, where it leads. */
import { expect, it } from 'vitest';
import type { Assistant } from '../../assistant/assistant.ts';
import { sampleAnswer } from '../../testing/assistant/fake-assistant.ts';
import { askOn, findBarriers, inBrowser, shoot } from '../../testing/browser/browser.ts';
import { setStage } from '../../testing/browser/stage.ts';
import type { AskRequest } from '../../wire/types.ts';

const swedish = 'Which companies did Sweden ban from 5G networks in 2020?';

/** Understands "And in …?" as a question about Huawei there. */
function followingAsk() {
  const asked: AskRequest[] = [];
  const ask: Assistant['ask'] = async (request) => {
    asked.push(request);
    const { question, history = [] } = request;
    const place = /^And in (\w+)\?$/.exec(question)?.[1];
    const isFollowUp = place !== undefined && history.length > 0;
    const base = { ...sampleAnswer, id: `a-${asked.length}`, question };
    return isFollowUp ? { ...base, resolvedQuestion: `Is Huawei banned in ${place}?` } : base;
  };
  return { ask, asked };
}

inBrowser('asking on', () => {
  const stage = setStage();

  it('understands a follow-up from the current turn, and says how', async () => {
    const { page } = await stage.enter();
    await askOn(page, swedish);
    await page.getByText('Why these passages').waitFor();
    await askOn(page, 'And in Poland?');
    const resolved = page.locator('.resolved q');
    await resolved.waitFor();
    expect(await resolved.textContent()).toMatch(/Poland.*5G|5G.*Poland/);
    await shoot(page, 'follow-up');
    expect(await findBarriers(page)).toEqual([]);
  });

  it('sends the turns before it, the latest last, up to the one on show', async () => {
    const { ask, asked } = followingAsk();
    const { page } = await stage.enter({ ask });
    for (const question of ['Sweden?', 'And in Poland?', 'And in Italy?']) {
      await askOn(page, question);
      await page.locator('.question').getByText(question, { exact: true }).waitFor();
      await page.getByText('Why these passages').waitFor();
    }
    expect(asked.map(({ history = [] }) => history.map(({ question }) => question))).toEqual([
      [],
      ['Sweden?'],
      ['Sweden?', 'Is Huawei banned in Poland?'],
    ]);
    expect(asked[1]?.history?.[0]?.answer).toBe(sampleAnswer.answer);
    await page.getByRole('button', { name: 'Sweden?' }).click();
    await askOn(page, 'And in Spain?');
    await page.getByText('Is Huawei banned in Spain?').waitFor();
    expect(asked[3]?.history?.map(({ question }) => question)).toEqual(['Sweden?']);
  });

  it('begins anew at the start', async () => {
    const { ask, asked } = followingAsk();
    const { page } = await stage.enter({ ask });
    await askOn(page, 'Sweden?');
    await page.getByText('Why these passages').waitFor();
    await page.getByRole('button', { name: 'New question' }).click();
    await page.getByText('Questions to start with').waitFor();
    await askOn(page, 'And in Poland?');
    await page.getByText('Why these passages').waitFor();
    expect(asked[1]?.history).toBe(undefined);
  });

  it('asks in full by its link and address, which know nothing of the tab', async () => {
    const { ask, asked } = followingAsk();
    const { page } = await stage.enter({ ask });
    await askOn(page, 'Sweden?');
    await page.getByText('Why these passages').waitFor();
    await askOn(page, 'And in Poland?');
    await page.getByText('Asked as').waitFor();
    await expect.poll(() => new URL(page.url()).searchParams.get('q')).toBe('Is Huawei banned in Poland?');
    await page.getByRole('button', { name: 'Markdown', exact: true }).click();
    await expect
      .poll(() => page.evaluate(() => navigator.clipboard.readText()))
      .toContain('## Is Huawei banned in Poland?');
    await page.reload();
    await page.getByText('Asked as').waitFor();
    expect(asked).toHaveLength(2);
    const other = await stage.visit(page.url());
    await other.page.getByRole('heading', { name: 'Is Huawei banned in Poland?' }).waitFor();
    await other.page.getByText('Why these passages').waitFor();
    expect(asked[2]).toMatchObject({ question: 'Is Huawei banned in Poland?' });
    expect(asked[2]?.history).toBe(undefined);
  });

  it('offers written answers where a model can write, and asks for them', async () => {
    const asked: AskRequest[] = [];
    const writing: Assistant = {
      ...stage.assistant(),
      chatModel: 'fake-chat',
      ask: async (request) => {
        asked.push(request);
        return sampleAnswer;
      },
    };
    const { page } = await stage.enter({ assistant: () => writing });
    await page.getByLabel('Written by the model, checked').check();
    await askOn(page, swedish);
    await page.getByText('Why these passages').waitFor();
    expect(asked).toEqual([expect.objectContaining({ mode: 'generate' })]);
    expect(new URL(page.url()).searchParams.get('mode')).toBe('generate');
  });
});
