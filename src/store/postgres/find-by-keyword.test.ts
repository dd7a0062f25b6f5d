/** The search by words in a document of many passages, most of which a filter takes out. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { summarizer } from '../../assistant/summarizer.ts';
import { noTokens, repeatPassages } from '../../testing/store/repeat-passages.ts';
import { findPostgres } from '../../workshop/attack/machines/find-postgres.ts';
import { startPostgres, type TemporaryPostgres } from '../../workshop/attack/machines/temporary-postgres.ts';
import type { IndexHome, OpenedIndex } from '../index-home.ts';
import { createDatabaseHome } from './database-home.ts';

const passageCount = 1500;
/** One passage in a hundred stands in it, the last ones of those that are equal. */
const rareChapter = 'Lithuania';
const isRare = (at: number) => at % 100 === 99;

const makeDocument = (id: string) =>
  repeatPassages(
    id,
    Array.from({ length: passageCount }, () => ({
      vector: Float32Array.of(1, 0),
      tokens: noTokens,
      pieces: [],
    })),
    (at) => ({ chapter: isRare(at) ? rareChapter : 'Austria', section: null }),
  );

describe.skipIf(findPostgres() === undefined)('a search by words in PostgreSQL', () => {
  let server: TemporaryPostgres;
  let home: IndexHome;
  let index: OpenedIndex;
  beforeAll(async () => {
    server = startPostgres();
    home = createDatabaseHome(server.storeUrl, { storeConnections: 2, storeTimeoutMs: 10_000 });
    await home.change('one', ({ write }) =>
      write({
        encoderId: 'one',
        dimensions: 2,
        passageRules: 1,
        summarizer,
        documents: ['a', 'b'].map(makeDocument),
      }),
    );
    index = await home.open({ encoderId: 'one' });
  });
  afterAll(async () => {
    await index.close();
    await home.close();
    server.remove();
  });

  const find = async (count: number, filter = {}) =>
    (await index.findCandidates({ text: 'Huawei and the networks', count, filter })).byKeyword;

  it('reads on until enough fit a filter that looks at passages', async () => {
    const all = await find(2 * passageCount);
    const rare = all.filter(({ chapter }) => chapter === rareChapter);
    expect(all.length).toBeGreaterThan(20 * rare.length);
    expect(rare.length).toBeGreaterThan(5);
    expect(await find(3, { chapters: [rareChapter] })).toEqual(rare.slice(0, 3));
    expect(await find(500, { chapters: [rareChapter] })).toEqual(rare);
    expect(await find(5, { chapters: ['Estonia'] })).toEqual([]);
  });

  it('weighs the words of the documents asked for by all that are there', async () => {
    const all = await find(2 * passageCount);
    const ofOne = all.filter(({ id }) => id.startsWith('b/'));
    expect(await find(2 * passageCount, { documents: ['b'] })).toEqual(ofOne);
  });
});
