/** An ingest that shows its progress on standard error and stops on Ctrl-C. */
import { type IngestReport, ingestDocuments } from '../assistant/assistant.ts';
import type { Config } from '../config/settings.ts';
import { createProgress } from './progress.ts';
import type { Terminal } from './terminal.ts';
import { untilInterrupted } from './until-interrupted.ts';

/** @throws VerseError as `ingestDocuments` does; Interrupted. */
export function ingestWithProgress(
  config: Config,
  files: readonly string[],
  terminal: Terminal,
): Promise<IngestReport> {
  return untilInterrupted('The ingest was stopped; the index is as it was before.', (signal) => {
    const { onProgress, finish } = createProgress(terminal);
    return ingestDocuments(config, files, { onProgress, signal }).finally(finish);
  });
}
