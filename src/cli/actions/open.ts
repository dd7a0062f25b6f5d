/** `verse open`: shows a document's PDF at a page. */
import { existsSync } from 'node:fs';
import type { Config } from '../../config/settings.ts';
import { VerseError } from '../../core/errors.ts';
import type { ReportDocument } from '../../core/types.ts';
import { toPlainJson } from '../../text/control-signs.ts';
import type { Session } from '../chat/session.ts';
import { openOrIngest } from '../open-or-ingest.ts';

/** Milliseconds for a server on this machine to say that it is there. */
const serverPatienceMs = 500;

/** The address of a page at `verse serve`; null where it does not run. */
async function addressOf({ host, port }: Config, id: string, page: number): Promise<string | null> {
  const name = host.includes(':') ? `[${host}]` : host;
  const server = `http://${name}:${port}`;
  const signal = AbortSignal.timeout(serverPatienceMs);
  const isThere = await fetch(`${server}/healthz`, { signal }).then(
    ({ ok }) => ok,
    () => false,
  );
  return isThere ? `${server}/v1/documents/${encodeURIComponent(id)}/file#page=${page}` : null;
}

/** @throws VerseError `unknown-page`; `cannot-read` where the file is gone. */
function checkPlace({ id, pageCount }: ReportDocument, file: string, page: number): void {
  if (page > pageCount) {
    throw new VerseError('unknown-page', `${id} has no page ${page}.`, `Its pages are 1 to ${pageCount}.`);
  }
  if (!existsSync(file)) {
    throw new VerseError('cannot-read', `${file} is gone.`, `Put it back, then open ${id} again.`);
  }
}

export interface OpenOptions {
  /** Counted from 1 in the file. */
  page: number;
  json?: true;
}

/** @throws VerseError `unknown-document`, `unknown-page`; `cannot-read` where the file is gone. */
export async function open(
  { terminal, config, openPdf }: Session,
  wanted: string,
  { page, json }: OpenOptions,
): Promise<void> {
  const settings = config();
  const assistant = await openOrIngest(settings, terminal);
  const places = Promise.all([assistant.document(wanted), assistant.file(wanted)]);
  const [document, file] = await places.finally(() => assistant.close());
  checkPlace(document, file, page);
  const { id } = document;
  const viewer = await openPdf(file, page);
  const address = viewer === null ? await addressOf(settings, id, page) : null;
  if (json) {
    const opened = viewer === null ? null : { viewer: viewer.name, atPage: viewer.isAtPage };
    terminal.out(`${toPlainJson({ document: id, file, page, opened, address }, 2)}\n`);
    return;
  }
  const place = viewer?.isAtPage === true ? ` at page ${page}` : '';
  const goTo = viewer?.isAtPage === false && page > 1 ? `; go to page ${page}` : '';
  terminal.out(
    viewer !== null
      ? `Opened ${file}${place} with ${viewer.name}${goTo}.\n`
      : address !== null
        ? `There is no viewer here. Page ${page} is at ${address}\n`
        : `There is no viewer here, and verse serve does not run. Page ${page} is in ${file}\n`,
  );
}
