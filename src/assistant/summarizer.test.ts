import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addSummaries, emptySummary, type Summary } from '../core/summary.ts';
import { samplePassages } from '../testing/answers/sample-report.ts';
import { generatedDocuments } from '../testing/store/generate-documents.ts';
import { summarizer } from './summarizer.ts';

/** With the order in which words and chapters were first met, which counts where two are as good. */
const inOrder = ({ words, noteWords, names, ...rest }: Summary) => ({
  ...rest,
  words: [...words],
  noteWords: [...noteWords],
  names: [...names].map(([chapter, counts]) => [chapter, [...counts]]),
});

describe('the summary of documents', () => {
  it('is the sum of their summaries, in order', () => {
    fc.assert(
      fc.property(generatedDocuments, (ingested) => {
        const whole = summarizer.summarize({ passages: ingested.flatMap(({ passages }) => passages) });
        const sum = addSummaries(ingested.map(summarizer.summarize));
        expect(inOrder(sum)).toEqual(inOrder(whole));
        expect(inOrder(addSummaries([sum, emptySummary]))).toEqual(inOrder(sum));
      }),
    );
  });

  it('counts words by their form, names by chapter, and the passages that name a country', () => {
    const { words, noteWords, names, bodyPassages, countries } = summarizer.summarize({
      passages: [...samplePassages],
    });
    expect([words.get('Huawei'), words.get("Huawei's")]).toEqual([4, 1]);
    expect(noteWords.get('Huawei')).toBe(1);
    expect([words.has('smlouvy'), noteWords.has('smlouvy')]).toEqual([false, true]);
    expect(names.get('Sweden')?.get('ericsson')).toBe(1);
    expect(names.get('Czechia')?.has('sedlák')).toBe(false);
    expect(bodyPassages).toBe(9);
    expect(countries.get('China')).toBe(5);
  });
});
