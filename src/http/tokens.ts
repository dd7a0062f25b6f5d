/** Bearer tokens: which of those the server knows a request presents. */
import { createHash, timingSafeEqual } from 'node:crypto';

export interface Tokens {
  /** The place of the token in the list, from 1; undefined for one that is not in it. */
  find(token: string): number | undefined;
  /** What a signed-in browser holds for a token: a digest, so that the cookie does not give the token away. */
  seal(token: string): string;
  /** The place of the token that was sealed. */
  findSealed(seal: string): number | undefined;
}

function digest(text: string): Buffer {
  return createHash('sha256').update(text).digest();
}

function seal(token: string): string {
  return digest(`sealed ${token}`).toString('base64url');
}

/** Digests are of one length, and all are compared: how long it takes says nothing about the tokens. */
function findDigest(known: readonly Buffer[], text: string): number | undefined {
  const wanted = digest(text);
  let place: number | undefined;
  for (const [index, one] of known.entries()) {
    if (timingSafeEqual(one, wanted)) place = index + 1;
  }
  return place;
}

/** Keeps digests of the tokens only. */
export function createTokens(tokens: readonly string[]): Tokens {
  const plain = tokens.map(digest);
  const sealed = tokens.map((token) => digest(seal(token)));
  return {
    find: (token) => findDigest(plain, token),
    seal,
    findSealed: (text) => findDigest(sealed, text),
  };
}
