import { describe, expect, it } from 'vitest';
import { passesGateway } from './passes-gateway.ts';

describe('passesGateway', () => {
  it.each([
    [undefined, false],
    ['', false],
    ['No', false],
    ['false', false],
    ['true', true],
    ['https://gateway.example', true],
  ])('with LANGSMITH_GATEWAY=%s: %s', (value, expected) => {
    expect(passesGateway({ LANGSMITH_GATEWAY: value })).toBe(expected);
  });
});
