/** The manifest says what made an index; opening compares it. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { prefixForm } from '../../search/indexed-text.ts';
import { damagedIndex, noIndex, staleIndex, systemCode, unreadable } from './index-errors.ts';

/** Raised with every change to the files of an index. */
export const formatVersion = 2;

/** Names the current build; replaced by rename. */
export const pointerFile = 'current';
export const manifestFile = 'manifest.json';
export const buildName = /^build-[0-9a-z-]+$/;

const manifestSchema = z.strictObject({
  formatVersion: z.literal(formatVersion),
  createdAt: z.string(),
  encoder: z.strictObject({ id: z.string(), dimensions: z.number().int().positive(), pooling: z.string() }),
  /** The form of the heading prefix, `prefixForm` of indexed-text.ts. */
  prefixForm: z.string(),
  /** The version of the rules that cut documents into passages, given by ingest. */
  passageRules: z.number().int(),
  /** The version of the rules by which documents are summed up, `Summarizer.rules`. */
  summaryRules: z.number().int(),
  documents: z.array(z.strictObject({ id: z.string(), sha256: z.string() })),
  counts: z.strictObject({
    documents: z.number().int(),
    passages: z.number().int(),
    notes: z.number().int(),
    tokens: z.number().int(),
  }),
  /** Bytes of each file of the build, by its path in it. */
  files: z.record(z.string(), z.number().int()),
  /** For each passage the key of its vectors, `indexedHash`. */
  passageHashes: z.array(z.string()),
});

export type Manifest = z.infer<typeof manifestSchema>;

/** What an index must be made with to be of use. */
export interface ExpectedIndex {
  encoderId: string;
  /** The version of the rules that cut the passages; absent where only the vectors are of use, as to an ingest. */
  passageRules?: number;
  /** The version of the rules that made the summary; absent where it is of no use. */
  summaryRules?: number;
}

/** The folder of the current build. @throws VerseError `no-index`, `damaged-index`, `cannot-read`. */
export async function currentBuild(indexDir: string): Promise<string> {
  const path = join(indexDir, pointerFile);
  const name = await readFile(path, 'utf8').catch((cause: unknown) => {
    throw systemCode(cause) === 'ENOENT' ? noIndex(indexDir) : unreadable(path, cause);
  });
  if (!buildName.test(name.trim())) throw damagedIndex(path, 'names no build');
  return join(indexDir, name.trim());
}

function parseManifest(indexDir: string, path: string, json: string): Manifest {
  let parsed: unknown;
  try {
    parsed = JSON.parse(json);
  } catch (cause) {
    throw damagedIndex(path, 'not JSON', cause);
  }
  const version = z.object({ formatVersion: z.number() }).safeParse(parsed).data?.formatVersion;
  if (version !== undefined && version !== formatVersion) {
    throw staleIndex(indexDir, 'format', String(version), String(formatVersion));
  }
  const result = manifestSchema.safeParse(parsed);
  if (result.success) return result.data;
  throw damagedIndex(path, 'not a manifest', result.error);
}

/**
 * The manifest of the build in `folder`, a folder of `indexDir`. Nothing else is read: a few milliseconds.
 * @throws VerseError `damaged-index`, `cannot-read`; `stale-index` for another format.
 */
export async function readManifest(indexDir: string, folder: string): Promise<Manifest> {
  const path = join(folder, manifestFile);
  const json = await readFile(path, 'utf8').catch((cause: unknown) => {
    throw unreadable(path, cause);
  });
  return parseManifest(indexDir, path, json);
}

/** @throws VerseError `stale-index` naming what the index was made with and what this program uses. */
export function checkManifest(indexDir: string, manifest: Manifest, expected: ExpectedIndex): void {
  if (manifest.encoder.id !== expected.encoderId) {
    throw staleIndex(indexDir, 'the encoder', manifest.encoder.id, expected.encoderId);
  }
  if (manifest.prefixForm !== prefixForm) {
    throw staleIndex(indexDir, 'the heading prefix', manifest.prefixForm, prefixForm);
  }
  const { passageRules = manifest.passageRules, summaryRules = manifest.summaryRules } = expected;
  if (manifest.passageRules !== passageRules) {
    throw staleIndex(indexDir, 'passage rules', String(manifest.passageRules), String(passageRules));
  }
  if (manifest.summaryRules !== summaryRules) {
    throw staleIndex(indexDir, 'summary rules', String(manifest.summaryRules), String(summaryRules));
  }
}
