import { describe, expect, it } from 'vitest';
import { fillPrompt } from './prompts.ts';

describe('fillPrompt', () => {
  it('fills its variables in, wherever they stand', () => {
    expect(
      fillPrompt('show-conversation', { nonce: 'x7', conversation: 'Who?', question: 'Who paid?' }),
    ).toBe('<conversation x7>\nWho?\n</conversation x7>\n\nLast question: Who paid?');
  });

  it('does not look for variables in a value', () => {
    const values = { nonce: 'x7', conversation: '{question} $& {other}', question: 'Who paid?' };
    expect(fillPrompt('show-conversation', values)).toContain('\n{question} $& {other}\n');
  });

  it('names the variable that is missing', () => {
    expect(() => fillPrompt('show-conversation', { nonce: 'x7', question: 'Who paid?' })).toThrow(
      'prompts/show-conversation.md: no value for {conversation}.',
    );
  });
});
