/** The files of an ingest: those that it names, and those of the documents that it keeps. */
import { existsSync, statSync } from 'node:fs';
import type { DocumentReader } from '../core/document-reader.ts';
import { VerseError } from '../core/errors.ts';
import type { KnownDocument } from '../store/index-home.ts';
import {
  distinctFiles,
  findDocuments,
  type HashedFile,
  hashFile,
  type SourceFile,
  toSourceFile,
} from './find-documents.ts';
import { joinRefusals, type Refused, tryEach } from './read-documents.ts';

export interface GatherOptions {
  /** The files to ingest; if empty and none is to be removed, every document of `corpusDir`. */
  files?: readonly string[];
  corpusDir: string;
  maxFileBytes: number;
  /** Whether one refused file keeps all of them out. */
  strict?: boolean;
  /** Ids of documents to take out of the index. */
  remove?: readonly string[];
  /** Whether errors call files by their own names, and not by their paths. */
  byName?: boolean | undefined;
  /** The kinds of documents that are read; those that ship by default. */
  readers?: readonly DocumentReader[];
  signal?: AbortSignal | undefined;
}

export interface GatheredFiles {
  /** The files that the ingest names, those refused among them. */
  named: readonly SourceFile[];
  hashed: readonly HashedFile[];
  refused: readonly Refused<SourceFile>[];
}

function hashEach(files: readonly SourceFile[], { maxFileBytes, signal }: GatherOptions) {
  return tryEach(files, (file) => hashFile(file, maxFileBytes), signal);
}

/**
 * The files that an ingest names, hashed.
 * @throws VerseError `no-documents`, `cannot-read`, `bad-input`; the reason of `signal`.
 */
export async function gatherNamed(options: GatherOptions): Promise<GatheredFiles> {
  const { files = [], remove = [], corpusDir, readers, byName } = options;
  const isWholeCorpus = files.length === 0 && remove.length === 0;
  const named = distinctFiles(
    isWholeCorpus
      ? await findDocuments(corpusDir, readers)
      : files.map((file) => toSourceFile(file, readers, byName)),
  );
  const { results, refused } = await hashEach(named, options);
  return { named, hashed: results, refused };
}

/**
 * Adds the files of the documents that this ingest does not name and keeps.
 * @param before the documents of the index.
 * @returns the files, and in `gone` the ids of documents to keep whose files are no longer there.
 * @throws VerseError `unknown-document` where one is to be removed that the index does not have; the reason of `signal`.
 */
export async function gatherKept(
  { named, hashed, refused }: GatheredFiles,
  before: readonly KnownDocument[],
  options: GatherOptions,
): Promise<GatheredFiles & { gone: string[] }> {
  const { remove = [], readers, byName } = options;
  requireKnown(before, remove);
  const ids = new Set([...named.map((file) => file.id), ...remove]);
  const kept = before.filter((document) => !ids.has(document.id));
  const there = kept.filter(({ file }) => existsSync(file));
  const untouched = there.filter(isUntouched);
  const toSource = ({ id, file }: KnownDocument) => ({ ...toSourceFile(file, readers, byName), id });
  const others = await hashEach(
    there.filter((document) => !untouched.includes(document)).map(toSource),
    options,
  );
  return {
    named,
    hashed: [
      ...hashed,
      ...untouched.map((document) => ({ ...toSource(document), sha256: document.sha256 })),
      ...others.results,
    ],
    refused: [...refused, ...others.refused],
    gone: kept.filter((document) => !there.includes(document)).map(({ id }) => id),
  };
}

/** File systems tell times in steps of up to two seconds. */
const timeStepMs = 2000;

/**
 * Whether a file's contents, name and rights are surely those of when it was ingested: it was touched last before, by the time that
 * only the system sets. Other files are read whole to tell.
 */
function isUntouched({ file, ingestedAt }: KnownDocument): boolean {
  if (ingestedAt === undefined) return false;
  const touched = statSync(file, { throwIfNoEntry: false })?.ctimeMs ?? Number.POSITIVE_INFINITY;
  return touched + timeStepMs < Date.parse(ingestedAt);
}

function requireKnown(documents: readonly KnownDocument[], remove: readonly string[]): void {
  const ids = documents.map(({ id }) => id);
  const unknown = remove.find((id) => !ids.includes(id));
  if (unknown === undefined) return;
  throw new VerseError(
    'unknown-document',
    `No document is called “${unknown}”.`,
    `There are: ${ids.join(', ') || 'none'}.`,
  );
}

/**
 * Ends an ingest of which every named file is refused, or any file where `strict` is set.
 * @throws VerseError, one for all refusals; of the named files alone where it is not strict.
 */
export function requireSome(
  { named, refused }: Pick<GatheredFiles, 'named' | 'refused'>,
  { strict }: GatherOptions,
): void {
  const own = refused.filter(({ file }) => named.some(({ id }) => id === file.id));
  const isNone = named.length > 0 && own.length === named.length;
  const refusal = strict ? joinRefusals(refused) : isNone ? joinRefusals(own) : undefined;
  if (refusal !== undefined) throw refusal;
}
