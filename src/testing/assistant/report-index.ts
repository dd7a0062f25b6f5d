/**
 * The real report with a real index, for the tests that need it. `buildReportIndex` makes the index before the tests
 * start (vitest's globalSetup) and keeps it under node_modules/.cache, so that a second run finds it up to date.
 */
import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { openAssistant } from '../../assistant/assistant.ts';
import { ingestDocuments } from '../../assistant/ingest-documents.ts';
import { type Config, loadConfig, packageRoot } from '../../config/settings.ts';
import type { Models } from '../../core/networks.ts';
import type { IngestedDocument } from '../../core/types.ts';
import { encoderId } from '../../networks/model-files.ts';
import { openModels } from '../../networks/open-models.ts';
import { openIndex } from '../../store/disk/open-index.ts';

/**
 * A fingerprint of the rules that make an index, so that changed rules make a new test index even without a new
 * version.
 */
function fingerprintRules(): string {
  const hash = createHash('sha256');
  for (const folder of ['language', 'ingest', 'search', 'store', 'networks']) {
    const files = readdirSync(join(packageRoot, 'src', folder), { recursive: true, encoding: 'utf8' }).filter(
      (name) => /(?<!\.test)\.ts$/.test(name),
    );
    for (const file of files.sort()) hash.update(readFileSync(join(packageRoot, 'src', folder, file)));
  }
  return hash.digest('hex').slice(0, 16);
}

/** Settings for the report and its test index, independent of the user's environment. */
export function reportConfig(): Config {
  const indexDir = join(packageRoot, 'node_modules', '.cache', 'chapter-and-verse', fingerprintRules());
  return loadConfig({ indexDir, corpusDir: join(packageRoot, 'corpus') }, {}, packageRoot);
}

/** Brings the test index up to date; takes half a minute the first time. */
export async function buildReportIndex(): Promise<void> {
  const config = reportConfig();
  mkdirSync(config.indexDir, { recursive: true });
  await ingestDocuments(config);
}

export const openReportAssistant = () => openAssistant(reportConfig());

export async function openReportIndex() {
  const config = reportConfig();
  return openIndex(config.indexDir, { encoderId: await encoderId(config.modelsDir) });
}

/** The report as it is read now, from its index: to read the PDF again takes seconds. */
export async function readReport(): Promise<IngestedDocument> {
  const index = await openReportIndex();
  try {
    const [document] = await index.documents();
    const report = document && (await index.takeDocument(document.id));
    if (report === undefined) throw new Error('The test index holds no report.');
    return report;
  } finally {
    await index.close();
  }
}

/** The networks that ship. */
export async function openReportModels(): Promise<Models> {
  return openModels(reportConfig().modelsDir);
}
