/** Checks that everything an answer needs is in place. */
import { createRequire } from 'node:module';
import { probeChat } from '../chat/probe-chat.ts';
import { installCommand } from '../config/install-command.ts';
import type { Config } from '../config/settings.ts';
import { VerseError } from '../core/errors.ts';
import type { ReportDocument } from '../core/types.ts';
import { hashFile, toSourceFile } from '../ingest/find-documents.ts';
import { toNetworkId } from '../networks/card.ts';
import { checkKnownOutputs } from '../networks/known-outputs.ts';
import { checkFiles, networkNames } from '../networks/model-files.ts';
import { openModels } from '../networks/open-models.ts';
import { createRecognisers, notInstalled } from '../ocr/tesseract.ts';
import { withHome } from '../store/choose-home.ts';
import { hasHnsw } from '../store/disk/graph.ts';
import { graphFrom, mostGraphs } from '../store/disk/graph-limits.ts';
import type { OpenedIndex } from '../store/index-home.ts';
import { nameDatabase } from '../store/postgres/name-database.ts';
import { countNoun } from '../text/count-noun.ts';
import { expectedIndex } from './expected-index.ts';
import { checkFittedNumbers } from './fitted-numbers.ts';
import { keepsOwnReports } from './own-reports.ts';
import { listDocuments } from './views.ts';
import { chatSettings } from './writing.ts';

export interface Check {
  name: string;
  ok: boolean;
  /** What was found, or what is wrong and what to do. */
  detail: string;
}

async function check(name: string, look: () => Promise<string>): Promise<Check> {
  try {
    return { name, ok: true, detail: await look() };
  } catch (error) {
    if (error instanceof VerseError) return { name, ok: false, detail: error.sentence };
    return { name, ok: false, detail: error instanceof Error ? error.message : String(error) };
  }
}

function packageVersion(name: string): string {
  const manifest: unknown = createRequire(import.meta.url)(`${name}/package.json`);
  return typeof manifest === 'object' && manifest !== null && 'version' in manifest
    ? String(manifest.version)
    : '?';
}

async function describeVectorSearch({ storeUrl }: Config): Promise<string> {
  if (storeUrl !== undefined) return 'pgvector, in the database';
  if (!(await hasHnsw())) return 'exact; hnswlib-node could not be loaded';
  const version = packageVersion('hnswlib-node');
  return `HNSW (hnswlib-node ${version}) in documents of ${graphFrom} passages and more; exact in others, and in more than ${mostGraphs} of them`;
}

async function describeNetworks({ modelsDir }: Config): Promise<string> {
  const ids: string[] = [];
  for (const name of networkNames) ids.push(toNetworkId(name, await checkFiles(modelsDir, name)));
  return `${ids.join(', ')}: as their cards say`;
}

async function tryNetworks({ modelsDir, cacheDir }: Config): Promise<string> {
  const models = await openModels(modelsDir, { cacheDir });
  for (const name of networkNames) await checkKnownOutputs(modelsDir, name, models);
  return 'each network gives what its card says';
}

/** An installed program begins without an index, which is no failure. */
async function orNone(config: Config, look: () => Promise<string>): Promise<string> {
  try {
    return await look();
  } catch (error) {
    const isNone = error instanceof VerseError && error.code === 'no-index' && keepsOwnReports(config);
    if (isNone) return `none yet, it will be in ${config.indexDir} (verse add your.pdf makes it)`;
    throw error;
  }
}

/** Opens the current index, uses it and closes it. */
async function withIndex<Result>(
  config: Config,
  use: (index: OpenedIndex) => Promise<Result>,
  everySum = false,
): Promise<Result> {
  const expected = await expectedIndex(config.modelsDir);
  return withHome(config, async (home) => {
    const index = await home.open(expected, { everySum });
    return use(index).finally(index.close);
  });
}

async function describeIndex(config: Config, everySum: boolean): Promise<string> {
  const { at, documents, passages, notes } = await withIndex(config, async ({ made }) => made, everySum);
  const counts = [countNoun(documents, 'document'), countNoun(passages, 'passage'), countNoun(notes, 'note')];
  const where = config.storeUrl === undefined ? '' : `, in PostgreSQL at ${nameDatabase(config.storeUrl)}`;
  return `${counts.join(', ')}, made ${at.slice(0, 16).replace('T', ' at ')} UTC${where}`;
}

/** @throws VerseError if the file is missing or has changed. */
async function checkDocument(document: ReportDocument, path: string): Promise<void> {
  const { sha256, name } = await hashFile(toSourceFile(path), Number.POSITIVE_INFINITY);
  if (sha256 === document.sha256) return;
  const problem = `${name}: the file has changed since the index was made.`;
  throw new VerseError('stale-index', problem, 'Run `verse ingest` to take the change in.');
}

async function describeDocuments(config: Config): Promise<string> {
  const documents = await withIndex(config, async (index) => {
    const all = await index.documents();
    for (const document of all) await checkDocument(document, await index.locateFile(document));
    return all;
  });
  return `${documents.map(({ id }) => id).join(', ')}: as ingested`;
}

/** Which documents were read poorly, and in what; no failure of the installation. */
async function describeReadings(config: Config): Promise<string> {
  const documents = await withIndex(config, (index) => index.documents());
  const poor = listDocuments(documents).filter(({ reading }) => reading.verdict === 'poor');
  if (poor.length === 0) return 'no document was read poorly (verse report ID says how well one was)';
  const named = poor.map(({ id, reading }) => `${id} (${reading.parts.join(', ')})`);
  return `read poorly: ${named.join('; ')}. verse report ID says why and what to do`;
}

/** Where OCR is asked for, its absence is a failure. @throws VerseError `bad-installation`. */
function describeOcr({ ocr, ocrLanguages }: Config): string {
  if (ocr === 'off') return 'left unread (VERSE_OCR=off)';
  const missing = createRecognisers().missing(ocrLanguages);
  if (missing.length === 0)
    return `read by OCR (tesseract.js ${packageVersion('tesseract.js')}, ${ocrLanguages})`;
  if (ocr === 'on') throw notInstalled(missing);
  return `left unread (${installCommand(missing)} installs what reads them)`;
}

async function describeChatModel(config: Config): Promise<string> {
  const settings = chatSettings(config);
  if (settings === undefined) return 'none, answers are quotations (VERSE_CHAT_MODEL names one)';
  return probeChat(settings);
}

/** Runs every check. `version` is the product's; `deep` checks the sums that the opening of a large index leaves out. */
export async function runChecks(config: Config, version: string, deep = false): Promise<Check[]> {
  return [
    await check('version', async () => `chapter-and-verse ${version}, Node ${process.versions.node}`),
    await check('vector search', () => describeVectorSearch(config)),
    await check('network files', () => describeNetworks(config)),
    await check('known sentences', () => tryNetworks(config)),
    await check('fitted numbers', async () => {
      await checkFittedNumbers(config.modelsDir);
      return 'made for these networks';
    }),
    await check('index', () => orNone(config, () => describeIndex(config, deep))),
    await check('documents', () => orNone(config, () => describeDocuments(config))),
    await check('reading', () => orNone(config, () => describeReadings(config))),
    await check('scans', async () => describeOcr(config)),
    await check('chat model', () => describeChatModel(config)),
  ];
}
