/** Bearer tokens: recognises the ones this server accepts. */
import { createHash, timingSafeEqual } from 'node:crypto';

export interface Tokens {
  /** The token's position in the list, from 1; undefined if it is not in it. */
  find(token: string): number | undefined;
  /** The cookie value for a token: a digest, so that the cookie does not reveal the token. */
  seal(token: string): string;
  /** The position of the token that a seal was made from. */
  findSealed(seal: string): number | undefined;
}

function digest(text: string): Buffer {
  return createHash('sha256').update(text).digest();
}

function seal(token: string): string {
  return digest(`sealed ${token}`).toString('base64url');
}

/** Compares all digests, which have one length, so that timing reveals nothing about the tokens. */
function findDigest(known: readonly Buffer[], text: string): number | undefined {
  const wanted = digest(text);
  let place: number | undefined;
  for (const [index, one] of known.entries()) {
    if (timingSafeEqual(one, wanted)) place = index + 1;
  }
  return place;
}

/** Keeps only digests of the tokens. */
export function createTokens(tokens: readonly string[]): Tokens {
  const plain = tokens.map(digest);
  const sealed = tokens.map((token) => digest(seal(token)));
  return {
    find: (token) => findDigest(plain, token),
    seal,
    findSealed: (text) => findDigest(sealed, text),
  };
}
