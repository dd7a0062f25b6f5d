/**
 * The manifest says how an index was made, which opening checks, and holds the sums of its files. Its own sum is the
 * name of its folder, which `current` names: so every byte hangs on the pointer.
 */

import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { z } from 'zod';
import type { ReportDocument } from '../../core/types.ts';
import { prefixForm } from '../../search/indexed-text.ts';
import type { ExpectedIndex } from '../index-home.ts';
import { sumOf } from '../sum-of.ts';
import { systemCode } from '../system-code.ts';
import { damagedIndex, noIndex, staleIndex, unreadable } from './index-errors.ts';

/** Increase with every change to the files of an index. */
export const formatVersion = 6;

/** The file that names the current build; replaced by a rename. */
export const pointerFile = 'current';
export const manifestFile = 'manifest.json';
export const buildName = /^build-[0-9a-z-]+$/;
/** Of a build whose folder is named by its manifest; earlier formats drew the name. */
const summedName = /^build-[0-9a-f]{64}$/;

/** The folder name for a manifest. */
export function nameBuild(manifest: Uint8Array): string {
  return `build-${sumOf(manifest)}`;
}

const manifestSchema = z.strictObject({
  formatVersion: z.literal(formatVersion),
  createdAt: z.string(),
  encoder: z.strictObject({ id: z.string(), dimensions: z.number().int().positive(), pooling: z.string() }),
  /** The form of the heading prefix, `prefixForm` of indexed-text.ts. */
  prefixForm: z.string(),
  /** The version of the rules that make passages, from ingest. */
  passageRules: z.number().int(),
  /** The version of the rules that make summaries, `Summarizer.rules`. */
  summaryRules: z.number().int(),
  /** With their paths and the titles set by hand, for an ingest that finds the list of documents damaged. */
  documents: z.array(
    z.strictObject({
      id: z.string(),
      sha256: z.string(),
      file: z.string(),
      // Of those whose title was set by hand.
      title: z.string().exactOptional(),
      printedTitle: z.string().exactOptional(),
      // Of those whose year was.
      year: z.number().int().exactOptional(),
      printedYear: z.number().int().nullable().exactOptional(),
      tags: z.array(z.string()).exactOptional(),
      collection: z.string().exactOptional(),
      /** What the names of its files begin with. */
      segment: z.string(),
      passages: z.number().int(),
      notes: z.number().int(),
      tokens: z.number().int(),
    }),
  ),
  counts: z.strictObject({
    documents: z.number().int(),
    passages: z.number().int(),
    notes: z.number().int(),
    tokens: z.number().int(),
  }),
  /** Each file of the build but this one, by path. */
  files: z.record(z.string(), z.strictObject({ bytes: z.number().int(), sha256: z.string() })),
});

export type Manifest = z.infer<typeof manifestSchema>;

export type ListedDocument = Manifest['documents'][number];

/** A document as the manifest lists it. */
export function toListed(
  { id, sha256, file, title, printedTitle, year, printedYear, tags, collection }: ReportDocument,
  { segment, passages, notes, tokens }: Pick<ListedDocument, 'segment' | 'passages' | 'notes' | 'tokens'>,
): ListedDocument {
  const titles = printedTitle !== undefined && { title, printedTitle };
  const years = printedYear !== undefined && { ...(year !== undefined && { year }), printedYear };
  const sets = { ...(tags && { tags }), ...(collection !== undefined && { collection }) };
  return { id, sha256, file, ...titles, ...years, ...sets, segment, passages, notes, tokens };
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

function parseManifest(indexDir: string, path: string, name: string, bytes: Buffer): Manifest {
  if (summedName.test(name) && nameBuild(bytes) !== name) {
    throw damagedIndex(path, 'not as it was written (its SHA-256 is another)');
  }
  let parsed: unknown;
  try {
    parsed = JSON.parse(bytes.toString('utf8'));
  } catch (cause) {
    throw damagedIndex(path, 'not JSON', cause);
  }
  const version = z.object({ formatVersion: z.number() }).safeParse(parsed).data?.formatVersion;
  if (version !== undefined && version !== formatVersion) {
    throw staleIndex(indexDir, 'format', String(version), String(formatVersion));
  }
  if (!summedName.test(name)) throw damagedIndex(path, 'its folder is not named by its SHA-256');
  const result = manifestSchema.safeParse(parsed);
  if (result.success) return result.data;
  throw damagedIndex(path, 'not a manifest', result.error);
}

/**
 * The manifest of the build in `folder`, a folder of `indexDir`. Nothing else is read: a few milliseconds.
 * @throws VerseError `damaged-index`, `cannot-read`; `stale-index` for another format.
 */
export async function readManifest(indexDir: string, folder: string): Promise<Manifest> {
  const name = basename(folder);
  if (!existsSync(folder)) {
    throw damagedIndex(join(indexDir, pointerFile), `names ${name}, which is not there`);
  }
  const path = join(folder, manifestFile);
  const bytes = await readFile(path).catch((cause: unknown) => {
    throw unreadable(path, cause);
  });
  return parseManifest(indexDir, path, name, bytes);
}

/** @throws VerseError `stale-index` naming how the index was made and what this version uses. */
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
