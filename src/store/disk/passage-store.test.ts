import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { summarizer } from '../../assistant/summarizer.ts';
import { encodePassages } from '../../search/encode-passages.ts';
import { holdStoreContract } from '../../testing/store/passage-store-contract.ts';
import { openIndex } from './open-index.ts';
import { writeIndex } from './write-index.ts';

holdStoreContract('an index on disk', async (ingested, encoder) => {
  const indexDir = mkdtempSync(join(tmpdir(), 'verse-store-'));
  const { encodings } = await encodePassages(
    ingested.flatMap(({ passages }) => passages),
    encoder,
  );
  await writeIndex(indexDir, {
    encoderId: encoder.id,
    dimensions: encoder.dimensions,
    passageRules: 1,
    summaryRules: summarizer.rules,
    summaries: ingested.map(summarizer.summarize),
    ingested,
    encodings,
  });
  const store = await openIndex(indexDir, { encoderId: encoder.id });
  return {
    store,
    close: async () => {
      await store.close();
      rmSync(indexDir, { recursive: true });
    },
  };
});
