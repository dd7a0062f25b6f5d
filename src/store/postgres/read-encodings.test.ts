/** Token vectors in a database: as they are in a small index, in fewer bits in a larger one. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { summarizer } from '../../assistant/summarizer.ts';
import type { PassageVectors } from '../../core/passage-store.ts';
import { seededRandom } from '../../core/seeded-random.ts';
import { quantizeVectors } from '../../search/token-vectors.ts';
import { randomUnitVectors } from '../../testing/networks/random-vectors.ts';
import { leastCosine } from '../../testing/store/least-cosine.ts';
import { repeatPassages } from '../../testing/store/repeat-passages.ts';
import { findPostgres } from '../../workshop/attack/machines/find-postgres.ts';
import { startPostgres, type TemporaryPostgres } from '../../workshop/attack/machines/temporary-postgres.ts';
import type { EncodedDocument, IndexHome, OpenedIndex } from '../index-home.ts';
import { createDatabaseHome } from './database-home.ts';

const dimensions = 64;
const tokensEach = 3;

/** A document whose passages have random vectors. */
function makeDocument(id: string, count: number, seed: number): EncodedDocument {
  const random = randomUnitVectors(count * tokensEach, dimensions, seededRandom(seed));
  const tokenVectors = quantizeVectors(random);
  const size = tokensEach * dimensions;
  return repeatPassages(
    id,
    Array.from({ length: count }, (_, at) => ({
      vector: random.slice(at * size, at * size + dimensions),
      tokens: {
        vectors: tokenVectors.slice(at * size, (at + 1) * size),
        parts: Uint8Array.of(0, 1, 1),
        count: tokensEach,
      },
      pieces: ['a'],
    })),
  );
}

describe.skipIf(findPostgres() === undefined)('token vectors in PostgreSQL', () => {
  const small = makeDocument('a', 200, 1);
  const large = makeDocument('b', 1400, 2);
  let server: TemporaryPostgres;
  let home: IndexHome;
  let index: OpenedIndex;
  beforeAll(async () => {
    server = startPostgres();
    home = createDatabaseHome(server.storeUrl, { storeConnections: 2, storeTimeoutMs: 10_000 });
    await home.change('random', ({ write }) =>
      write({
        encoderId: 'random',
        dimensions,
        passageRules: 1,
        summarizer,
        documents: [small, large],
      }),
    );
    index = await home.open({ encoderId: 'random' });
  });
  afterAll(async () => {
    await index.close();
    await home.close();
    server.remove();
  });

  const compare = ({ passages, encodings }: EncodedDocument, found: ReadonlyMap<string, PassageVectors>) =>
    passages.map(({ id }, at) => {
      const read = found.get(id)?.tokens;
      const own = encodings[at]?.tokens;
      if (read === undefined || own === undefined) throw new Error(`${id} has no tokens`);
      expect(read.parts).toEqual(own.parts);
      return { read, own };
    });

  it('are as they were up to so many passages of an index', async () => {
    const found = await index.vectors(small.passages.map(({ id }) => id));
    for (const { read, own } of compare(small, found)) expect(read.vectors).toEqual(own.vectors);
  });

  it('take three bits a value of what is beyond, and are nearly as they were', async () => {
    const found = await index.vectors([...small.passages, ...large.passages].map(({ id }) => id));
    const pairs = compare(large, found);
    expect(pairs.some(({ read, own }) => read.vectors.join() !== own.vectors.join())).toBe(true);
    for (const { read, own } of pairs) expect(leastCosine(read, own)).toBeGreaterThan(0.93);
  });

  it('are found by their hash for the next ingest, as they are kept', async () => {
    const read = await index.vectors(['b/1/7']);
    await home.change('random', async ({ previous, leave }) => {
      const found = await previous?.encodings(['a3', 'b6', 'c1']);
      if (found === undefined) throw new Error('There is an index.');
      expect([...found.keys()].sort()).toEqual(['a3', 'b6']);
      expect(found.get('a3')?.tokens).toEqual(small.encodings[3]?.tokens);
      expect(found.get('b6')?.tokens.vectors).toEqual(read.get('b/1/7')?.tokens.vectors);
      return leave();
    });
  });
});
