import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { contentsOf } from '../../testing/store/index-contents.ts';
import { holdStoreContract, type OpenStore } from '../../testing/store/passage-store-contract.ts';
import { openIndex } from './open-index.ts';
import { type WriteOptions, writeIndex } from './write-index.ts';

const open =
  (options: WriteOptions = {}): OpenStore =>
  async (ingested, encoder) => {
    const indexDir = mkdtempSync(join(tmpdir(), 'verse-store-'));
    await writeIndex(indexDir, await contentsOf(ingested, encoder), options);
    const store = await openIndex(indexDir, { encoderId: encoder.id });
    return {
      store,
      close: async () => {
        await store.close();
        rmSync(indexDir, { recursive: true });
      },
    };
  };

holdStoreContract('an index on disk', open());
const large = open({ graphFrom: 1, exactUpTo: 0 });
holdStoreContract('an index on disk whose documents are kept as those of a large one', large);
