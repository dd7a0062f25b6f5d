import { describe, expect, it } from 'vitest';
import { english } from '../../language/en/english.ts';
import { retrieve } from '../../search/retrieve.ts';
import { makePassage } from '../../testing/answers/candidates.ts';
import { sampleGazetteer } from '../../testing/answers/sample-gazetteer.ts';
import { createFakeEncoder } from '../../testing/networks/fake-encoder.ts';
import { createFakeStore } from '../../testing/store/fake-store.ts';
import { analyseQuestion } from '../question/question.ts';
import { measureTopic } from './topic.ts';

const encoder = createFakeEncoder();
const passages = [
  makePassage({ id: 'r/23/1', chapter: 'Spain' }, [
    'Spain applies screening selectively and pragmatically.',
    'Chinese car sales exceeded 100,000 units in Spain.',
  ]),
  makePassage({ id: 'r/25/1', chapter: 'Sweden' }, ['Sweden banned Huawei from its 5G networks in 2020.']),
];
const store = await createFakeStore({ passages, encoder });
const gazetteer = sampleGazetteer(['Spain', 'Sweden']);

async function measure(text: string) {
  const encoding = await encoder.encodeQuery(text);
  const hits = await retrieve({ text, encoding, chapters: [] }, store, { count: 2 });
  const weights = await store.tokenWeights(encoding.tokens);
  return measureTopic(analyseQuestion(text, gazetteer, english), encoding, hits, weights);
}

describe('measureTopic', () => {
  it('counts a question as met where any sentence found speaks of it', async () => {
    const topic = await measure('Chinese car sales and screening in Spain');
    expect(topic?.met).toBeCloseTo(1, 1);
  });

  it('leaves out the places named: their chapters are about them whatever is asked', async () => {
    const topic = await measure('Capital of Spain');
    expect(topic?.met).toBeLessThan(0.5);
    expect(topic?.similarity).toBeGreaterThan(0.2);
  });

  it('leaves out the countries that a sweep asks for', async () => {
    const asked = await measure('Which European countries banned Huawei');
    expect(asked?.met).toBeCloseTo((await measure('banned Huawei'))?.met ?? 0, 5);
  });

  it('has nothing to measure in a question that is all places', async () => {
    expect(await measure('Sweden or Spain?')).toBeNull();
  });
});
