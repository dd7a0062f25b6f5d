/** Opens the index; if there is none that this version can use, makes it anew of its documents, or of the corpus. */
import { type Assistant, type OpeningOptions, openAssistant } from '../assistant/assistant.ts';
import type { Config } from '../config/settings.ts';
import { VerseError } from '../core/errors.ts';
import type { Terminal } from './terminal.ts';

/** A missing or outdated index is rebuilt; a damaged one is left for the user to inspect. */
function isRepairable(error: unknown): error is VerseError {
  return error instanceof VerseError && (error.code === 'no-index' || error.code === 'stale-index');
}

/**
 * What `open` opens; if there is no index that it can use, after an ingest of what `filesToRenew` names.
 * @throws VerseError as `open` and `ingestDocuments` do; Interrupted if the ingest is.
 */
export async function openAfterIngest<Opened>(
  config: Config,
  terminal: Terminal,
  open: () => Promise<Opened>,
): Promise<Opened> {
  try {
    return await open();
  } catch (error) {
    if (!isRepairable(error)) throw error;
    const { filesToRenew } = await import('../assistant/own-reports.ts');
    const { ingestWithProgress, refusalOf } = await import('./ingest-with-progress.ts');
    const files = await filesToRenew(config);
    terminal.err(`${error.message} Reading the documents, once …\n`);
    const refusal = refusalOf(await ingestWithProgress(config, files, terminal));
    if (refusal !== undefined) terminal.err(`${refusal.message}\n`);
    return open();
  }
}

/** @throws VerseError as `openAssistant` and `ingestDocuments` do; Interrupted if the ingest is. */
export async function openOrIngest(
  config: Config,
  terminal: Terminal,
  options: OpeningOptions = {},
): Promise<Assistant> {
  return openAfterIngest(config, terminal, () => openAssistant(config, options));
}
