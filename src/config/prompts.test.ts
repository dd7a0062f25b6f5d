import { describe, expect, it } from 'vitest';
import { fillPrompt } from './prompts.ts';

describe('fillPrompt', () => {
  it('fills the question into the instruction that the encoder was trained with, letter for letter', () => {
    expect(fillPrompt('encode-query', { question: 'Who paid?' })).toBe(
      'Represent this sentence for searching relevant passages: Who paid?',
    );
  });

  it('does not look for variables in a value', () => {
    expect(fillPrompt('encode-query', { question: '{question} $& {other}' })).toBe(
      'Represent this sentence for searching relevant passages: {question} $& {other}',
    );
  });

  it('names the variable that is missing', () => {
    expect(() => fillPrompt('encode-query', { text: 'Who paid?' })).toThrow(
      'prompts/encode-query.md: no value for {question}.',
    );
  });
});
