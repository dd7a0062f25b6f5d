/** Runs once before all tests. */
import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { packageRoot } from '../config/settings.ts';
import { findPostgres, noPostgresNotice } from '../workshop/attack/machines/find-postgres.ts';
import { buildReportIndex } from './assistant/report-index.ts';
import { findChromium, noChromiumNotice } from './browser/find-chromium.ts';

export async function setup(): Promise<void> {
  if (findChromium() === undefined) console.log(noChromiumNotice);
  if (findPostgres() === undefined) console.log(noPostgresNotice);
  // Bundles the page as a build does, from the current sources.
  execFileSync(process.execPath, [
    join(packageRoot, 'bin', 'bundle-page.mjs'),
    join(packageRoot, 'dist', 'page'),
  ]);
  await buildReportIndex();
}
