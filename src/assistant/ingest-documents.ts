/** Reads documents into the index, for the doors. */
import { type Config, readingLimits } from '../config/settings.ts';
import type { WorkOptions } from '../core/types.ts';
import { type IngestOptions, ingest } from '../ingest/ingest.ts';
import type { IngestReport } from '../ingest/ingest-report.ts';
import { openEncoderPool } from '../networks/encoder-pool.ts';
import { encoderId } from '../networks/model-files.ts';
import { withHome } from '../store/choose-home.ts';
import { nameActor } from './audit.ts';
import { filesToIngest } from './own-reports.ts';
import { summarizer } from './summarizer.ts';

export type { IngestReport };

export interface IngestDocumentsOptions
  extends WorkOptions,
    Pick<IngestOptions, 'strict' | 'remove' | 'collection' | 'byName'> {
  /** The name of the token by which it is asked for; undefined for a user of this machine. */
  by?: string | undefined;
}

/** Brings the index up to date; see `ingest`. */
export async function ingestDocuments(
  config: Config,
  files: readonly string[] = [],
  options: IngestDocumentsOptions = {},
): Promise<IngestReport> {
  const id = await encoderId(config.modelsDir);
  const isWhole = files.length === 0 && (options.remove ?? []).length === 0;
  const named = isWhole ? await filesToIngest(config) : files;
  return withHome(config, (home) =>
    ingest({
      ...options,
      by: nameActor(config, options.by),
      files: named,
      everySum: isWhole,
      corpusDir: config.corpusDir,
      home,
      maxFileBytes: config.maxFileBytes,
      limits: readingLimits(config),
      ocr: { when: config.ocr, languages: config.ocrLanguages },
      summarizer,
      encoderId: id,
      openEncoder: (signal) => openEncoderPool(config.modelsDir, { signal, cacheDir: config.cacheDir }),
    }),
  );
}
