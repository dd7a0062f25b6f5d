/** Marks against the page: do the boxes that the browser draws hold the words of the sentence, and no others? */
import { readFileSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import type { Passage, Sentence } from '../../core/types.ts';
import type { RenderPage } from '../../pictures/page-request.ts';
import { sampleAnswer, sampleCitation } from '../../testing/assistant/fake-assistant.ts';
import { askOn, inBrowser } from '../../testing/browser/browser.ts';
import { renderPage } from '../../testing/browser/room.ts';
import { setStage } from '../../testing/browser/stage.ts';
import {
  findLetters,
  lettersOf,
  type PaintedLetter,
  readPaintedLetters,
} from '../../testing/documents/glyph-positions.ts';
import type { Answer, Citation } from '../../wire/types.ts';

const documentId = 'fragmented-europe-2026';
const pageStep = 3;
const perPage = 5;

type Box = Pick<DOMRect, 'x' | 'y' | 'width' | 'height'>;

/** Sentences of every third page, some of each: endnotes, rows of tables and those that run over to the next page too. */
function pickSentences(passages: readonly Passage[]): { passage: Passage; sentence: Sentence }[] {
  const byPage = new Map<number, { passage: Passage; sentence: Sentence }[]>();
  for (const passage of passages) {
    for (const sentence of passage.sentences) {
      const page = sentence.pages[0] ?? 0;
      byPage.set(page, [...(byPage.get(page) ?? []), { passage, sentence }]);
    }
  }
  return [...byPage].flatMap(([page, own]) => {
    if (page % pageStep !== 0) return [];
    const step = Math.max(1, Math.floor((own.length - 1) / (perPage - 1)));
    const last = own.at(-1);
    return [...own.filter((_, index) => index % step === 0).slice(0, perPage - 1), ...(last ? [last] : [])];
  });
}

function toAnswer(picked: readonly { passage: Passage; sentence: Sentence }[]): Answer {
  const citations = picked.map(({ passage, sentence }, index): Citation => {
    const { text: quote, boxes, pages } = sentence;
    const page = pages[0] ?? 1;
    const place = { passageId: passage.id, chapter: passage.chapter, page, pages, pageLabel: String(page) };
    return { ...sampleCitation, ...place, number: index + 1, quote, boxes, notes: [] };
  });
  const sentences = citations.map(({ number, quote }) => ({
    ...{ text: quote, citations: [number], origin: 'quoted' as const, verified: true, problems: [] },
  }));
  return { ...sampleAnswer, citations, sentences };
}

const nextPage = 'button[aria-label="Next page"]';

/** What a click leads to: a page with the boxes of a sentence on it. */
interface Step {
  /** What is clicked. */
  button: string;
  pageNumber: number;
  key: string;
}

/**
 * Clicks, and gives the boxes of the sentence on show as they are drawn, in shares of the page's picture. All within the page:
 * for 200 sentences the calls between would take longer than the page does.
 */
function drawnBoxes(page: Page, step: Step): Promise<Box[]> {
  return page.evaluate(async ({ button, pageNumber, key }) => {
    document.querySelector<HTMLElement>(button)?.click();
    const wanted = [
      `.leaf:not(.loading) img[alt*="age ${pageNumber} of"]`,
      `.box-mark.on[data-mark="${key}"]`,
    ];
    while (wanted.some((selector) => document.querySelector(selector) === null))
      await new Promise(requestAnimationFrame);
    const leaf = document.querySelector('.leaf img')?.getBoundingClientRect() ?? new DOMRect();
    return [...document.querySelectorAll('.box-mark.on')].map((element) => {
      const { x, y, width, height } = element.getBoundingClientRect();
      return {
        x: (x - leaf.x) / leaf.width,
        y: (y - leaf.y) / leaf.height,
        width: width / leaf.width,
        height: height / leaf.height,
      };
    });
  }, step);
}

/** Half a pixel of the window or so: the browser rounds. */
const slack = 0.001;

function holds(boxes: readonly Box[], { x, y }: PaintedLetter, by: number): boolean {
  return boxes.some(
    (box) => x > box.x - by && x < box.x + box.width + by && y > box.y - by && y < box.y + box.height + by,
  );
}

interface PageMarks {
  painted: readonly PaintedLetter[];
  boxes: readonly Box[];
}

/** Letters of the text that are in no box, and letters in a box that are not of the text, for each place it may be. */
function faultsAt({ painted, boxes }: PageMarks, text: string): string[] {
  return findLetters(painted, text).flatMap((own) => {
    if (own.length < lettersOf(text).length) return [];
    const isOwn = new Set(own);
    const size = painted[own[0] ?? 0]?.size ?? 0;
    const outside = painted.filter((one, at) => isOwn.has(at) && !holds(boxes, one, slack));
    // The small numbers of notes may be in the box or not.
    const inside = painted.filter(
      (one, at) => !isOwn.has(at) && one.size > 0.8 * size && holds(boxes, one, -slack),
    );
    const spell = (letters: readonly PaintedLetter[]) => letters.map(({ letter }) => letter).join('');
    return [
      outside.length + inside.length === 0 ? '' : `outside “${spell(outside)}”, inside “${spell(inside)}”`,
    ];
  });
}

/**
 * What is wrong with the marks of a sentence; null where nothing is. One that runs over two pages is cut where that
 * leaves nothing wrong on either: what stands at the foot of the first may begin as the sentence goes on.
 */
function findFault(text: string, [first, second]: readonly PageMarks[]): string | null {
  if (first === undefined) return 'no page';
  if (second === undefined) {
    const faults = faultsAt(first, text);
    return faults.includes('') ? null : (faults[0] ?? 'not on the page');
  }
  const cuts = Array.from(text, (_, at) => at).slice(1);
  const isRight = (cut: number) =>
    faultsAt(first, text.slice(0, cut)).includes('') && faultsAt(second, text.slice(cut)).includes('');
  return cuts.some(isRight) ? null : 'no cut between its pages';
}

inBrowser('the marks on the page', () => {
  const stage = setStage();

  it('hold the words of their sentence and no others: 200 sentences and more', async () => {
    const picked = pickSentences(await stage.assistant().passages(documentId));
    expect(picked.length).toBeGreaterThanOrEqual(200);
    expect(new Set(picked.map(({ passage }) => passage.kind)).size).toBe(3);
    const answer = toAnswer(picked);
    // The marks are laid over the picture by its shape, whatever its size.
    const small: RenderPage = (request) => renderPage({ ...request, width: 200 });
    const { page } = await stage.enter({ ask: async () => answer, renderPage: small });
    const { file } = await stage.assistant().document(documentId);
    const pages = new Set(picked.flatMap(({ sentence }) => sentence.pages));
    const painted = await readPaintedLetters(readFileSync(file), pages);
    await askOn(page, 'All of these');
    await page.getByText('Why these passages').waitFor();
    const faults: unknown[] = [];
    for (const [at, { number, quote, pages: own }] of answer.citations.entries()) {
      const key = `s${at}-${number}`;
      const marks: PageMarks[] = [];
      for (const [step, pageNumber] of own.entries()) {
        const button = step > 0 ? nextPage : `.cite[data-mark="${key}"]`;
        const boxes = await drawnBoxes(page, { button, pageNumber, key });
        marks.push({ painted: painted.get(pageNumber) ?? [], boxes });
      }
      const fault = findFault(lettersOf(quote).join(''), marks);
      if (fault !== null) faults.push({ quote, pages: own, fault });
    }
    expect(faults).toEqual([]);
  }, 600_000);

  it('differ from marks that are a word off', () => {
    const letters = (text: string, y: number) =>
      lettersOf(text).map((letter, at) => ({ letter, x: 0.1 + at / 100, y, size: 10 }));
    const painted = [...letters('Bosch cuts jobs', 0.2), ...letters('in Germany now', 0.3)];
    const box = (x: number, y: number, width: number) => ({ x, y, width, height: 0.02 });
    const right = [box(0.145, 0.19, 0.08), box(0.095, 0.29, 0.09)];
    const text = 'cutsjobsinGermany';
    expect(findFault(text, [{ painted, boxes: right }])).toBe(null);
    expect(findFault(text, [{ painted, boxes: right.slice(0, 1) }])).toBe('outside “inGermany”, inside “”');
    const long = [box(0.145, 0.19, 0.08), box(0.095, 0.29, 0.12)];
    expect(findFault(text, [{ painted, boxes: long }])).toBe('outside “”, inside “now”');
    expect(findFault('cutsmore', [{ painted, boxes: right }])).toBe('not on the page');
  });
});
