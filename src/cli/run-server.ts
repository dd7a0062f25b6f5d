/** Serves the page and the API until a signal stops it. */
import { once } from 'node:events';
import { basename } from 'node:path';
import { changeDocument } from '../assistant/change-document.ts';
import { ingestApart } from '../assistant/ingest-apart.ts';
import { type LiveAssistant, openLiveAssistant } from '../assistant/live-assistant.ts';
import { openShared, type Shared } from '../assistant/open-shared.ts';
import { listCorpus, listKnown } from '../assistant/own-reports.ts';
import { type Config, readingLimits } from '../config/settings.ts';
import { readTokenFile, tokenFile } from '../config/token-file.ts';
import { VerseError } from '../core/errors.ts';
import { isLoopback } from '../http/access/loopback.ts';
import { createApp } from '../http/app.ts';
import { openDocumentChanges } from '../http/changes/document-changes.ts';
import { createTurns } from '../http/changes/turns.ts';
import { createMetrics } from '../http/operate/metrics.ts';
import { noteUnread } from '../http/operate/note-unread.ts';
import { openLog } from '../http/operate/open-log.ts';
import { serve } from '../http/serve.ts';
import { createStarters } from '../http/starters/starters.ts';
import { openUploadQueue, type UploadQueue } from '../http/uploads/upload-queue.ts';
import { openPageProcess } from '../pictures/draw-apart.ts';
import { openPageRenderer } from '../pictures/page-images.ts';
import type { RenderPage } from '../pictures/page-request.ts';
import type { Session } from './chat/session.ts';
import { openLive } from './open-live.ts';
import { createWatch, watchUntil } from './watch-corpus.ts';

/** Waits for the first signal to stop; a second one ends the process at once, as by default. */
async function untilStopped(): Promise<void> {
  const waiting = new AbortController();
  const { signal } = waiting;
  await Promise.race([once(process, 'SIGINT', { signal }), once(process, 'SIGTERM', { signal })]);
  waiting.abort();
}

/** Whether it reads documents while it serves. */
export function takesUploads({ uploads, host }: Config): boolean {
  return uploads === 'always' || (uploads === 'loopback' && isLoopback(host));
}

/** @throws VerseError `bad-input` where workers are to read what is sent, and there is no database. */
function readsByWorkers({ uploadReader, storeUrl }: Config): boolean {
  if (uploadReader === 'server') return false;
  if (storeUrl !== undefined) return true;
  const message = 'VERSE_UPLOAD_READER=workers asks for the queue of a database, and VERSE_STORE names none.';
  throw new VerseError('bad-input', message, 'Set it (docs/guides/scale.md), or leave the reader out.');
}

/** Takes documents, and changes those that are there. */
async function openIntake(config: Config, live: LiveAssistant, queue: Shared['queue'] | undefined) {
  const workers = readsByWorkers(config) ? queue : undefined;
  const turns = createTurns();
  const documents = async () => [...(await listKnown(config)), ...((await queue?.underWay()) ?? [])];
  const uploads = await openUploadQueue({
    ...config,
    turns,
    documents,
    isReadElsewhere: workers !== undefined,
    shared: queue && { ...queue, catchUp: live.refresh },
    ingest: async (file, options) => {
      const { onProgress = () => {}, signal, collection, by } = options;
      if (workers !== undefined) await workers.read(file, options);
      else await ingestApart(config, [file], { onProgress, signal, collection, by, byName: true });
      await live.refresh();
    },
  });
  const changes = openDocumentChanges({
    ...config,
    turns,
    documents,
    takeOut: async (remove, { by }) => {
      await ingestApart(config, [], { remove, by });
      await live.refresh();
    },
    change: async (id, change, { by }) => {
      await changeDocument(config, id, change, by);
      await live.refresh();
    },
    isTakenIn: uploads.takesIn,
  });
  return { uploads, changes };
}

/** Draws a small page in advance, so that its process is warm for the first real one. */
async function warmPictures(live: LiveAssistant, renderPage: RenderPage): Promise<void> {
  try {
    const [first] = await live.current().documents();
    if (first !== undefined) {
      const { id, pages } = first;
      const { sha256 } = await live.current().document(id);
      const file = await live.current().file(id);
      renderPage({ file, sha256, page: Math.ceil(pages / 2), width: 200 }).catch(() => {
        // The first request for a page reports the failure.
      });
    }
  } catch {
    // No index yet, or the server stops meanwhile. What else is wrong the first request for a page reports.
  }
}

/** The request's time limit must outlast the language model's, since quotations follow when that one ends. */
function allowWriting(settings: Config): Config {
  if (settings.chatModel === undefined) return settings;
  return { ...settings, requestTimeoutMs: settings.requestTimeoutMs + settings.chatTimeoutMs };
}

/** Many ask a server: its own thread is held by no reading. */
const threads = { threadsAtOnce: true } as const;

