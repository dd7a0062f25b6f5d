import { describe, expect, it } from 'vitest';
import { openPageRenderer, roundWidth } from './page-images.ts';
import type { PageRequest } from './page-request.ts';

describe('roundWidth', () => {
  it('rounds up to steps of 200 and stops at 2000', () => {
    expect([1, 200, 201, 1000, 1999, 2000].map(roundWidth)).toEqual([200, 200, 400, 1000, 2000, 2000]);
  });
});

describe('openPageRenderer', () => {
  function scriptedDraw() {
    const drawn: string[] = [];
    let running = 0;
    let mostRunning = 0;
    async function draw({ page, width }: PageRequest): Promise<Uint8Array> {
      drawn.push(`${page}@${width}`);
      running += 1;
      mostRunning = Math.max(mostRunning, running);
      await new Promise((resolve) => setImmediate(resolve));
      running -= 1;
      if (page === 13) throw new Error('cannot draw');
      return Uint8Array.of(page);
    }
    return { drawn, draw, mostRunning: () => mostRunning };
  }
  const page = (number: number, width = 1000): PageRequest => ({
    file: 'a.pdf',
    sha256: 'a',
    page: number,
    width,
  });

  it('draws one page at a time, in the order asked for', async () => {
    const { drawn, draw, mostRunning } = scriptedDraw();
    const render = openPageRenderer({ draw });
    await render(page(1));
    // Page 1 is kept: asking for it must not let page 3 overtake page 2.
    const pictures = await Promise.all([render(page(2)), render(page(1)), render(page(3))]);
    expect(pictures).toEqual([Uint8Array.of(2), Uint8Array.of(1), Uint8Array.of(3)]);
    expect(drawn).toEqual(['1@1000', '2@1000', '3@1000']);
    expect(mostRunning()).toBe(1);
  });

  it('draws a page once for all widths of the same step', async () => {
    const { drawn, draw } = scriptedDraw();
    const render = openPageRenderer({ draw });
    await Promise.all([render(page(1, 801)), render(page(1, 1000)), render(page(1, 1001))]);
    expect(drawn).toEqual(['1@1000', '1@1200']);
  });

  it('forgets the picture that was not asked for the longest', async () => {
    const { drawn, draw } = scriptedDraw();
    const render = openPageRenderer({ draw, cacheSize: 2 });
    for (const number of [1, 2, 1, 3, 1, 2]) await render(page(number));
    expect(drawn).toEqual(['1@1000', '2@1000', '3@1000', '2@1000']);
  });

  it('continues after a page that cannot be drawn, and retries it when asked', async () => {
    const { drawn, draw } = scriptedDraw();
    const render = openPageRenderer({ draw });
    const [failed, drawnNext] = await Promise.allSettled([render(page(13)), render(page(14))]);
    expect([failed.status, drawnNext.status]).toEqual(['rejected', 'fulfilled']);
    await expect(render(page(13))).rejects.toThrow('cannot draw');
    expect(drawn).toEqual(['13@1000', '14@1000', '13@1000']);
  });
});
