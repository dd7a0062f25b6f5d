import { timingSafeEqual } from 'node:crypto';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { sealToken } from '../../config/token-file.ts';
import { createTokens, nameTokens } from './tokens.ts';

vi.mock('node:crypto', async (original) => {
  const crypto = await original<typeof import('node:crypto')>();
  return {
    ...crypto,
    timingSafeEqual: vi.fn((one: Buffer, other: Buffer) => crypto.timingSafeEqual(one, other)),
  };
});
const compare = vi.mocked(timingSafeEqual);
beforeEach(() => {
  compare.mockClear();
});

const list = nameTokens(['first-token-0123', 'second-token-0123', 'third-token-0123']);
const nameOf = (place: number | undefined) => place && `token ${place}`;

describe('createTokens', () => {
  it.each([
    ['first-token-0123', 1],
    ['third-token-0123', 3],
    ['first-token-012', undefined],
    ['First-token-0123', undefined],
    ['', undefined],
  ])('finds "%s" at %s, comparing all digests in constant time', (token, place) => {
    expect(createTokens(list).find(token)?.name).toBe(nameOf(place));
    expect(compare).toHaveBeenCalledTimes(3);
    for (const [one, other] of compare.mock.calls) {
      expect([one.byteLength, other.byteLength]).toEqual([32, 32]);
    }
  });

  it('knows a token by its seal, and neither by the other', () => {
    const tokens = createTokens(list);
    const seal = sealToken('second-token-0123');
    expect(tokens.findSealed(seal)?.name).toBe('token 2');
    expect(tokens.find(seal)).toBeUndefined();
    expect(tokens.findSealed('second-token-0123')).toBeUndefined();
    expect(tokens.findSealed(sealToken('fourth-token-0123'))).toBeUndefined();
    expect(seal).not.toContain('second');
  });
});
