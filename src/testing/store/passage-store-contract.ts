/**
 * The contract of every `PassageStore`, tested on each implementation; expected results are computed from lists,
 * slowly.
 */
import fc from 'fast-check';
import { afterAll, describe, expect, it } from 'vitest';
import { summarizer } from '../../assistant/summarizer.ts';
import type { Encoder } from '../../core/networks.ts';
import {
  compareIds,
  type PassageFilter,
  type PassageStore,
  type ScoredPassage,
} from '../../core/passage-store.ts';
import { addSummaries } from '../../core/summary.ts';
import type { IngestedDocument, Passage } from '../../core/types.ts';
import { indexedParts } from '../../search/indexed-text.ts';
import { toPassageTokens } from '../../search/token-vectors.ts';
import { createFakeEncoder } from '../networks/fake-encoder.ts';
import { generatedDocuments, generatedFilter } from './generate-documents.ts';
import { leastCosine } from './least-cosine.ts';
import { scoreByKeywords, termsOf } from './score-by-keywords.ts';

/** An open store, and a function that closes it and removes what it keeps. */
export interface OpenedStore {
  store: PassageStore;
  close(): Promise<void>;
}

/** Makes a store of documents, which come in reading order. */
export type OpenStore = (ingested: readonly IngestedDocument[], encoder: Encoder) => Promise<OpenedStore>;

/** How many libraries each property is checked on. */
const numRuns = 20;
/** Of this run of the tests: every property begins with the same libraries, so that each is made once. */
const seed = fc.sample(fc.integer(), 1)[0] ?? 0;

const encoder = createFakeEncoder();
const absent = 'report-1/99/1';
const questions = [
  'Chinese solar inverters in Lithuania',
  'NÚKIB warning of 2018',
  'recent trends in Austria',
  'of the',
];

const allOf = (ingested: readonly IngestedDocument[]): Passage[] => ingested.flatMap((one) => one.passages);

function lets({ documents, chapters, places, kinds }: PassageFilter, passage: Passage): boolean {
  return (
    (documents?.includes(passage.documentId) ?? true) &&
    (chapters?.includes(passage.chapter) ?? true) &&
    (places?.some(
      ({ documentId, chapter, path = [] }) =>
        documentId === passage.documentId &&
        chapter === passage.chapter &&
        path.join() === (passage.path ?? []).slice(0, path.length).join(),
    ) ??
      true) &&
    (kinds?.includes(passage.kind) ?? true)
  );
}

/** The scores of the passages that a ranking may give: best first, equal ones in reading order. */
function rank(scores: readonly (Pick<Passage, 'id'> & { score: number })[]) {
  return [...scores].sort((a, b) => b.score - a.score || compareIds(a.id, b.id));
}

/**
 * Checks a result against the expected ranking: the scores are right place by place, and each is the passage's own.
 * Where several passages tie for the last place, any of them may have it.
 */
function expectRanked(
  found: readonly ScoredPassage[],
  truth: readonly { id: string; score: number }[],
  passages: readonly Passage[],
) {
  expect(found).toHaveLength(truth.length);
  expect(new Set(found.map(({ id }) => id)).size).toBe(found.length);
  found.forEach(({ id, chapter, kind, score }, index) => {
    expect(score).toBeCloseTo(truth[index]?.score ?? Number.NaN, 3);
    expect(passages.find((passage) => passage.id === id)).toMatchObject({ chapter, kind });
    const next = found[index + 1];
    if (next === undefined) return;
    expect(score).toBeGreaterThanOrEqual(next.score);
    if (score === next.score) expect(compareIds(id, next.id)).toBeLessThan(0);
  });
}