/** Opens or builds the index; without any document the page can still take the first upload, if allowed. */
async function openOrWait(config: Config, terminal: Session['terminal']): Promise<LiveAssistant> {
  try {
    return await openLive(config, terminal, threads);
  } catch (error) {
    const isEmpty = error instanceof VerseError && error.code === 'no-documents';
    if (!isEmpty || !takesUploads(config)) throw error;
    terminal.err(`${error.message} Add one on the page.\n`);
    return openLiveAssistant(config, threads);
  }
}

/** @throws VerseError `bad-input` where the server takes no documents. */
async function watchCorpus(
  config: Config,
  uploads: UploadQueue | undefined,
  terminal: Session['terminal'],
  signal: AbortSignal,
): Promise<void> {
  if (uploads === undefined)
    throw new VerseError(
      'bad-input',
      'A server that takes no documents cannot watch for them.',
      'VERSE_UPLOADS=always lets it.',
    );
  const watch = await createWatch({
    listFiles: () => listCorpus(config),
    isKnown: uploads.knows,
    addFile: uploads.addFile,
    onRefused: (error) => terminal.err(`${error instanceof Error ? error.message : String(error)}\n`),
    onGone: (path) => terminal.err(`${basename(path)} is gone; its document stays until \`verse remove\`.\n`),
  });
  await watchUntil(watch, signal);
}

/** What is done beside serving. */
export interface Serving {
  /** A file of this machine that is read into the index while the page is already there, if `takesUploads`. */
  reading?: string | undefined;
  /** Whether what is put into the corpus folder is read, and what is gone from it is said. */
  watch?: boolean;
  /** Whether any free port does where that of the settings is taken. */
  anyPort?: boolean;
  /** Hears of the address as soon as the page can be opened. */
  onListening?: (url: string) => void;
}

/**
 * Serves the index until a signal to stop; without one it is made first, unless `reading` makes it.
 * @throws VerseError as `openOrIngest` and `serve` do; that by which the file of `reading` is refused.
 */
export async function runServer(
  { terminal, tokens: readTokens, version }: Session,
  config: Config,
  { reading, watch = false, anyPort = false, onListening }: Serving = {},
): Promise<void> {
  const settings = allowWriting(config);
  const tokens = readTokens();
  const path = tokenFile(settings.indexDir);
  const namedTokens = { path, wereThere: (await readTokenFile(path)) !== undefined };
  const asksForToken = tokens.length > 0 || namedTokens.wereThere;
  const live = await (reading === undefined
    ? openOrWait(settings, terminal)
    : openLiveAssistant(settings, threads));
  const pictures = openPageProcess(readingLimits(settings));
  const shared = await openShared(settings);
  const intake = takesUploads(settings) ? await openIntake(settings, live, shared?.queue) : undefined;
  const uploads = intake?.uploads;
  const watching = new AbortController();
  try {
    const renderPage = openPageRenderer({ draw: pictures.draw });
    const log = openLog({
      level: settings.logLevel,
      readable: terminal.isInteractive,
      write: terminal.err,
    });
    const metrics = createMetrics(version, { process: true });
    const app = createApp({
      assistant: live.current,
      config: settings,
      renderPage,
      version,
      runsDir: settings.runsDir,
      starters: createStarters(),
      ...intake,
      ...(shared && { quotas: shared.quotas }),
      tokens,
      namedTokens,
      log,
      metrics,
    });
    const idleMs = settings.requestTimeoutMs + 10_000;
    // Whoever was let in is answered, also after a signal to stop.
    const graceMs = settings.requestTimeoutMs + 1000;
    const onUnread = noteUnread(log, metrics);
    const server = await serve(app, { ...settings, anyPort, idleMs, graceMs, onUnread });
    const stopped = untilStopped();
    warmPictures(live, renderPage);
    terminal.out(`Chapter & Verse is at ${server.url} (stop with Ctrl-C)\n`);
    if (!isLoopback(settings.host) && !asksForToken) {
      const remedy = '`verse token add NAME` makes it ask for a token.';
      terminal.err(`Anyone who can reach ${settings.host} can ask and read the documents. ${remedy}\n`);
    }
    onListening?.(server.url);
    const watched = watch ? watchCorpus(settings, uploads, terminal, watching.signal) : undefined;
    const read = reading === undefined ? undefined : uploads?.addFile(reading);
    try {
      const others = [read, watched].flatMap((one) => (one ? [one.then(() => stopped)] : []));
      await Promise.race([stopped, ...others]);
    } finally {
      watching.abort();
      // A running ingest would keep the process alive; the old index stays complete without it.
      const closed = Promise.all([server.close(), uploads?.close()]);
      terminal.err('Finishing open requests …\n');
      await closed;
    }
  } finally {
    pictures.close();
    await uploads?.close();
    await live.close();
    await shared?.close();
  }
}
