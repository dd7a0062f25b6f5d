import { afterAll, beforeAll, describe } from 'vitest';
import { summarizer } from '../../assistant/summarizer.ts';
import type { Encoder } from '../../core/networks.ts';
import type { IngestedDocument } from '../../core/types.ts';
import { encodeDocuments } from '../../testing/store/encode-documents.ts';
import { holdStoreContract } from '../../testing/store/passage-store-contract.ts';
import { findPostgres } from '../../workshop/attack/machines/find-postgres.ts';
import { startPostgres, type TemporaryPostgres } from '../../workshop/attack/machines/temporary-postgres.ts';
import type { IndexHome } from '../index-home.ts';
import { createDatabaseHome } from './database-home.ts';

/** Puts documents into an index in place of all that it has, and opens it; both may come to it in their own way. */
async function openWith(
  writer: IndexHome,
  reader: IndexHome,
  ingested: readonly IngestedDocument[],
  encoder: Encoder,
) {
  const documents = await encodeDocuments(ingested, encoder);
  const { id: encoderId, dimensions } = encoder;
  await writer.change(encoderId, ({ write }) =>
    write({ encoderId, dimensions, passageRules: 1, summarizer, documents }),
  );
  const store = await reader.open({ encoderId });
  return { store, close: store.close };
}

describe.skipIf(findPostgres() === undefined)('over PostgreSQL', () => {
  let server: TemporaryPostgres;
  let exact: IndexHome;
  let byGraph: IndexHome;
  beforeAll(() => {
    server = startPostgres();
    const settings = { storeConnections: 3, storeTimeoutMs: 10_000 };
    exact = createDatabaseHome(server.storeUrl, settings);
    // Of so few passages a search would read all of them, but for this. A scan that it cannot avoid has a price then at
    // which PostgreSQL compiles a statement, which takes longer than all else here.
    const noScans = `${server.storeUrl}&options=${encodeURIComponent('-c enable_seqscan=off -c jit=off')}`;
    byGraph = createDatabaseHome(noScans, settings, { exactUpTo: 0 });
  });
  afterAll(async () => {
    await Promise.all([exact.close(), byGraph.close()]);
    server.remove();
  });

  holdStoreContract('PostgreSQL', (...given) => openWith(exact, exact, ...given));
  holdStoreContract('PostgreSQL by its graph', (...given) => openWith(exact, byGraph, ...given));
});
