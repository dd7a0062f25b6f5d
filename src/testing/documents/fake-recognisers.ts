/** A recogniser that says what a test tells it to, and records the pages that it was given. */
import type { PagePicture } from '../../core/document-reader.ts';
import type { PrintedLine, Recognisers } from '../../core/recogniser.ts';

/** In pixels. */
interface Place {
  x: number;
  baseline: number;
  xHeight: number;
  confidence: number;
}

/** A line of words whose characters are as wide as its small letters are high. */
export function makePrintedLine(text: string, place: Partial<Place> = {}): PrintedLine {
  const { x = 100, baseline = 100, xHeight = 20, confidence = 0.9 } = place;
  let left = x;
  const words = text.split(' ').map((word) => {
    const edges = Array.from({ length: word.length + 1 }, (_, index) => left + index * xHeight);
    left += (word.length + 1) * xHeight;
    return { text: word, confidence, edges };
  });
  return { words, baseline, xHeight };
}

export interface FakeRecognisers extends Recognisers {
  pictures: PagePicture[];
  /** How many are open. */
  openCount: () => number;
}

/** @param linesOf what is on a page, by its number. */
export function fakeRecognisers(
  linesOf: (page: number) => PrintedLine[],
  missing: readonly string[] = [],
): FakeRecognisers {
  const pictures: PagePicture[] = [];
  let count = 0;
  return {
    pictures,
    openCount: () => count,
    missing: () => [...missing],
    open: async () => {
      count += 1;
      return {
        recognise: async (picture) => {
          pictures.push(picture);
          return linesOf(picture.page);
        },
        close: async () => {
          count -= 1;
        },
      };
    },
  };
}
