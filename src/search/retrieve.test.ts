import { beforeAll, describe, expect, it } from 'vitest';
import type { PassageFilter, PassageStore, ScoredPassage } from '../core/passage-store.ts';
import type { Hit } from '../core/types.ts';
import { samplePassages } from '../testing/answers/sample-report.ts';
import { createFakeEncoder } from '../testing/networks/fake-encoder.ts';
import { createFakeStore } from '../testing/store/fake-store.ts';
import { ranking } from './ranking-numbers.ts';
import type { RankingPart } from './ranking-parts.ts';
import { type EncodedQuestion, fuseScores, normalizeScores, retrieve } from './retrieve.ts';

const encoder = createFakeEncoder();
let store: PassageStore;
beforeAll(async () => {
  store = await createFakeStore({ passages: samplePassages, encoder });
});

async function ask(
  text: string,
  chapters: string[] = [],
  filter?: PassageFilter,
  count = 10,
): Promise<Hit[]> {
  return retrieve({ text, encoding: await encoder.encodeQuery(text), chapters }, store, { count, filter });
}

describe('normalizeScores', () => {
  it('makes the best 1 and the worst 0', () => {
    const scored = [
      { id: 'r/1/4', score: 12 },
      { id: 'r/1/2', score: 9 },
      { id: 'r/1/7', score: 2 },
    ];
    expect([...normalizeScores(scored)]).toEqual([
      ['r/1/4', 1],
      ['r/1/2', 0.7],
      ['r/1/7', 0],
    ]);
  });

  it('makes equal scores 1, one alone too, and takes an empty list', () => {
    expect([...normalizeScores([{ id: 'r/1/3', score: 0.2 }])]).toEqual([['r/1/3', 1]]);
    expect([...normalizeScores([])]).toEqual([]);
  });
});

describe('fuseScores', () => {
  const vector = new Map([
    ['r/1/1', 1],
    ['r/1/2', 0.6],
    ['r/1/3', 0],
  ]);
  const keyword = new Map([
    ['r/1/2', 1],
    ['r/1/4', 0.5],
  ]);

  it('weighs vectors and keywords by their share, and counts 0 where a ranking has nothing', () => {
    const fused = fuseScores(keyword, vector, () => false, { vectorWeight: 0.65, chapterBonus: 0 });
    expect(fused.map(({ id }) => id)).toEqual(['r/1/2', 'r/1/1', 'r/1/4', 'r/1/3']);
    [0.74, 0.65, 0.175, 0].forEach((score, index) => {
      expect(fused[index]?.score).toBeCloseTo(score, 10);
    });
  });

  it('lifts the passages of a named chapter by the bonus', () => {
    const fused = fuseScores(keyword, vector, (id) => id === 'r/1/1', {
      vectorWeight: 0.65,
      chapterBonus: 0.2,
    });
    expect(fused.map(({ id }) => id)).toEqual(['r/1/1', 'r/1/2', 'r/1/4', 'r/1/3']);
    expect(fused[0]?.score).toBeCloseTo(0.85, 10);
  });
});

