import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { sampleResult } from '../../../testing/evals/sample-result.ts';
import { temporaryFolder } from '../../../testing/temporary-folder.ts';
import type { QuestionResult } from '../ask-question.ts';
import { formatBaseline, readBaseline } from './baseline-file.ts';
import { compareRuns, findRegressions, toBaseline } from './gate.ts';

const made = { version: '0.1.0', encoder: 'fake-encoder@00000000' };

/** `count` questions on each of four chapters; `isRight` says which hold their facts. */
function results(count: number, isRight: (chapter: string, index: number) => boolean): QuestionResult[] {
  return ['Austria', 'Belgium', 'Spain', 'Sweden'].flatMap((chapter) =>
    Array.from({ length: count }, (_, index) => ({
      ...sampleResult,
      id: `${chapter}-${index}`,
      chapters: [chapter],
      facts: [isRight(chapter, index)],
    })),
  );
}

const nearMiss: QuestionResult = {
  ...sampleResult,
  id: 'swe-m02',
  kind: 'near-miss',
  status: 'not-found',
  facts: [],
  evidenceRanks: [],
};
const all = results(5, () => true);
const baseline = toBaseline([...all, nearMiss], made);

describe('toBaseline', () => {
  it('keeps facts, recall@5 and refusal of each question', () => {
    const mixed = { ...sampleResult, facts: [true, false], evidenceRanks: [1, 9, null] };
    expect(toBaseline([mixed, nearMiss], made)).toEqual({
      ...made,
      questions: { 'swe-02': [0, 0.3333, null], 'swe-m02': [null, null, 1] },
    });
  });
});

describe('compareRuns', () => {
  it('finds no difference between a run and itself', () => {
    const comparison = compareRuns('baseline.json', baseline, [...all, nearMiss]);
    expect(
      comparison.figures.map(({ name, before, now, interval, count }) => [
        name,
        before,
        now,
        interval,
        count,
      ]),
    ).toEqual([
      ['facts', 1, 1, [0, 0], 20],
      ['recall@5', 1, 1, [0, 0], 20],
      // One near miss, one chapter: no interval, and no verdict.
      ['refused', 1, 1, null, 1],
    ]);
    expect(findRegressions(comparison, all)).toEqual([]);
  });

  it('fails where every draw of chapters is worse', () => {
    // Each chapter loses one of five: the difference is -.2 whatever chapters are drawn.
    const worse = results(5, (_, index) => index > 0);
    const comparison = compareRuns('baseline.json', baseline, worse);
    expect(comparison.figures[0]).toMatchObject({ before: 1, now: 0.8, count: 20, better: [] });
    expect(comparison.figures[0]?.worse).toEqual(['Austria-0', 'Belgium-0', 'Spain-0', 'Sweden-0']);
    expect(findRegressions(comparison, worse)).toEqual([
      'facts fell from 1.000 in baseline.json to 0.800 over 20 questions; the difference is -.200 to -.200, all below 0.',
    ]);
  });

  it('lets pass what may be chance: all of the loss in one chapter', () => {
    const worse = results(5, (chapter, index) => chapter !== 'Spain' || index > 0);
    const comparison = compareRuns('baseline.json', baseline, worse);
    expect(comparison.figures[0]?.worse).toEqual(['Spain-0']);
    expect(comparison.figures[0]?.interval?.[1]).toBe(0);
    expect(findRegressions(comparison, worse)).toEqual([]);
  });

  it('pairs only what both runs asked', () => {
    const added = { ...sampleResult, id: 'new-1', facts: [false] };
    const comparison = compareRuns('baseline.json', baseline, [...all.slice(0, 3), added]);
    expect(comparison.added).toBe(1);
    expect(comparison.figures[0]).toMatchObject({ before: 1, now: 1, count: 3 });
  });

  it('fails where anything is misquoted, better figures or not', () => {
    const misquoting = { ...sampleResult, quotations: { count: 2, misquoted: ['In 2011.'] } };
    const comparison = compareRuns('baseline.json', baseline, [misquoting]);
    expect(findRegressions(comparison, [misquoting])).toEqual([
      'verbatim must be 1: what is quoted for swe-02 is not in the report.',
    ]);
  });
});

describe('the baseline file', () => {
  const folder = temporaryFolder('baseline');

  it('holds one question a line and reads back', async () => {
    const path = join(folder, 'baseline.json');
    await writeFile(path, formatBaseline(baseline));
    expect(await readBaseline(path)).toEqual(baseline);
    expect((await readFile(path, 'utf8')).split('\n').slice(0, 6)).toEqual([
      '{',
      '  "version": "0.1.0",',
      '  "encoder": "fake-encoder@00000000",',
      '  "figures": ["facts", "recall@5", "refused"],',
      '  "questions": {',
      '    "Austria-0": [1, 1, null],',
    ]);
  });

  it('is refused if it is missing, not JSON, or has other figures', async () => {
    const again = 'Make it anew: verse eval --write-baseline FILE.';
    const missing = join(folder, 'none.json');
    await expect(readBaseline(missing)).rejects.toMatchObject({
      code: 'cannot-read',
      sentence: `${missing}: no such file. ${again}`,
    });
    const path = join(folder, 'other.json');
    await writeFile(path, 'facts');
    await expect(readBaseline(path)).rejects.toThrow(`${path}: not JSON`);
    await writeFile(path, formatBaseline(baseline).replace('recall@5', 'recall@3'));
    await expect(readBaseline(path)).rejects.toMatchObject({
      code: 'bad-input',
      sentence: `${path}: no baseline of facts, recall@5, refused. ${again}`,
    });
  });
});
