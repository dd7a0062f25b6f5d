/** `verse eval --attribution`: measures the checking of sentences on claims that were not written about a report. */
import { thisProcessor } from '../../networks/processor.ts';
import { checkTableOutputs, toJson, writeTables } from '../../workshop/evaluate/report/table-outputs.ts';
import {
  attributionJson,
  checkClaims,
  formatAttribution,
  readAttributionClaims,
  renderAttribution,
} from '../../workshop/evaluate/sentences/attribution.ts';
import type { Session } from '../chat/session.ts';
import { openOrIngest } from '../open-or-ingest.ts';
import { createProgress } from '../progress.ts';

/** @throws VerseError `bad-input`, `cannot-read`, and as the assistant's. */
export async function evalAttribution(
  { terminal, config }: Pick<Session, 'terminal' | 'config'>,
  file: string,
  { outputs, json }: { outputs: readonly string[]; json: boolean },
): Promise<void> {
  checkTableOutputs(outputs, '--attribution');
  const claims = await readAttributionClaims(file);
  const assistant = await openOrIngest(config(), terminal);
  const progress = createProgress(terminal);
  try {
    const checked = await checkClaims(claims, assistant.verify, progress.onProgress).finally(progress.finish);
    const asJson = () => toJson(attributionJson(checked));
    terminal.out(json ? asJson() : formatAttribution(checked));
    await writeTables(outputs, { '.json': asJson, '.md': () => renderAttribution(checked, thisProcessor()) });
  } finally {
    await assistant.close();
  }
}
