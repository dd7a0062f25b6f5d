/** An ingest that shows its progress on standard error and stops on Ctrl-C. */
import {
  type IngestDocumentsOptions,
  type IngestReport,
  ingestDocuments,
} from '../assistant/ingest-documents.ts';
import type { Config } from '../config/settings.ts';
import { VerseError } from '../core/errors.ts';
import { countNoun } from '../text/count-noun.ts';
import type { Terminal } from './terminal.ts';
import { withProgress } from './with-progress.ts';

/** @throws VerseError as `ingestDocuments` does; Interrupted. */
export function ingestWithProgress(
  config: Config,
  files: readonly string[],
  terminal: Terminal,
  options: Pick<IngestDocumentsOptions, 'strict' | 'remove' | 'collection'> = {},
): Promise<IngestReport> {
  return withProgress(terminal, 'The ingest was stopped; the index is as it was before.', (running) =>
    ingestDocuments(config, files, { ...options, ...running }),
  );
}

/** Refused files as one refusal, of a sentence for each; `rest` says what became of the others. */
export function refuseSome(problems: readonly string[], rest: string): VerseError {
  const are = problems.length === 1 ? 'is' : 'are';
  const sentences = problems.map((problem) => `\n  ${problem}`).join('');
  return new VerseError(
    'some-refused',
    `${countNoun(problems.length, 'file')} ${are} refused; ${rest}:${sentences}`,
  );
}

/** The files that an ingest left out, as a refusal; undefined where there are none. */
export function refusalOf({ refused }: IngestReport): VerseError | undefined {
  if (refused.length === 0) return undefined;
  return refuseSome(
    refused.map(({ problem }) => problem),
    'all else is in the index',
  );
}
