import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { readTriples } from '../evaluate/sentences/verify-format.ts';
import { gatherPairs, makePairs } from './make-pairs.ts';

const file = fileURLToPath(new URL('../../../evals/verify-reports-dev.jsonl', import.meta.url));
const triples = (await readTriples(file)).filter(({ report }) => report === 'epanet-manual');
const pairs = makePairs(triples, [], 1);
const of = (making: string) => pairs.filter((pair) => pair.making === making);
const textsOf = ({ sources }: (typeof pairs)[number]) => sources.map(({ text }) => text);

describe('makePairs', () => {
  it('makes the same of a seed, and other pairs of another', () => {
    expect(makePairs(triples, [], 1)).toEqual(pairs);
    expect(makePairs(triples, [], 2)).not.toEqual(pairs);
  });

  it('holds supported sentences against other passages of their document that have some of their words', () => {
    const elsewhere = of('elsewhere');
    expect(elsewhere.length).toBeGreaterThan(100);
    for (const pair of elsewhere) {
      expect(pair.triple.verdict).toBe('unsupported');
      expect(textsOf(pair)).not.toContain(pair.triple.passage);
    }
    const shareIn = (sentence: string, text: string) => {
      const words = sentence.toLowerCase().match(/\p{L}{5,}/gu) ?? [];
      return words.filter((word) => text.toLowerCase().includes(word)).length / words.length;
    };
    const sum = (textOf: (pair: (typeof pairs)[number]) => string) =>
      elsewhere.reduce((before, pair) => before + shareIn(pair.triple.sentence, textOf(pair)), 0);
    const ofNear = sum((pair) => textsOf(pair)[0] ?? '');
    const ofAny = sum(() => triples[0]?.passage ?? '');
    expect(ofNear).toBeGreaterThan(2 * ofAny);
  });

  it('holds two sentences as one against the passage of one, and against both', () => {
    for (const [at, half] of of('half').entries()) {
      const both = of('both')[at];
      expect(both?.triple.sentence).toBe(half.triple.sentence);
      expect([half.triple.verdict, both?.triple.verdict]).toEqual(['unsupported', 'supported']);
      expect(textsOf(half)).toEqual([half.triple.passage]);
      expect(both && textsOf(both)).toContain(half.triple.passage);
      expect(both?.sources).toHaveLength(2);
    }
    const joined = of('half').map(({ triple }) => triple.sentence);
    expect(joined.some((sentence) => /\w, and [a-z]/.test(sentence))).toBe(true);
    expect(joined.some((sentence) => /\w\. [A-Z]/.test(sentence))).toBe(true);
  });

  it('holds sentences of either verdict against their passage among others', () => {
    const among = of('among');
    expect(new Set(among.map(({ triple }) => triple.verdict))).toEqual(new Set(['supported', 'unsupported']));
    for (const pair of among) expect(textsOf(pair)).toContain(pair.triple.passage);
    const lengths = among.map(({ sources }) => sources.length);
    expect([Math.min(...lengths), Math.max(...lengths)]).toEqual([2, 5]);
  });
});

describe('gatherPairs', () => {
  it('has each sentence about other reports as it was written, beside its own passage', () => {
    const written = gatherPairs([], triples, []).filter(({ making }) => making === 'written');
    expect(written.map(({ triple }) => triple)).toEqual(triples);
    expect(written.every((pair) => textsOf(pair).join() === pair.triple.passage)).toBe(true);
  });
});
