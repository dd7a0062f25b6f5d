import { describe, expect, it } from 'vitest';
import type { AnswerSentence } from '../wire/types.ts';
import { readableText } from './quote.ts';

const say = (text: string, number: number, more: Partial<AnswerSentence> = {}): AnswerSentence => ({
  text,
  citations: [number],
  origin: 'quoted',
  verified: true,
  problems: [],
  ...more,
});

describe('readableText', () => {
  it('runs sentences on, without those that failed their check', () => {
    const sentences = [say('One.', 1), say('Two.', 2, { verified: false }), say('Three.', 3)];
    expect(readableText({ sentences, citations: [] })).toBe('One. [1] Three. [3]');
  });

  it('has what stands around those that answer in a paragraph of its own', () => {
    const sentences = [say('One.', 1), say('Two.', 2), say('Three.', 3)];
    expect(readableText({ sentences, citations: [], lead: [0, 1] })).toBe('One. [1] Two. [2]\n\nThree. [3]');
  });

  it('has a line for each item of a list', () => {
    const sentences = [
      say('It has:', 1),
      say('Oil.', 2, { listItem: true }),
      say('It is black.', 3),
      say('2. Gas.', 4, { listItem: true }),
    ];
    expect(readableText({ sentences, citations: [] })).toBe(
      'It has: [1]\n- Oil. [2] It is black. [3]\n2. Gas. [4]',
    );
  });
});
