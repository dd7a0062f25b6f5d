import { describe, expect, it } from 'vitest';
import { loadChatKey } from './chat-key.ts';

describe('the key of a chat model', () => {
  it("comes from the environment: ours, else the provider's own, which goes to no other address", () => {
    const environment = { OPENAI_API_KEY: 'theirs', ANTHROPIC_API_KEY: 'others' };
    const both = ['VERSE_CHAT_KEY', 'OPENAI_API_KEY'];
    expect(loadChatKey('openai', undefined, environment)).toEqual({ names: both, value: 'theirs' });
    expect(loadChatKey('openai', undefined, { ...environment, VERSE_CHAT_KEY: 'ours' }).value).toBe('ours');
    expect(loadChatKey('anthropic', undefined, environment).value).toBe('others');
    expect(loadChatKey('openai', 'http://127.0.0.1:8080/v1', environment)).toEqual({
      names: ['VERSE_CHAT_KEY'],
      value: undefined,
    });
    expect(loadChatKey('ollama', undefined, environment).value).toBeUndefined();
  });
});
