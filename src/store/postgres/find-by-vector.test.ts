/** The graph against the exact search, on vectors that are the hardest for it. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { summarizer } from '../../assistant/summarizer.ts';
import type { PassageFilter } from '../../core/passage-store.ts';
import { seededRandom } from '../../core/seeded-random.ts';
import { randomUnitVectors } from '../../testing/networks/random-vectors.ts';
import { noTokens, repeatPassages } from '../../testing/store/repeat-passages.ts';
import { findPostgres } from '../../workshop/attack/machines/find-postgres.ts';
import { startPostgres, type TemporaryPostgres } from '../../workshop/attack/machines/temporary-postgres.ts';
import type { IndexHome, OpenedIndex } from '../index-home.ts';
import { createDatabaseHome } from './database-home.ts';

const dimensions = 64;
const passageCount = 1500;
/** One passage in fifty stands in it: fewer than a walk meets by chance. */
const rareChapter = 'Lithuania';

const makeDocument = (vectors: Float32Array) =>
  repeatPassages(
    'a',
    Array.from({ length: passageCount }, (_, at) => ({
      vector: vectors.slice(at * dimensions, (at + 1) * dimensions),
      tokens: noTokens,
      pieces: [],
    })),
    (at) => ({ chapter: at % 50 === 0 ? rareChapter : 'Austria' }),
  );

describe.skipIf(findPostgres() === undefined)('a search by vector in PostgreSQL', () => {
  let server: TemporaryPostgres;
  const homes: IndexHome[] = [];
  let exact: OpenedIndex;
  let byGraph: OpenedIndex;
  const queries = randomUnitVectors(20, dimensions, seededRandom(1));
  beforeAll(async () => {
    server = startPostgres();
    const settings = { storeConnections: 2, storeTimeoutMs: 10_000 };
    const noScans = `${server.storeUrl}&options=${encodeURIComponent('-c enable_seqscan=off -c enable_sort=off -c jit=off')}`;
    homes.push(
      createDatabaseHome(server.storeUrl, settings),
      createDatabaseHome(noScans, settings, { exactUpTo: 0 }),
    );
    const [one, other] = homes;
    if (one === undefined || other === undefined) throw new Error('Two homes are made.');
    const documents = [makeDocument(randomUnitVectors(passageCount, dimensions, seededRandom(2)))];
    await one.change('random', ({ write }) =>
      write({ encoderId: 'random', dimensions, passageRules: 1, summarizer, documents }),
    );
    exact = await one.open({ encoderId: 'random' });
    byGraph = await other.open({ encoderId: 'random' });
  });
  afterAll(async () => {
    await Promise.all([exact.close(), byGraph.close()]);
    await Promise.all(homes.map((home) => home.close()));
    server.remove();
  });

  const idsOf = async (store: OpenedIndex, at: number, filter: PassageFilter = {}) => {
    const vector = queries.slice(at * dimensions, (at + 1) * dimensions);
    return (await store.findCandidates({ vector, count: 20, filter })).byVector.map(({ id }) => id);
  };

  it('finds by the graph nearly all that are nearest', async () => {
    let found = 0;
    for (let at = 0; at < 20; at += 1) {
      const truth = await idsOf(exact, at);
      const near = await idsOf(byGraph, at);
      expect(near).toHaveLength(20);
      found += truth.filter((id) => near.includes(id)).length;
    }
    expect(found / 400).toBeGreaterThan(0.95);
  });

  it('never finds too few where a filter leaves few', async () => {
    for (let at = 0; at < 5; at += 1) {
      const chapters = [rareChapter];
      expect(await idsOf(byGraph, at, { chapters })).toEqual(await idsOf(exact, at, { chapters }));
    }
  });
});
