import { describe, expect, it } from 'vitest';
import { encodePassages } from '../../search/encode-passages.ts';
import { splitWords } from '../../search/normalize-words.ts';
import { samplePassages, sampleReport } from '../../testing/answers/sample-report.ts';
import { createFakeEncoder } from '../../testing/networks/fake-encoder.ts';
import { alterWords, createGenerator } from './generate-documents.ts';

async function createSampleGenerator() {
  const { encodings } = await encodePassages(samplePassages, createFakeEncoder());
  return createGenerator({ document: sampleReport.document, passages: samplePassages, encodings });
}

describe('a generated document', () => {
  it('has passages of sentences of one chapter, with ids of their own', async () => {
    const generate = await createSampleGenerator();
    const { document, passages, encodings } = generate(7, 50);
    expect(document.id).toBe('generated-000007');
    expect(new Set(passages.map(({ id }) => id)).size).toBe(50);
    expect(encodings).toHaveLength(50);
    for (const { id, documentId, chapter, sentences, text } of passages) {
      expect([documentId, id.startsWith(`${documentId}/`)]).toEqual([document.id, true]);
      const known = samplePassages.filter((one) => one.chapter === chapter && one.kind === 'body');
      const texts = known.flatMap((one) => one.sentences.map((sentence) => alterWords(sentence.text, 7)));
      expect(sentences.every((sentence) => texts.includes(sentence.text))).toBe(true);
      expect(text).toBe(sentences.map((sentence) => sentence.text).join(' '));
    }
  });

  it('has unit vectors, and the tokens of its sentences part by part', async () => {
    const generate = await createSampleGenerator();
    for (const { vector, tokens, pieces } of generate(0, 50).encodings) {
      expect(Math.hypot(...vector)).toBeCloseTo(1, 5);
      expect(tokens.vectors).toHaveLength(tokens.count * vector.length);
      expect(pieces).toHaveLength(tokens.count);
      expect(tokens.parts).toEqual(tokens.parts.slice().sort());
      expect(tokens.parts.includes(0)).toBe(false);
    }
  });

  it('is the same in every run, and another by another number', async () => {
    const generate = await createSampleGenerator();
    expect(generate(3, 5)).toEqual((await createSampleGenerator())(3, 5));
    expect(generate(3, 5).passages[0]?.text).not.toBe(generate(4, 5).passages[0]?.text);
  });

  it('has some words of its own, always the same', () => {
    const text = samplePassages.map((passage) => passage.text).join(' ');
    const words = new Set(splitWords(text));
    const own = (number: number) =>
      [...new Set(splitWords(alterWords(text, number)))].filter((word) => !words.has(word));
    expect(own(5).length).toBeGreaterThan(3);
    expect(own(5).filter((word) => own(6).includes(word))).toEqual([]);
  });
});
