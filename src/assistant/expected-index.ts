/** How an index must have been made to be opened: with the current encoder and rules. */
import { passageRulesVersion } from '../ingest/passages.ts';
import { encoderName, networkId } from '../networks/model-files.ts';
import type { ExpectedIndex } from '../store/index-home.ts';
import { summarizer } from './summarizer.ts';

/** @throws VerseError `model-missing`, `model-damaged`. */
export async function expectedIndex(modelsDir: string): Promise<ExpectedIndex> {
  return {
    encoderId: await networkId(modelsDir, encoderName),
    passageRules: passageRulesVersion,
    summaryRules: summarizer.rules,
  };
}
