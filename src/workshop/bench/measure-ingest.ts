/** Our ingest into a new index folder. */
import { ingestDocuments } from '../../assistant/ingest-documents.ts';
import type { Config } from '../../config/settings.ts';
import type { OnProgress } from '../../core/types.ts';
import { folderSize } from './folder-size.ts';
import type { IngestMeasurement } from './measurements.ts';

export interface IngestTask {
  /** Its `indexDir` is where the index goes. */
  config: Config;
  file: string;
}

export async function measureIngest(
  { config, file }: IngestTask,
  onProgress: OnProgress,
): Promise<IngestMeasurement> {
  const { timings, passages } = await ingestDocuments(config, [file], { onProgress });
  const { readMs, encodeMs, writeMs } = timings;
  return {
    readMs,
    encodeMs,
    writeMs,
    passages: passages.total,
    indexBytes: await folderSize(config.indexDir),
  };
}
