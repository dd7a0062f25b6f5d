/** `verse add`: takes PDFs into the index beside what is there, with tags, a year and a collection. */
import { resolve } from 'node:path';
import { changeEach, checkTags } from '../../assistant/change-document.ts';
import { checkNames } from '../../assistant/find-report.ts';
import type { IngestReport } from '../../assistant/ingest-documents.ts';
import { checkCollection } from '../../config/grants.ts';
import { withHome } from '../../store/choose-home.ts';
import { wrapText } from '../../text/wrap-text.ts';
import type { DocumentListing } from '../../wire/types.ts';
import type { Session } from '../chat/session.ts';
import { ingestWithProgress, refusalOf } from '../ingest-with-progress.ts';
import { toOcr } from '../options.ts';
import { printResult } from '../print-result.ts';
import { queueFiles } from '../queue-files.ts';
import { describeDocument } from '../show/show-documents.ts';
import { showIngest } from '../show/show-ingest.ts';

export interface AddOptions {
  tag?: string[];
  year?: number;
  collection?: string;
  strict?: true;
  json?: true;
  ocr?: boolean;
  queue?: true;
  wait?: true;
}

/** The report with what was set by hand. */
function withChanges(report: IngestReport, changed: readonly DocumentListing[]): IngestReport {
  const documents = report.documents.map((document) => {
    const { year, printedYear, tags = [] } = changed.find(({ id }) => id === document.id) ?? document;
    return {
      ...document,
      ...(year !== undefined && { year }),
      ...(printedYear !== undefined && { printedYear }),
      ...(tags.length > 0 && { tags: [...tags] }),
    };
  });
  return { ...report, documents };
}

/** @throws VerseError `some-refused`, and as an ingest does. */
export async function add(
  { terminal, config }: Session,
  files: readonly string[],
  options: AddOptions,
): Promise<void> {
  const { tag = [], year, strict, json } = options;
  const collection = options.collection === undefined ? undefined : checkCollection(options.collection);
  const settings = config(toOcr(options));
  checkTags(tag);
  if (options.queue) {
    await queueFiles(settings, files, terminal, {
      tags: tag,
      ...(year !== undefined && { year }),
      ...(collection !== undefined && { collection }),
      ...(strict && { strict }),
      isWaiting: options.wait === true,
      json: json === true,
    });
    return;
  }
  checkNames(files, await withHome(settings, (home) => home.list()));
  const report = await ingestWithProgress(settings, files, terminal, {
    ...(strict && { strict }),
    collection,
  });
  const paths = files.map((file) => resolve(file));
  const ids = report.documents.filter(({ file }) => paths.includes(file)).map(({ id }) => id);
  const isChanged = ids.length > 0 && (tag.length > 0 || year !== undefined);
  const changed = isChanged
    ? await changeEach(settings, ids, ({ tags = [] }) => ({
        tags: [...tags, ...tag],
        ...(year !== undefined && { year }),
      }))
    : [];
  printResult(terminal, withChanges(report, changed), json, () =>
    [
      showIngest(report, terminal),
      ...changed.map((document) => `${wrapText(describeDocument(document), terminal.width)}\n`),
    ].join(''),
  );
  const refusal = refusalOf(report);
  if (refusal !== undefined) throw refusal;
}