describe('retrieve', () => {
  it('puts the passage that answers first', async () => {
    const questions: [string, string][] = [
      ['Which country adopted an explicit ban on Huawei and ZTE equipment in 5G networks?', '23/1'],
      ['When did NÚKIB issue its warning about Huawei and ZTE?', '5/1'],
      ['How many people does the Italian biopharma sector employ?', '14/1'],
      ['When was the SHENG programme launched?', '18/1'],
      ['How much has France 2030 mobilised for startups?', '9/1'],
      ['Where were Chinese solar inverters banned?', '2/1'],
      ['When was the Office of Science and Technology in Beijing established?', '3/1'],
    ];
    for (const [question, number] of questions) {
      const [best] = await ask(question);
      expect([question, best?.passage.id]).toEqual([question, `fragmented-europe-2026/${number}`]);
    }
  });

  it('gives scores of 0 to 1, best first, and null if a ranking did not return the passage', async () => {
    const hits = await ask('explicit ban on Huawei equipment');
    expect(hits).toHaveLength(samplePassages.length);
    expect(hits.map(({ score }) => score)).toEqual(hits.map(({ score }) => score).sort((a, b) => b - a));
    for (const { score, scores } of hits) {
      for (const value of [score, scores.keyword, scores.vector, scores.maxsim]) {
        expect(value ?? 0).toBeGreaterThanOrEqual(0);
        expect(value ?? 0).toBeLessThanOrEqual(1);
      }
    }
    expect(hits[0]?.scores).toEqual({ keyword: 1, vector: 1, maxsim: 1 });
    expect(hits.find(({ passage }) => passage.chapter === 'Italy')?.scores.keyword).toBeNull();
  });

  it('prefers the chapter that the question is about among passages that match alike', async () => {
    const twins = samplePassages.slice(-1).map((passage) => ({ ...passage, id: 'twin', chapter: 'Latvia' }));
    const withTwin = await createFakeStore({ passages: [...samplePassages, ...twins], encoder });
    const text = 'explicit ban on Huawei';
    const encoding = await encoder.encodeQuery(text);
    const order = async (chapters: string[]) =>
      (await retrieve({ text, encoding, chapters }, withTwin, { count: 2 })).map(
        ({ passage }) => passage.chapter,
      );
    expect(await order(['Latvia'])).toEqual(['Latvia', 'Sweden']);
    expect(await order(['Sweden'])).toEqual(['Sweden', 'Latvia']);
  });

  it('leaves out the parts it is told to', async () => {
    const text = 'explicit ban on Huawei equipment';
    const encoding = await encoder.encodeQuery(text);
    const rank = (without: RankingPart[], chapters: string[] = []) =>
      retrieve({ text, encoding, chapters }, store, { count: 3, without });
    const ids = (hits: readonly Hit[]) => hits.map(({ passage }) => passage.id);
    const scoresOf = (name: 'keyword' | 'vector' | 'maxsim') => (hits: readonly Hit[]) =>
      hits.map(({ scores }) => scores[name]);

    expect(scoresOf('maxsim')(await rank(['maxsim']))).toEqual([null, null, null]);
    expect(scoresOf('keyword')(await rank(['keyword']))).toEqual([null, null, null]);
    expect(scoresOf('vector')(await rank(['vector']))).toEqual([null, null, null]);
    expect(await rank(['keyword', 'vector'])).toEqual([]);
    expect(await rank(['routing'], ['Latvia'])).toEqual(await rank([]));

    // Alone, each ranking gives its own order.
    const { byKeyword, byVector } = await store.findCandidates({ text, vector: encoding.vector, count: 3 });
    const candidateIds = (candidates: readonly ScoredPassage[]) => candidates.map(({ id }) => id);
    const rest: RankingPart[] = ['maxsim', 'routing', 'notes-discount'];
    expect(ids(await rank([...rest, 'vector']))).toEqual(candidateIds(byKeyword));
    expect(ids(await rank([...rest, 'keyword']))).toEqual(candidateIds(byVector));
  });

  it('takes from references and the like, unless the question asks for them or leaves the discount out', async () => {
    const text = 'explicit ban on Huawei';
    const last = samplePassages.slice(-1);
    const cited = last.map((passage) => ({ ...passage, id: 'cited', matter: 'references' as const }));
    const withCited = await createFakeStore({ passages: [...samplePassages, ...cited], encoder });
    const encoding = await encoder.encodeQuery(text);
    const scoreOf = async (asked: Partial<EncodedQuestion>, without: RankingPart[] = []) =>
      (await retrieve({ text, encoding, chapters: [], ...asked }, withCited, { count: 20, without })).find(
        ({ passage }) => passage.id === 'cited',
      )?.score ?? 0;
    const whole = await scoreOf({}, ['notes-discount']);
    expect(whole - (await scoreOf({}))).toBeCloseTo(ranking.numbers.noteDiscount, 10);
    expect(whole - (await scoreOf({ matter: ['index'] }))).toBeCloseTo(ranking.numbers.noteDiscount, 10);
    expect(await scoreOf({ matter: ['references'] })).toBeCloseTo(whole, 10);
    expect(await scoreOf({ asksForNotes: true })).toBeCloseTo(whole, 10);
  });

  it('takes nothing off endnotes without the discount', async () => {
    const text = 'Huawei contracts';
    const encoding = await encoder.encodeQuery(text);
    const noteScore = async (without: RankingPart[]) =>
      (await retrieve({ text, encoding, chapters: [] }, store, { count: 20, without })).find(
        ({ passage }) => passage.kind === 'note',
      )?.score ?? 0;
    expect((await noteScore(['notes-discount'])) - (await noteScore([]))).toBeCloseTo(
      ranking.numbers.noteDiscount,
      10,
    );
  });

  it('keeps to the filter and the count', async () => {
    const notes = await ask('Huawei contracts', [], { kinds: ['note'] });
    expect(notes.map(({ passage }) => passage.id)).toEqual(['fragmented-europe-2026/5/2']);
    const two = await ask('Huawei', [], { chapters: ['Sweden', 'Hungary', 'Denmark'] }, 2);
    expect(two).toHaveLength(2);
    expect(await ask('Huawei', [], { chapters: ['Atlantis'] })).toEqual([]);
    expect(await ask('Huawei', [], { documents: [] })).toEqual([]);
  });

  it('ranks a question that no keyword matches by vectors alone', async () => {
    const hits = await ask('is it so?');
    expect(hits).toHaveLength(samplePassages.length);
    expect(hits.every(({ scores }) => scores.keyword === null)).toBe(true);
  });

  it('lists passages past the reranked after them', async () => {
    const many = samplePassages.flatMap((passage) =>
      Array.from({ length: 9 }, (_, copy) => ({ ...passage, id: `${passage.id}-${copy}` })),
    );
    const large = await createFakeStore({ passages: many, encoder });
    const encoding = await encoder.encodeQuery('Huawei');
    const hits = await retrieve({ text: 'Huawei', encoding, chapters: [] }, large, { count: 80 });
    expect(hits).toHaveLength(80);
    const depth = ranking.numbers.rerankDepth;
    expect(hits.slice(0, depth).every(({ scores }) => scores.maxsim !== null)).toBe(true);
    expect(hits.slice(depth).every(({ scores }) => scores.maxsim === null)).toBe(true);
    expect(hits.map(({ score }) => score)).toEqual(hits.map(({ score }) => score).sort((a, b) => b - a));
  });
});
