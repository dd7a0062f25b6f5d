/** `verse ingest`: reads PDFs into the index. */
import type { Session } from '../chat/session.ts';
import { ingestWithProgress, refusalOf } from '../ingest-with-progress.ts';
import { toOcr } from '../options.ts';
import { printResult } from '../print-result.ts';
import { queueFiles } from '../queue-files.ts';
import { showIngest } from '../show/show-ingest.ts';

export interface IngestOptions {
  json?: true;
  strict?: true;
  ocr?: boolean;
  queue?: true;
  wait?: true;
}

/** @throws VerseError `some-refused`, and as an ingest does. */
export async function ingest(
  { terminal, config }: Session,
  files: readonly string[],
  options: IngestOptions,
): Promise<void> {
  const { json, strict } = options;
  const settings = config(toOcr(options));
  if (options.queue) {
    await queueFiles(settings, files, terminal, {
      ...(strict && { strict }),
      isWaiting: options.wait === true,
      json: json === true,
    });
    return;
  }
  const report = await ingestWithProgress(settings, files, terminal, { ...(strict && { strict }) });
  printResult(terminal, report, json, showIngest);
  const refusal = refusalOf(report);
  if (refusal !== undefined) throw refusal;
}
