/** Pages of a PDF as pictures: which widths are drawn, in which order, and which are kept. */
import { openPageDrawer } from './page-drawer.ts';
import type { PageRequest, RenderPage } from './page-request.ts';

export const maxPageWidth = 2000;
const widthStep = 200;

/** The widths really drawn, so that windows of slightly different sizes share one picture. */
export function roundWidth(width: number): number {
  return Math.min(maxPageWidth, Math.ceil(width / widthStep) * widthStep);
}

/**
 * A renderer that draws one page at a time (drawing takes the whole event loop) and keeps the last `cacheSize`
 * pictures, which is about a third of a megabyte each. A page asked for twice while it is drawn is drawn once.
 */
export function openPageRenderer(options: { cacheSize?: number; draw?: RenderPage } = {}): RenderPage {
  const { cacheSize = 32, draw = openPageDrawer() } = options;
  const pictures = new Map<string, Promise<Uint8Array>>();
  let last: Promise<unknown> = Promise.resolve();

  /** Draws behind whatever is being drawn; a failure is not kept. */
  function enqueue(key: string, request: PageRequest): Promise<Uint8Array> {
    const picture = last.then(() => draw(request));
    last = picture.catch(() => pictures.delete(key));
    return picture;
  }

  return (request) => {
    const width = roundWidth(request.width);
    const key = `${request.sha256} ${request.page} ${width}`;
    const picture = pictures.get(key) ?? enqueue(key, { ...request, width });
    // A Map keeps the order of insertion: the first key is the one not asked for the longest.
    pictures.delete(key);
    pictures.set(key, picture);
    const [oldest] = pictures.keys();
    if (pictures.size > cacheSize && oldest !== undefined) pictures.delete(oldest);
    return picture;
  };
}