export function holdStoreContract(name: string, open: OpenStore): void {
  async function withStore(
    ingested: readonly IngestedDocument[],
    use: (store: PassageStore) => Promise<void>,
  ): Promise<void> {
    const { store, close } = await open(ingested, encoder);
    try {
      await use(store);
    } finally {
      await close();
    }
  }

  /** Open stores, by their documents as JSON; a store that was asked answers as one that was just opened. */
  const opened = new Map<string, OpenedStore>();

  /** As `withStore`, but the first stores stay open for the next property. */
  async function withKeptStore(
    ingested: readonly IngestedDocument[],
    use: (store: PassageStore) => Promise<void>,
  ): Promise<void> {
    const key = JSON.stringify(ingested);
    // Those that a failed property is narrowed down to are no others'.
    if (!opened.has(key) && opened.size === numRuns) return withStore(ingested, use);
    const kept = opened.get(key) ?? (await open(ingested, encoder));
    opened.set(key, kept);
    await use(kept.store);
  }

  /** Checks a property on many generated stores. */
  async function always<Value>(
    given: fc.Arbitrary<Value>,
    use: (store: PassageStore, ingested: readonly IngestedDocument[], value: Value) => Promise<void>,
  ): Promise<void> {
    await fc.assert(
      fc.asyncProperty(generatedDocuments, given, (ingested, value) =>
        withKeptStore(ingested, (store) => use(store, ingested, value)),
      ),
      { numRuns, seed },
    );
  }

  const query = fc.record({
    text: fc.constantFrom(...questions),
    count: fc.integer({ min: 1, max: 40 }),
    filter: fc.option(generatedFilter, { nil: undefined }),
  });

  describe(`a passage store: ${name}`, () => {
    afterAll(async () => {
      for (const { close } of opened.values()) await close();
    });

    it('finds the nearest passages by vector that the filter lets through', () =>
      always(query, async (store, ingested, { text, count, filter }) => {
        const { vector } = await encoder.encodeQuery(text);
        const allowed = allOf(ingested).filter((passage) => lets(filter ?? {}, passage));
        const scores = allowed.map(async (passage) => {
          const own = (await encoder.encodePassage(indexedParts(passage))).vector;
          return {
            id: passage.id,
            score: own.reduce((sum, value, at) => sum + value * (vector[at] ?? 0), 0),
          };
        });
        const truth = rank(await Promise.all(scores)).slice(0, count);
        const { byVector, byKeyword } = await store.findCandidates({ vector, count, filter });
        expectRanked(byVector, truth, allowed);
        expect(byKeyword).toEqual([]);
      }));

    it('finds the passages with the words by BM25 that the filter lets through', () =>
      always(query, async (store, ingested, { text, count, filter }) => {
        const passages = allOf(ingested);
        const allowed = passages.filter((passage) => lets(filter ?? {}, passage));
        const scores = scoreByKeywords(text, passages);
        const scored = allowed.map(({ id }) => ({ id, score: scores.get(id) ?? 0 }));
        const truth = rank(scored.filter(({ score }) => score > 0)).slice(0, count);
        const { byVector, byKeyword } = await store.findCandidates({ text, count, filter });
        expectRanked(byKeyword, truth, allowed);
        expect(byVector).toEqual([]);
      }));

    it('finds by both in one call as by each alone', () =>
      always(query, async (store, _, { text, count, filter }) => {
        const { vector } = await encoder.encodeQuery(text);
        const [both, byVector, byKeyword] = await Promise.all([
          store.findCandidates({ text, vector, count, filter }),
          store.findCandidates({ vector, count, filter }),
          store.findCandidates({ text, count, filter }),
        ]);
        expect(both).toEqual({ byVector: byVector.byVector, byKeyword: byKeyword.byKeyword });
      }));

    it('refuses a vector of another length', () =>
      always(fc.constant(3), async (store, ingested, length) => {
        if (allOf(ingested).length === 0) return;
        await expect(
          store.findCandidates({ vector: new Float32Array(length), count: 5 }),
        ).rejects.toBeInstanceOf(RangeError);
      }));

    it('gives passages, and what the encoder made of them, by id; unknown ids are left out', () =>
      always(fc.constant(absent), async (store, ingested, unknown) => {
        const passages = allOf(ingested);
        const ids = [unknown, ...passages.map(({ id }) => id).reverse()];
        expect(await store.passages(ids)).toEqual(new Map(passages.map((one) => [one.id, one])));
        const vectors = await store.vectors(ids);
        expect([...vectors.keys()].sort()).toEqual(passages.map(({ id }) => id).sort());
        for (const passage of passages) {
          const encoding = await encoder.encodePassage(indexedParts(passage));
          const truth = toPassageTokens(encoding);
          const { vector = new Float32Array(), tokens = truth } = vectors.get(passage.id) ?? {};
          vector.forEach((value, at) => {
            expect(value).toBeCloseTo(encoding.vector[at] ?? Number.NaN, 4);
          });
          expect(tokens.count).toBe(truth.count);
          expect(tokens.parts).toEqual(truth.parts);
          // A store may keep them in fewer bits.
          expect(leastCosine(tokens, truth)).toBeGreaterThan(0.95);
        }
        expect((await store.passages([])).size + (await store.vectors([])).size).toBe(0);
      }));

    it('weighs tokens by how few passages have them, also one that none has', () =>
      always(fc.constantFrom(...questions), async (store, ingested, text) => {
        const passages = allOf(ingested);
        const tokensOf = async (passage: Passage) =>
          (await encoder.encodePassage(indexedParts(passage))).tokens;
        const held = await Promise.all(passages.map(tokensOf));
        const tokens = [...(await encoder.encodeQuery(text)).tokens, 'atlantis'];
        const weights = await store.tokenWeights(tokens);
        expect([...weights.keys()].sort()).toEqual([...new Set(tokens)].sort());
        for (const token of tokens) {
          const count = held.filter((own) => own.includes(token)).length;
          expect(weights.get(token)).toBeCloseTo(Math.log(1 + passages.length / (1 + count)), 10);
        }
      }));

    it('knows what stands before and after a passage in its document', () =>
      always(fc.constant(absent), async (store, ingested, unknown) => {
        const around = await store.neighbours([unknown, ...allOf(ingested).map(({ id }) => id)]);
        const truth = ingested.flatMap(({ passages }) =>
          passages.map(({ id }, at) => {
            const other = { previous: passages[at - 1]?.id ?? null, next: passages[at + 1]?.id ?? null };
            return [id, other] as const;
          }),
        );
        expect(around).toEqual(new Map(truth));
      }));

    const pages = fc.subarray([1, 2, 3, 4, 5, 99], { minLength: 1 });
    it('reads a stretch in reading order', () =>
      always(fc.tuple(generatedFilter, pages), async (store, ingested, [filter, some]) => {
        const onPages = allOf(ingested).filter(
          (passage) => lets(filter, passage) && passage.pages.some((page) => some.includes(page)),
        );
        expect(await store.readStretch({ ...filter, pages: some })).toEqual(onPages);
        const { documents = ['report-1'] } = filter;
        const within = { ...filter, documents };
        const whole = allOf(ingested).filter((passage) => lets(within, passage));
        expect(await store.readStretch(within)).toEqual(whole);
      }));

    it('reads of a stretch at least the passages that have all words of a text', () =>
      always(
        fc.tuple(generatedFilter, fc.constantFrom(...questions, 'Chinese inverters', 'Atlantis')),
        async (store, ingested, [filter, words]) => {
          const asked = termsOf(words);
          const holds = ({ chapter, section, text }: Passage) => {
            const own = new Set([...termsOf(`${chapter} ${section ?? ''}`), ...termsOf(text)]);
            return asked.every((term) => own.has(term));
          };
          const within = { ...filter, documents: ['report-1', 'report-2'] };
          const truth = allOf(ingested).filter((passage) => lets(within, passage) && holds(passage));
          const found = await store.readStretch({ ...within, words });
          expect(found.filter(holds)).toEqual(truth);
          expect(found.every((passage) => lets(within, passage))).toBe(true);
        },
      ));

    it('counts what a filter lets through', () =>
      always(generatedFilter, async (store, ingested, filter) => {
        const allowed = allOf(ingested).filter((passage) => lets(filter, passage));
        expect(await store.countPassages(filter)).toBe(allowed.length);
        expect(await store.countPassages({})).toBe(allOf(ingested).length);
      }));

    it('gives notes and documents by id; documents in reading order, all where none is named', () =>
      always(fc.constant('atlantis'), async (store, ingested, unknown) => {
        const notes = ingested.flatMap((one) => one.notes);
        const noteIds = [...notes.map(({ id }) => id), unknown];
        expect(await store.notes(noteIds)).toEqual(new Map(notes.map((note) => [note.id, note])));
        const documents = ingested.map(({ document }) => document);
        expect(await store.documents()).toEqual(documents);
        const ids = documents.map(({ id }) => id).reverse();
        expect(await store.documents([unknown, ...ids])).toEqual(documents);
        expect(await store.documents(ids.slice(0, 1))).toEqual(documents.slice(-1));
        expect(await store.documents([])).toEqual([]);
      }));

    it('gives the trace of each reading, where there is one', () =>
      always(fc.constant('atlantis'), async (store, ingested, unknown) => {
        for (const { document, trace } of ingested) expect(await store.trace(document.id)).toEqual(trace);
        expect(await store.trace(unknown)).toBeUndefined();
      }));

    it('has the summaries of its documents, added up; of those named alone where some are', () =>
      always(fc.constant('atlantis'), async (store, ingested, unknown) => {
        expect(await store.summary()).toEqual(addSummaries(ingested.map(summarizer.summarize)));
        const [first] = ingested;
        const named = [...(first === undefined ? [] : [first.document.id]), unknown];
        const own = ingested.slice(0, 1).map(summarizer.summarize);
        expect(await store.summary(named)).toEqual(addSummaries(own));
        expect(store.encoderId).toBe(encoder.id);
      }));

    const documentIds = fc.subarray(['report-1', 'report-2', 'report-3', 'atlantis']);
    it('is within some documents as a store of these alone: no score, count or word tells of the others', () =>
      always(fc.tuple(documentIds, query), async (store, ingested, [ids, { text, count, filter = {} }]) => {
        const within = await store.within(ids);
        const own = ingested.filter(({ document }) => ids.includes(document.id));
        const passageIds = [...allOf(ingested).map(({ id }) => id), absent];
        const noteIds = ingested.flatMap(({ notes }) => notes.map(({ id }) => id));
        const { vector, tokens } = await encoder.encodeQuery(text);
        // A word with a typo is found by those that it may be meant for, where no document has it itself.
        const typo = text.replace('Lithuania', 'Lithunia').replace('NÚKIB', 'Austira');
        const readAll = async (one: PassageStore) => ({
          found: await one.findCandidates({ ...(own.length > 0 && { vector }), text, count, filter }),
          byTypo: await one.findCandidates({ text: typo, count }),
          vectors: await one.vectors(passageIds),
          weights: await one.tokenWeights(tokens),
          passages: await one.passages(passageIds),
          neighbours: await one.neighbours(passageIds),
          stretch: await one.readStretch({ ...filter, pages: [1, 2, 3] }),
          worded: await one.readStretch({ pages: [1, 2, 3], words: text }),
          counts: [await one.countPassages({}), await one.countPassages(filter)],
          notes: await one.notes(noteIds),
          summaries: [await one.summary(), await one.summary(['report-1'])],
          documents: [await one.documents(), await one.documents(['report-1', 'report-2'])],
          narrower: await (await one.within(['report-2'])).documents(),
        });
        const given = await readAll(within);
        await withStore(own, async (alone) => expect(given).toEqual(await readAll(alone)));
      }));

    it('finds nothing where it holds nothing', () =>
      withStore([], async (store) => {
        const { vector } = await encoder.encodeQuery('ban');
        const found = await store.findCandidates({ vector, text: 'ban', count: 5 });
        expect(found).toEqual({ byVector: [], byKeyword: [] });
        expect(await store.documents()).toEqual([]);
        expect(await store.readStretch({ pages: [1] })).toEqual([]);
        expect(await store.tokenWeights(['ban'])).toEqual(new Map([['ban', 0]]));
        expect(await store.countPassages({})).toBe(0);
      }));
  });
}
