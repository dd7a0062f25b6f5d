/** Bearer tokens: recognises the ones this server accepts, and says what each lets its holder do. */
import { timingSafeEqual } from 'node:crypto';
import { type Grant, rights } from '../../config/grants.ts';
import { digestToken, type NamedToken, sealToken } from '../../config/token-file.ts';

/** A token by its digests, and what it grants. */
export type KnownToken = Grant & Pick<NamedToken, 'token' | 'seal'>;

export interface Tokens {
  /** What a token grants, also one that has expired; undefined for an unknown one. */
  find(token: string): Grant | undefined;
  /** The same of the token that a seal was made from. */
  findSealed(seal: string): Grant | undefined;
}

/** Compares all digests, which have one length, so that timing reveals nothing about the tokens. */
function findDigest(known: readonly [string, Grant][], text: string): Grant | undefined {
  const wanted = Buffer.from(digestToken(text), 'hex');
  let found: Grant | undefined;
  for (const [digest, grant] of known) {
    if (timingSafeEqual(Buffer.from(digest, 'hex'), wanted)) found = grant;
  }
  return found;
}

/** Tokens of the environment: each may do everything, and is called by its place in the list. */
export function nameTokens(tokens: readonly string[]): KnownToken[] {
  return tokens.map((token, at) => ({
    name: `token ${at + 1}`,
    rights,
    token: digestToken(token),
    seal: digestToken(sealToken(token)),
  }));
}

export function createTokens(known: readonly KnownToken[]): Tokens {
  const byToken = known.map(({ token, seal, ...grant }): [string, Grant] => [token, grant]);
  const bySeal = known.map(({ token, seal, ...grant }): [string, Grant] => [seal, grant]);
  return {
    find: (token) => findDigest(byToken, token),
    findSealed: (seal) => findDigest(bySeal, seal),
  };
}
