/** Recognises printed text with tesseract.js, on this machine: nothing is downloaded. The only file that loads it. */
import { copyFile, mkdtemp, rm } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { installCommand } from '../config/install-command.ts';
import type { PagePicture } from '../core/document-reader.ts';
import { VerseError } from '../core/errors.ts';
import type { PrintedLine, PrintedWord, Recognisers } from '../core/recogniser.ts';
import type { Tesseract, TesseractLine, TesseractWord, TesseractWorker } from './tesseract-api.ts';

const require = createRequire(import.meta.url);

/** A file of an installed package; undefined where it is not there. */
export type FindFile = (path: string) => string | undefined;

const findInstalled: FindFile = (path) => {
  try {
    return require.resolve(path);
  } catch {
    return undefined;
  }
};

const loadInstalled = (): Tesseract => require('tesseract.js');

const weightsPackage = (language: string) => `@tesseract.js-data/${language}`;
/** The integer form of its best networks: of the package's two the better one, and a third of the other's size. */
const weightsFile = (language: string) =>
  `${weightsPackage(language)}/4.0.0_best_int/${language}.traineddata.gz`;

/** The refusal where OCR is asked for without these packages. */
export function notInstalled(packages: readonly string[], cause?: unknown): VerseError {
  const message = `Scans cannot be read without ${packages.join(' and ')}.`;
  return new VerseError('bad-installation', message, `Install: ${installCommand(packages)}.`, { cause });
}

/** LSTM alone, the only engine that these weights are for. */
const engine = 1;

/** Runs `use` with a folder that has all these files: tesseract.js looks for its weights in one, each has a package of its own. */
async function withFolderOf<T>(files: readonly string[], use: (folder: string) => Promise<T>): Promise<T> {
  const [first, ...others] = files;
  if (first !== undefined && others.length === 0) return use(dirname(first));
  const folder = await mkdtemp(join(tmpdir(), 'verse-ocr-'));
  try {
    for (const file of files) await copyFile(file, join(folder, basename(file)));
    return await use(folder);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** The picture as a file: PGM, which is its bytes behind a line. */
function toPgm({ width, height, shades }: PagePicture): Uint8Array {
  return Buffer.concat([Buffer.from(`P5\n${width} ${height}\n255\n`), shades]);
}

/** Characters share their symbol's width, and all of the word's where its symbols are not its characters. */
function edgesOf({ bbox, symbols }: TesseractWord, text: string): number[] {
  const own = symbols.filter((symbol) => symbol.text !== '');
  const parts = own.map((symbol) => symbol.text).join('') === text && own.length > 0 ? own : [{ text, bbox }];
  const edges: number[] = [];
  for (const [index, part] of parts.entries()) {
    // Boxes of slanted letters overlap.
    const before = parts[index - 1]?.bbox.x1 ?? part.bbox.x0;
    const left = Math.max((before + part.bbox.x0) / 2, edges.at(-1) ?? 0);
    const after = parts[index + 1]?.bbox.x0 ?? part.bbox.x1;
    const right = Math.max((part.bbox.x1 + after) / 2, left);
    for (let at = 0; at < part.text.length; at++) edges.push(left + ((right - left) * at) / part.text.length);
  }
  return [...edges, Math.max(bbox.x1, edges.at(-1) ?? 0)];
}

function toWord(word: TesseractWord): PrintedWord {
  const text = word.text.replace(/[\s\p{Cc}]/gu, '');
  return { text, confidence: word.confidence / 100, edges: edgesOf(word, text) };
}

function toLine({ words, baseline, rowAttributes }: TesseractLine): PrintedLine {
  const { rowHeight, ascenders, descenders } = rowAttributes;
  return {
    words: words.map(toWord).filter(({ text }) => text !== ''),
    baseline: (baseline.y0 + baseline.y1) / 2,
    xHeight: rowHeight - ascenders - descenders,
  };
}

async function recognise(worker: TesseractWorker, picture: PagePicture): Promise<PrintedLine[]> {
  const dpi = Math.round(picture.pixelsPerPoint * 72);
  // Outside these bounds it guesses, and prints that it does.
  const options = { user_defined_dpi: String(Math.min(2400, Math.max(70, dpi))) };
  const { data } = await worker.recognize(toPgm(picture), options, { text: false, blocks: true });
  return (data.blocks ?? []).flatMap(({ paragraphs }) =>
    paragraphs.flatMap(({ lines }) => lines.map(toLine)),
  );
}

/** Recognisers of tesseract.js; `find` and `load` are replaced by tests of an installation without it. */
export function createRecognisers(
  find: FindFile = findInstalled,
  load: () => Tesseract = loadInstalled,
): Recognisers {
  const missing = (languages: string) => [
    ...(find('tesseract.js') === undefined ? ['tesseract.js'] : []),
    ...languages
      .split('+')
      .filter((language) => find(weightsFile(language)) === undefined)
      .map(weightsPackage),
  ];
  const loadTesseract = () => {
    try {
      return load();
    } catch (cause) {
      throw notInstalled(['tesseract.js'], cause);
    }
  };
  return {
    missing,
    open: async (languages) => {
      const lacking = missing(languages);
      if (lacking.length > 0) throw notInstalled(lacking);
      const files = languages.split('+').flatMap((language) => find(weightsFile(language)) ?? []);
      const worker = await withFolderOf(files, (langPath) =>
        // Without a handler of its own it throws where nobody can catch it.
        loadTesseract().createWorker(languages, engine, {
          langPath,
          cacheMethod: 'none',
          gzip: true,
          errorHandler: () => {},
        }),
      );
      return {
        recognise: (picture) => recognise(worker, picture),
        close: async () => {
          await worker.terminate();
        },
      };
    },
  };
}
