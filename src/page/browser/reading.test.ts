/** How well a report was read, in a real browser: reached from the library, drawn, and back. */
import { expect, it } from 'vitest';
import { findBarriers, inBrowser, shoot } from '../../testing/browser/browser.ts';
import { setStage } from '../../testing/browser/stage.ts';

const id = 'fragmented-europe-2026';

inBrowser('the report on a reading', () => {
  const stage = setStage();

  it.each([
    ['light', 1440],
    ['dark', 390],
  ] as const)('has a verdict for each part and pages with marks, without barriers; %s, %i px', async (colorScheme, width) => {
    const { page, complaints } = await stage.enter({
      path: `/?reading=${id}`,
      width,
      colorScheme,
    });
    await page.getByText('Read well: nothing speaks against it.').waitFor();
    expect(await page.locator('.parts dt').allTextContents()).toHaveLength(10);
    expect(await page.locator('.sampled').count()).toBe(6);
    expect(await page.locator('.found-mark.text').count()).toBeGreaterThan(6);
    expect(await findBarriers(page)).toEqual([]);
    await shoot(page, `reading-${colorScheme}`);
    expect(complaints).toEqual([]);
  });

  it('is reached from the library, hides a kind of marks, draws other pages, and leads back', async () => {
    const { page } = await stage.enter({ path: '/?library' });
    await page.getByRole('grid', { name: 'Reports' }).getByText('Fragmented Europe').first().click();
    await page.getByRole('button', { name: 'How well it was read' }).click();
    await expect.poll(() => new URL(page.url()).search).toBe(`?reading=${id}`);
    const marks = page.locator('.sampled .found-mark.text');
    await marks.first().waitFor();
    await page.getByRole('button', { name: 'Text, numbered as it is read' }).click();
    await expect.poll(() => marks.count()).toBe(0);
    const named = () => page.locator('.sampled figcaption b').allTextContents();
    const before = await named();
    await page.getByRole('button', { name: 'Draw other pages' }).click();
    await expect.poll(named).not.toEqual(before);
    await page.goBack();
    await page.getByRole('grid', { name: 'Reports' }).waitFor();
    await page.goForward();
    await page.getByRole('button', { name: 'Library' }).first().click();
    await page.getByRole('grid', { name: 'Reports' }).waitFor();
  });
});
