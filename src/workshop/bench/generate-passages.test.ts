import { describe, expect, it } from 'vitest';
import { encodePassages } from '../../search/encode-passages.ts';
import { packEncodings } from '../../store/disk/pack-encodings.ts';
import { samplePassages } from '../../testing/answers/sample-report.ts';
import { createFakeEncoder } from '../../testing/networks/fake-encoder.ts';
import { generatePassages } from './generate-passages.ts';

async function sampleSource() {
  const encoder = createFakeEncoder();
  const { encodings } = await encodePassages(samplePassages, encoder);
  return { passages: samplePassages, packed: packEncodings(encodings, encoder.dimensions) };
}

describe('generatePassages', () => {
  it('makes passages of sentences of one chapter, with ids of their own', async () => {
    const source = await sampleSource();
    const { passages, encodings } = generatePassages(source, 50);
    expect(new Set(passages.map(({ id }) => id)).size).toBe(50);
    expect(encodings).toHaveLength(50);
    for (const { chapter, sentences, text } of passages) {
      const known = source.passages.filter(
        (passage) => passage.chapter === chapter && passage.kind === 'body',
      );
      const texts = known.flatMap((passage) => passage.sentences.map((sentence) => sentence.text));
      expect(sentences.every((sentence) => texts.includes(sentence.text))).toBe(true);
      expect(text).toBe(sentences.map((sentence) => sentence.text).join(' '));
    }
  });

  it('gives each a unit vector and the tokens of its own sentences, part by part', async () => {
    const source = await sampleSource();
    const { dimensions } = source.packed.vectors;
    const { passages, encodings } = generatePassages(source, 50);
    const own = await encodePassages(passages, createFakeEncoder());
    encodings.forEach(({ vector, tokens, pieces }, place) => {
      expect(Math.hypot(...vector)).toBeCloseTo(1, 5);
      expect(tokens.vectors).toHaveLength(tokens.count * dimensions);
      // The same pieces as an encoder gives for the text, but for the heading prefix, which is part 0.
      const encoded = own.encodings[place];
      const isOfText = (_: string, index: number) => encoded?.tokens.parts[index] !== 0;
      expect(pieces).toEqual(encoded?.pieces.filter(isOfText));
      expect([...tokens.parts]).toEqual([...(encoded?.tokens.parts ?? [])].filter((part) => part !== 0));
    });
  });

  it('is the same in every run', async () => {
    const source = await sampleSource();
    expect(generatePassages(source, 5)).toEqual(generatePassages(source, 5));
  });
});
