/** Runs once before all tests. */
import { buildReportIndex } from './report-index.ts';

export async function setup(): Promise<void> {
  await buildReportIndex();
}
