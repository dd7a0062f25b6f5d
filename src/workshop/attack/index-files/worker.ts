/** The process that attacked indexes are opened in. */
import { VerseError } from '../../../core/errors.ts';
import type { ExpectedIndex } from '../../../store/disk/manifest.ts';
import { openIndex } from '../../../store/disk/open-index.ts';
import { digestIndex } from './digest-index.ts';
import type { Outcome } from './helper-process.ts';

export interface OpenRequest {
  indexDir: string;
  expected: ExpectedIndex;
}

async function openAndDigest({ indexDir, expected }: OpenRequest): Promise<Outcome> {
  try {
    const index = await openIndex(indexDir, expected);
    return { kind: 'opened', digest: await digestIndex(index) };
  } catch (error) {
    if (error instanceof VerseError) return { kind: 'refused', code: error.code, sentence: error.sentence };
    return { kind: 'failed', problem: String(error) };
  }
}

process.on('message', async (request: OpenRequest) => {
  process.send?.(await openAndDigest(request));
});
