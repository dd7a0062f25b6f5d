import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { packageRoot } from '../config/settings.ts';
import type { PagePicture } from '../core/document-reader.ts';
import { createRecognisers } from './tesseract.ts';
import type { TesseractWord } from './tesseract-api.ts';

/** Files that exist stand for those of packages. */
const someFile = join(packageRoot, 'package.json');
const otherFile = join(packageRoot, 'NOTICE');
const find = (...there: string[]) => {
  const files = [someFile, otherFile];
  return (path: string) =>
    there.some((one) => path.startsWith(one)) ? files[path.includes('deu') ? 1 : 0] : undefined;
};
const picture: PagePicture = {
  page: 1,
  width: 2,
  height: 1,
  pixelsPerPoint: 300 / 72,
  shades: Uint8Array.of(0, 255),
};

const box = (x0: number, x1: number) => ({ x0, x1, y0: 90, y1: 120 });

/** A stand-in for the package, that finds this word on each page. */
function fakeTesseract(word: Partial<TesseractWord> = {}) {
  const given: { image: string; options: Record<string, string> }[] = [];
  const folders: string[][] = [];
  let languages = '';
  const load = () => ({
    createWorker: async (wanted: string, _: number, { langPath }: { langPath: string }) => {
      languages = wanted;
      folders.push(readdirSync(langPath));
      return {
        recognize: async (image: Uint8Array, options: Record<string, string>) => {
          given.push({ image: Buffer.from(image).toString('latin1'), options });
          const found = { text: 'Wien', confidence: 93, bbox: box(10, 50), symbols: [], ...word };
          const line = {
            words: [found],
            baseline: { x0: 10, x1: 50, y0: 110, y1: 112 },
            rowAttributes: { rowHeight: 41, ascenders: 11, descenders: 11 },
          };
          return { data: { blocks: [{ paragraphs: [{ lines: [line] }] }] } };
        },
        terminate: async () => {},
      };
    },
  });
  return { load, given, folders, languages: () => languages };
}

async function readWord(word: Partial<TesseractWord>) {
  const { load } = fakeTesseract(word);
  const recogniser = await createRecognisers(find('tesseract.js', '@tesseract.js-data/eng'), load).open(
    'eng',
  );
  return recogniser.recognise(picture);
}

describe('recognisers of tesseract.js', () => {
  it('are missing where the package or a language is not installed', () => {
    expect(createRecognisers(find()).missing('eng')).toEqual(['tesseract.js', '@tesseract.js-data/eng']);
    const english = createRecognisers(find('tesseract.js', '@tesseract.js-data/eng'));
    expect(english.missing('eng')).toEqual([]);
    expect(english.missing('eng+deu')).toEqual(['@tesseract.js-data/deu']);
  });

  it('are refused then with the command that installs what is missing', async () => {
    await expect(createRecognisers(find()).open('eng+deu')).rejects.toMatchObject({
      code: 'bad-installation',
      sentence:
        'Scans cannot be read without tesseract.js and @tesseract.js-data/eng and @tesseract.js-data/deu. ' +
        'Install: npm install tesseract.js @tesseract.js-data/eng @tesseract.js-data/deu.',
    });
  });

  it('are refused where the package is there and cannot be loaded', async () => {
    const load = () => {
      throw new Error('It is for another Node.');
    };
    const broken = createRecognisers(find('tesseract.js', '@tesseract.js-data/eng'), load);
    await expect(broken.open('eng')).rejects.toMatchObject({
      sentence: 'Scans cannot be read without tesseract.js. Install: npm install tesseract.js.',
    });
  });

  it('are given the weights of all languages in one folder', async () => {
    const { load, folders, languages } = fakeTesseract();
    await createRecognisers(find('tesseract.js', '@tesseract.js-data/'), load).open('eng+deu');
    expect(languages()).toBe('eng+deu');
    expect(folders).toEqual([['NOTICE', 'package.json']]);
  });

  it('are given the picture as a file, with its dots an inch', async () => {
    const { load, given } = fakeTesseract();
    const recogniser = await createRecognisers(find('tesseract.js', '@tesseract.js-data/eng'), load).open(
      'eng',
    );
    await recogniser.recognise(picture);
    expect(given).toEqual([{ image: 'P5\n2 1\n255\n\x00\xff', options: { user_defined_dpi: '300' } }]);
  });

  it('give words with an edge for each character, halfway between its symbol and the next', async () => {
    const symbols = [
      { text: 'W', bbox: box(10, 22) },
      { text: 'i', bbox: box(24, 28) },
      { text: 'en', bbox: box(30, 50) },
    ];
    expect(await readWord({ symbols })).toEqual([
      {
        words: [{ text: 'Wien', confidence: 0.93, edges: [10, 23, 29, 39.5, 50] }],
        baseline: 111,
        xHeight: 19,
      },
    ]);
  });

  it('spread the characters over the word where the symbols are others', async () => {
    const [line] = await readWord({ symbols: [{ text: 'VV', bbox: box(10, 22) }] });
    expect(line?.words[0]?.edges).toEqual([10, 20, 30, 40, 50]);
  });
});
