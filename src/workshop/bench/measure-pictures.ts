/** Page pictures: ours, and those of plain pdf-parse, which reopens the file for each. */
import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { PDFParse } from 'pdf-parse';
import type { OnProgress } from '../../core/types.ts';
import { openPageDrawer } from '../../pictures/page-drawer.ts';
import type { PicturesMeasurement } from './measurements.ts';

export interface PicturesTask {
  file: string;
  /** Counted from 1, in the order to draw them. */
  pages: readonly number[];
  /** Pixels. */
  width: number;
}

/** Draws a page and gives its picture. */
type Draw = (page: number) => Promise<Uint8Array>;

async function timePages({ pages }: PicturesTask, draw: Draw, onProgress: OnProgress) {
  const measured: PicturesMeasurement['pages'] = [];
  for (const page of pages) {
    const started = performance.now();
    const { length } = await draw(page);
    measured.push({ ms: performance.now() - started, bytes: length });
    onProgress({ stage: 'drawing', done: measured.length, total: pages.length });
  }
  return { pages: measured };
}

export async function measurePictures(
  task: PicturesTask,
  onProgress: OnProgress,
): Promise<PicturesMeasurement> {
  const { file, width } = task;
  const sha256 = createHash('sha256')
    .update(await readFile(file))
    .digest('hex');
  const draw = openPageDrawer();
  return timePages(task, (page) => draw({ file, sha256, page, width }), onProgress);
}

export function measurePlainPictures(
  task: PicturesTask,
  onProgress: OnProgress,
): Promise<PicturesMeasurement> {
  const { file, width } = task;
  const draw: Draw = async (page) => {
    const parser = new PDFParse({ data: new Uint8Array(await readFile(file)) });
    try {
      const options = { partial: [page], desiredWidth: width, imageBuffer: true, imageDataUrl: false };
      const { pages } = await parser.getScreenshot(options);
      return pages[0]?.data ?? new Uint8Array();
    } finally {
      await parser.destroy();
    }
  };
  return timePages(task, draw, onProgress);
}
