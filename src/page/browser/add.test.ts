/** Adding and removing reports, in a real browser: with the real ingest, and with one that waits. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterEach, expect, it } from 'vitest';
import { listDocuments } from '../../assistant/views.ts';
import { everybody } from '../../config/grants.ts';
import { packageRoot } from '../../config/settings.ts';
import { HttpProblem } from '../../http/respond/problem.ts';
import type { UploadQueue } from '../../http/uploads/upload-queue.ts';
import { fakeAssistant, sampleDocument } from '../../testing/assistant/fake-assistant.ts';
import { type Library, openLibrary } from '../../testing/assistant/library.ts';
import { askOn, findBarriers, inBrowser, shoot } from '../../testing/browser/browser.ts';
import { setStage } from '../../testing/browser/stage.ts';
import { makeReport } from '../../testing/documents/small-report.ts';
import type { Upload } from '../../wire/types.ts';
import { makePdf } from '../../workshop/typeset/make-pdf.ts';

const report = makeReport();
const scan = makePdf({ pages: [{ lines: [], hasPicture: true }] });

/** Drops files anywhere on the window, as a file manager does. */
async function drop(page: Page, files: Record<string, Uint8Array>): Promise<void> {
  const sent = Object.entries(files).map(([name, bytes]) => ({ name, bytes: [...bytes] }));
  const transfer = await page.evaluateHandle((given) => {
    const holder = new DataTransfer();
    for (const { name, bytes } of given) {
      holder.items.add(new File([new Uint8Array(bytes)], name, { type: 'application/pdf' }));
    }
    return holder;
  }, sent);
  await page.dispatchEvent('body', 'dragover', { dataTransfer: transfer });
  await page.dispatchEvent('body', 'drop', { dataTransfer: transfer });
}

/** A queue that is in one state. */
function queueOf(uploads: Upload[]): UploadQueue {
  return {
    closing: new AbortController().signal,
    state: async () => ({ allowed: true, changes: true, maxBytes: 1_000_000, uploads }),
    add: async () => {},
    knows: () => false,
    takesIn: () => false,
    addFile: async () => {},
    cancel: async () => {},
    dismiss: async () => {},
    settled: async () => {},
    close: async () => {},
  };
}

const underWay: Upload[] = [
  {
    id: 'u-1',
    name: 'fragmented-europe-2026.pdf',
    state: 'ingesting',
    stages: [
      { stage: 'read', done: 194, total: 194 },
      { stage: 'encode', done: 430, total: 921 },
    ],
    secondsLeft: 25,
    document: null,
    problem: null,
  },
  {
    id: 'u-2',
    name: 'horizon-scan-2025.pdf',
    state: 'waiting',
    stages: [],
    secondsLeft: null,
    document: null,
    problem: null,
  },
];

