/** Page pictures: which widths are drawn, in which order, and which are cached. */
import { VerseError } from '../core/errors.ts';
import { openPageDrawer } from './page-drawer.ts';
import type { PageRequest, RenderPage } from './page-request.ts';

export const maxPageWidth = 2000;
const widthStep = 200;

/** Rounds widths, so that windows of slightly different sizes share a picture. */
export function roundWidth(width: number): number {
  return Math.min(maxPageWidth, Math.ceil(width / widthStep) * widthStep);
}

/**
 * A renderer that draws one page at a time, since drawing blocks an event loop, and caches the last `cacheSize`
 * pictures, about a third of a megabyte each. Concurrent requests for a page share one drawing.
 */
export function openPageRenderer(options: { cacheSize?: number; draw?: RenderPage } = {}): RenderPage {
  const { cacheSize = 32, draw = openPageDrawer() } = options;
  const pictures = new Map<string, Promise<Uint8Array>>();
  let last: Promise<unknown> = Promise.resolve();

  /** Queues a drawing. A failure is not cached, but for a page that took too much, which would again. */
  function enqueue(key: string, request: PageRequest): Promise<Uint8Array> {
    const picture = last.then(() => draw(request));
    last = picture.catch((error: unknown) => {
      if (!(error instanceof VerseError && error.code === 'over-limit')) pictures.delete(key);
    });
    return picture;
  }

  return (request) => {
    const width = roundWidth(request.width);
    const key = `${request.sha256} ${request.page} ${width}`;
    const picture = pictures.get(key) ?? enqueue(key, { ...request, width });
    // A Map keeps insertion order, so the first key is the least recently used.
    pictures.delete(key);
    pictures.set(key, picture);
    const [oldest] = pictures.keys();
    if (pictures.size > cacheSize && oldest !== undefined) pictures.delete(oldest);
    return picture;
  };
}
