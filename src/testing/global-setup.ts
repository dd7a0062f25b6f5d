/** Runs once before all tests. */
import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { packageRoot } from '../config/settings.ts';
import { findChromium, noChromiumNotice } from './find-chromium.ts';
import { buildReportIndex } from './report-index.ts';

export async function setup(): Promise<void> {
  if (findChromium() === undefined) console.log(noChromiumNotice);
  // The page as a build makes it, of today's sources.
  execFileSync(process.execPath, [
    join(packageRoot, 'bin', 'bundle-page.mjs'),
    join(packageRoot, 'dist', 'page'),
  ]);
  await buildReportIndex();
}