inBrowser('adding reports', () => {
  const stage = setStage();
  let library: Library | undefined;
  afterEach(async () => {
    await library?.close();
    library = undefined;
  });

  async function enterLibrary(files?: Record<string, Uint8Array>) {
    library = await openLibrary(files);
    const { live, uploads, changes, corpusDir } = library;
    return { ...(await stage.enter({ assistant: live.current, uploads, changes })), corpusDir };
  }

  it('takes the first report dropped anywhere, shows its progress, and answers from it', async () => {
    const { page } = await enterLibrary();
    await page.getByRole('heading', { name: 'Add a report to ask it questions' }).waitFor();
    await drop(page, { 'short.pdf': report });
    await page.getByText('1 ready').waitFor();
    const stages = page.locator('.stages li');
    expect(await stages.allTextContents()).toEqual([
      expect.stringMatching(/^DoneReading pages2 \/ 2$/),
      expect.stringMatching(/^DoneEmbedding passages(\d+) \/ \1$/),
      expect.stringMatching(/^DoneWriting the index/),
    ]);
    await askOn(page, 'Which companies did Sweden ban from 5G networks in 2020?');
    await page.locator('.said').getByText('Huawei and ZTE').waitFor();
  });

  it('refuses a scan, naming its pages, and continues with the others', async () => {
    const { page } = await enterLibrary({ 'short.pdf': report });
    await page.getByRole('button', { name: 'Add a PDF' }).click();
    const other = makeReport(undefined, 'Another report');
    await page.locator('input[type=file]').setInputFiles([
      { name: 'scan.pdf', mimeType: 'application/pdf', buffer: Buffer.from(scan) },
      { name: 'other.pdf', mimeType: 'application/pdf', buffer: Buffer.from(other) },
    ]);
    const reason = page.getByRole('alert');
    await reason.waitFor();
    expect(await reason.textContent()).toMatch(/Not added\. .*scan.*OCR/);
    await page.getByText('1 ready · 1 not added').waitFor();
    await page.getByRole('button', { name: 'Dismiss scan.pdf' }).click();
    await expect.poll(() => page.getByRole('alert').count()).toBe(0);
    await expect
      .poll(async () => (await page.locator('.report b').allTextContents()).sort())
      .toEqual(['Another report', 'Fragmented Europe, in short']);
    await askOn(page, 'Which companies did Sweden ban from 5G networks in 2020?');
    // Of two reports a place names its own.
    await page
      .getByRole('button', { name: /^(Another report|Fragmented Europe, in short): Sweden/ })
      .first()
      .waitFor();
  });

  it('stops an ingest by the keyboard, and leaves nothing of it', async () => {
    const { page, corpusDir } = await enterLibrary({ 'short.pdf': report });
    await page.getByRole('button', { name: 'Add a PDF' }).click();
    const long = readFileSync(join(packageRoot, 'corpus', 'fragmented-europe-2026.pdf'));
    await page
      .locator('input[type=file]')
      .setInputFiles({ name: 'long.pdf', mimeType: 'application/pdf', buffer: long });
    const item = page.locator('.file');
    await item.getByText('Reading pages').waitFor();
    await shoot(page, 'ingest-cancel');
    const cancel = page.getByRole('button', { name: 'Cancel long.pdf' });
    await cancel.focus();
    await page.keyboard.press('Enter');
    await page.getByRole('status').getByText('1 cancelled').waitFor();
    await item.getByText('The index is as it was; nothing of this file was kept.').waitFor();
    await shoot(page, 'ingest-cancelled');
    expect(await findBarriers(page)).toEqual([]);
    expect(readdirSync(corpusDir)).toEqual(['short.pdf']);
    // The button that stopped it dismisses it: whoever uses the keyboard is still there.
    const focused = page.locator('button:focus');
    await expect.poll(() => focused.textContent()).toBe('Dismiss long.pdf');
    await page.keyboard.press('Enter');
    await expect.poll(() => item.count()).toBe(0);
    await askOn(page, 'Which companies did Sweden ban from 5G networks in 2020?');
    await page.locator('.said').getByText('Huawei and ZTE').waitFor();
  });

  it('says that it is stopping, and why it could not', async () => {
    let refuse = (_: Error) => {};
    const refused = new Promise<never>((_, reject) => {
      refuse = reject;
    });
    // It may be refused before the server has begun to wait for it.
    refused.catch(() => undefined);
    const uploads: UploadQueue = { ...queueOf(underWay), cancel: () => refused };
    const { page } = await stage.enter({ assistant: () => undefined, uploads });
    await page.getByRole('button', { name: 'Cancel fragmented-europe-2026.pdf' }).click();
    const stopping = page.getByRole('button', { name: 'Stopping … fragmented-europe-2026.pdf' });
    expect(await stopping.getAttribute('aria-disabled')).toBe('true');
    await shoot(page, 'ingest-stopping');
    refuse(new HttpProblem(409, 'upload-over', 'The ingest was over before it was stopped.'));
    const reason = page.getByRole('alert').getByText('The ingest was over before it was stopped.');
    await reason.waitFor();
    await page.getByRole('button', { name: 'Cancel fragmented-europe-2026.pdf' }).waitFor();
    // It stays while the ingest is followed.
    for (let looks = 0; looks < 2; looks += 1) await page.waitForResponse(/\/v1\/uploads$/);
    expect(await reason.count()).toBe(1);
  });

  it('leaves dismissed what was dismissed, where what was read before comes late', async () => {
    const [reading, waiting] = underWay;
    if (reading === undefined || waiting === undefined) throw new Error('There are two.');
    const listed: Upload[] = [reading, { ...waiting, state: 'cancelled' }];
    const uploads: UploadQueue = { ...queueOf(listed), dismiss: async () => void listed.pop() };
    let late = 0;
    let letGo = () => {};
    const held = new Promise<void>((resolve) => {
      letGo = resolve;
    });
    let isSlow = false;
    const { page } = await stage.enter({
      ...{ assistant: () => undefined, uploads },
      intercept: async ({ method, url }) => {
        if (!isSlow || method !== 'GET' || !url.endsWith('/v1/uploads')) return undefined;
        const before = Response.json(await uploads.state(everybody));
        late += 1;
        await (late === 1 ? held : new Promise(() => {}));
        return before;
      },
    });
    const dismiss = page.getByRole('button', { name: `Dismiss ${waiting.name}` });
    await dismiss.waitFor();
    isSlow = true;
    await expect.poll(() => late).toBe(1);
    await dismiss.click();
    await expect.poll(() => page.locator('.file').count()).toBe(1);
    letGo();
    await expect.poll(() => late).toBe(2);
    expect(await page.locator('.file').count()).toBe(1);
  });

  it('says that it hears nothing of an ingest, and follows it again', async () => {
    let isAway = false;
    const { page } = await stage.enter({
      ...{ assistant: () => undefined, uploads: queueOf(underWay) },
      intercept: ({ url }) =>
        isAway && url.endsWith('/v1/uploads') ? Response.json({}, { status: 500 }) : undefined,
    });
    await page.getByText('2 being prepared').waitFor();
    isAway = true;
    const reason = page.getByRole('alert').getByText('The server answered 500.');
    await reason.waitFor();
    isAway = false;
    await expect.poll(() => reason.count()).toBe(0);
  });

  it('shows the report that another server has read, once that one is through', async () => {
    const [reading] = underWay;
    if (reading === undefined) throw new Error('There are two.');
    const listed = [reading];
    const documents: (typeof sampleDocument)[] = [];
    const { page } = await stage.enter({
      assistant: () => fakeAssistant({ documents: () => listDocuments(documents) }),
      uploads: queueOf(listed),
      path: '/?library',
    });
    await page.getByText('430 / 921').waitFor();
    expect(await page.locator('.report').count()).toBe(0);
    documents.push(sampleDocument);
    listed.pop();
    await page.locator('.report').getByText(sampleDocument.title).waitFor();
    expect(await page.locator('.file').count()).toBe(0);
  });

  it('removes a report after asking, and keeps the file', async () => {
    const { page, corpusDir } = await enterLibrary({
      'one.pdf': report,
      'two.pdf': makeReport(undefined, 'Another report'),
    });
    await page.getByRole('button', { name: 'Library' }).click();
    await page.getByRole('row', { name: 'Another report' }).click();
    await page.getByRole('button', { name: 'Remove Another report' }).click();
    await page.getByRole('button', { name: 'Keep it' }).click();
    await page.getByRole('button', { name: 'Remove Another report' }).click();
    await page.getByRole('button', { name: 'Remove it' }).click();
    await expect.poll(() => page.locator('.report').count()).toBe(1);
    // Its details are gone with it.
    expect(await page.locator('.pane').count()).toBe(0);
    expect(existsSync(join(corpusDir, 'two.pdf'))).toBe(false);
    expect(existsSync(join(corpusDir, '.removed', 'two.pdf'))).toBe(true);
    await page.locator('.report').click();
    await page.getByRole('button', { name: 'Remove Fragmented Europe, in short' }).click();
    await page.getByRole('button', { name: 'Remove it' }).click();
    await page.getByRole('alert').getByText('one is the only document').waitFor();
  });

  it('sets a title, a year and tags, and says why one was refused', async () => {
    const { page } = await enterLibrary({ 'one.pdf': report });
    await page.getByRole('button', { name: 'Library' }).click();
    await page.locator('.report').click();
    await page.getByRole('button', { name: 'Edit title, year and tags' }).click();
    await page.getByRole('textbox', { name: 'Title' }).fill('Europe and China');
    await page.getByRole('textbox', { name: 'Year' }).fill('0999');
    await page.keyboard.press('Enter');
    await page.getByRole('alert').getByText('999 is no year of a document').waitFor();
    await page.getByRole('textbox', { name: 'Year' }).fill('2026');
    await page.getByRole('textbox', { name: 'Tags' }).fill('China, 5G');
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: 'Europe and China' }).waitFor();
    expect(await page.locator('.report').textContent()).toMatch(/^Europe and ChinaChina5G.*2026/);
    expect(await page.locator('.details .facts').textContent()).toContain('Printed titleFragmented Europe');
    // A tag leads to the reports that have it.
    await page.locator('.details').getByRole('button', { name: '5G' }).click();
    await page.getByRole('status').getByText('1 report with 5G').waitFor();
  });

  it.each([
    'light',
    'dark',
  ] as const)('has no barrier while an ingest is under way: %s', async (colorScheme) => {
    const refused: Upload = {
      ...{ id: 'u-3', name: 'annex.pdf', state: 'refused', stages: [], secondsLeft: null, document: null },
      problem: {
        code: 'no-text',
        detail: 'annex.pdf: pages 4-31 hold no text (a scan?). Run it through OCR first.',
      },
    };
    const uploads = queueOf([...underWay, refused]);
    const { page } = await stage.enter({ assistant: () => undefined, uploads, colorScheme });
    await page.getByText('2 being prepared · 1 not added').waitFor();
    await page.getByText('about 25 s left').waitFor();
    await page.getByText('430 / 921').waitFor();
    const box = page.getByRole('textbox', { name: 'Ask the report a question' });
    expect(await box.getAttribute('placeholder')).toBe('You can ask when the first report is ready');
    await shoot(page, `ingest-${colorScheme}`);
    expect(await findBarriers(page)).toEqual([]);
  });

  it('offers no uploads if the server takes none', async () => {
    const { page } = await stage.enter();
    await page.getByText('Questions to start with').waitFor();
    expect(await page.getByRole('button', { name: 'Add a PDF' }).count()).toBe(0);
    await drop(page, { 'short.pdf': report });
    expect(await page.getByText('Questions to start with').count()).toBe(1);
  });
});
