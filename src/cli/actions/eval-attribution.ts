/** `verse eval --attribution`: measures the checking of sentences on claims that were not written about a report. */
import type { OnProgress } from '../../core/types.ts';
import { thisProcessor } from '../../networks/processor.ts';
import type { Tables } from '../../workshop/evaluate/report/table-outputs.ts';
import {
  attributionJson,
  checkClaims,
  formatAttribution,
  readAttributionClaims,
  renderAttribution,
} from '../../workshop/evaluate/sentences/attribution.ts';
import type { Session } from '../chat/session.ts';
import { withAssistant } from '../with-assistant.ts';

/** @throws VerseError `bad-input`, `cannot-read`, and as the assistant's. */
export async function evalAttribution(
  { terminal, config }: Pick<Session, 'terminal' | 'config'>,
  file: string,
  onProgress: OnProgress,
): Promise<Tables> {
  const claims = await readAttributionClaims(file);
  const checked = await withAssistant(config(), terminal, ({ verify }) =>
    checkClaims(claims, verify, onProgress),
  );
  return {
    json: attributionJson(checked),
    text: formatAttribution(checked),
    page: () => renderAttribution(checked, thisProcessor()),
  };
}
