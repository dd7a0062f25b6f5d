/** Reads files as an ingest does, draws their first page as the server does, and says what came of each. */
import { createHash } from 'node:crypto';
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { VerseError } from '../../../core/errors.ts';
import type { WorkOptions } from '../../../core/types.ts';
import type { Extraction } from '../../../ingest/extract-apart.ts';
import { openExtraction } from '../../../ingest/extract-file.ts';
import { openPageProcess, type PageProcess } from '../../../pictures/draw-apart.ts';
import type { Limits } from '../../../quarantine/limits.ts';
import type { HostileFile } from './hostile-files.ts';

/** What came of a file. */
export interface Trial {
  family: string;
  name: string;
  /** Passages that were read; null for a file that is refused. */
  passages: number | null;
  /** Why it is refused, or its first page is not drawn; null for what went well. */
  refusal: string | null;
  picture: string | null;
  ms: number;
  /** The most memory that the process had that read or drew it. */
  peakBytes: number;
  /** What should not have been; null where it is held. */
  fault: string | null;
}

const mostBytes = 1024 ** 3;

/** A refusal's sentence, or the fault of an error that is none. */
function judge(error: unknown, name: string): { refusal: string; fault: string | null } {
  if (!(error instanceof VerseError)) return { refusal: String(error), fault: `no refusal: ${error}` };
  const { sentence } = error;
  const isNamed = sentence.includes(name) && !sentence.includes('()');
  return { refusal: sentence, fault: isNamed ? null : `file or cause is not named: ${sentence}` };
}

interface Bench {
  folder: string;
  extraction: Extraction;
  pictures: PageProcess;
}

async function tryFile(file: HostileFile, { folder, extraction, pictures }: Bench, signal?: AbortSignal) {
  const bytes = file.make();
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  const name = 'hostile.pdf';
  const path = join(folder, name);
  await writeFile(path, bytes);
  const started = performance.now();
  const source = { id: 'hostile', file: path, sha256, name, ingestedAt: '' };
  const read = await extraction.extract(source, { signal }).then(
    ({ passages }) => ({ passages: passages.length, refusal: null, fault: null }),
    (error: unknown) => ({ passages: null, ...judge(error, name) }),
  );
  signal?.throwIfAborted();
  const drawn = await pictures.draw({ file: path, sha256, page: 1, width: 800 }).then(
    () => ({ refusal: null, fault: null }),
    (error: unknown) => judge(error, name),
  );
  const peakBytes = Math.max(extraction.peakBytes(), pictures.peakBytes());
  const isLarge = peakBytes > mostBytes ? `it took ${Math.round(peakBytes / 1e6)} MB` : null;
  const { family } = file;
  return {
    family,
    name: file.name,
    passages: read.passages,
    refusal: read.refusal,
    picture: drawn.refusal,
    ms: Math.round(performance.now() - started),
    peakBytes,
    fault: read.fault ?? drawn.fault ?? isLarge,
  } satisfies Trial;
}

/** Tries all files, one after the other. Stage: `try`, in files. */
export async function tryFiles(
  files: readonly HostileFile[],
  limits: Limits,
  { onProgress = () => {}, signal }: WorkOptions = {},
): Promise<Trial[]> {
  const folder = await mkdtemp(join(tmpdir(), 'verse-fuzz-'));
  const bench = { folder, extraction: openExtraction(limits), pictures: openPageProcess(limits) };
  const trials: Trial[] = [];
  try {
    for (const file of files) {
      onProgress({ stage: 'try', done: trials.length + 1, total: files.length });
      trials.push(await tryFile(file, bench, signal));
    }
    return trials;
  } finally {
    bench.extraction.close();
    bench.pictures.close();
    await rm(folder, { recursive: true, force: true });
  }
}

/** The PDFs of a folder and those below it, as one family. @throws VerseError `cannot-read` where the folder is not there. */
export async function foreignFiles(folder: string): Promise<HostileFile[]> {
  const names = await readdir(folder, { recursive: true }).catch((cause: unknown) => {
    throw new VerseError('cannot-read', `${folder}: no folder that can be read.`, 'Check the path.', {
      cause,
    });
  });
  const pdfs = names.filter((name) => name.toLowerCase().endsWith('.pdf')).sort();
  return Promise.all(
    pdfs.map(async (name) => {
      const bytes = await readFile(join(folder, name));
      return { family: folder, name, make: () => bytes };
    }),
  );
}
