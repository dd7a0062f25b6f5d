import { describe, expect, it } from 'vitest';
import type { Passage } from '../../core/types.ts';
import { fakeAssistant, sampleListing } from '../../testing/assistant/fake-assistant.ts';
import { sampleResult } from '../../testing/evals/sample-result.ts';
import { chooseKnowing, fillWords, runBaselines } from './baselines.ts';
import { findMetric } from './score/summarize.ts';

function passage(id: string, ...texts: string[]): Passage {
  const sentences = texts.map((text) => ({ text, pages: [181], boxes: [], noteIds: [], markers: [] }));
  const place = { documentId: 'report', chapter: 'Sweden', section: null, kind: 'body' as const };
  return { id, ...place, text: texts.join(' '), pages: [181], sentences };
}

const geely = passage(
  'report/22/3',
  'Sweden is open to investors.',
  'Geely acquired Swedish carmaker Volvo Cars in 2010.',
);
const ban = passage('report/22/9', 'Sweden banned Huawei in 2020.');

describe('fillWords', () => {
  it('takes whole sentences while they fit, and the first in any case', () => {
    const sentences = ['One two three.', 'Four five.', 'Six.'];
    expect(fillWords(sentences, 5)).toEqual(['One two three.', 'Four five.']);
    expect(fillWords(sentences, 6)).toEqual(sentences);
    expect(fillWords(sentences, 2)).toEqual(['One two three.']);
    expect(fillWords([], 5)).toEqual([]);
  });
});

describe('chooseKnowing', () => {
  it('takes the sentence with most of the missing facts, the shortest among equals, until none helps', () => {
    const facts = [['2010'], ['Geely'], ['Huawei'], ['never said']];
    const sentences = [
      'In 2010 it began.',
      'Geely came in 2010, at last.',
      'Geely came in 2010.',
      'Huawei went.',
    ];
    expect(chooseKnowing(sentences, { facts })).toEqual(['Geely came in 2010.', 'Huawei went.']);
    expect(chooseKnowing(sentences, { facts: [] })).toEqual([]);
  });
});

describe('runBaselines', () => {
  it('measures each ranking and each choice on the answerable questions', async () => {
    const assistant = fakeAssistant({
      documents: () => [sampleListing],
      passages: () => [geely, ban],
      // BM25 finds the wrong passage only; vectors both.
      retrieve: async (_question, _count, _filter, without = []) =>
        (without.includes('vector') ? [ban] : [ban, geely]).map((one) => ({
          passage: one,
          score: 1,
          scores: { keyword: null, vector: null, maxsim: null },
        })),
    });
    const nearMiss = { ...sampleResult, id: 'swe-m02', kind: 'near-miss' as const, evidenceRanks: [] };
    const stack = {
      name: 'other',
      label: 'another stack',
      ask: async () => ({ recall: [0, 0.5, 1, 1, 1], text: `${'word '.repeat(119)}2010 2011` }),
    };
    const baselines = await runBaselines(assistant, [sampleResult, nearMiss], { stacks: [stack] });
    const figures = baselines.map(({ name, metrics }) => [
      name,
      findMetric(metrics, 'recall@1').value,
      findMetric(metrics, 'recall@5').value,
      findMetric(metrics, 'facts').value,
      findMetric(metrics, 'words').value,
    ]);
    expect(figures).toEqual([
      ['verse', 0, 1, 1, 12],
      ['bm25', 0, 0, 0, 5],
      ['vectors', 0, 1, 1, 18],
      ['lead', 0, 1, 0, 10],
      ['oracle-passages', 1, 1, 1, 13],
      ['oracle-sentences', 0, 1, 1, 8],
      ['other', 0, 1, 1, 120],
    ]);
    expect(assistant.calls.filter(([method]) => method === 'retrieve')).toEqual([
      ['retrieve', sampleResult.question, 20, {}, ['vector', 'maxsim', 'routing', 'notes-discount']],
      ['retrieve', sampleResult.question, 20, {}, ['keyword', 'maxsim', 'routing', 'notes-discount']],
    ]);
  });
});
