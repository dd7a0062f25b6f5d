/** The tokens that open the server, as they are written in a list. */
import { VerseError } from '../core/errors.ts';
import { splitList } from './split-list.ts';

/** What a bearer token may be made of (RFC 6750, section 2.1). */
const tokenPattern = /^[A-Za-z0-9._~+/-]+=*$/;
/** 16 characters of base64 are 96 bits, which cannot be guessed over a network; a word can. */
const shortestToken = 16;

/**
 * Reads what VERSE_TOKENS is set to: tokens with commas between.
 * @throws VerseError `bad-input` that names the token by its place in the list, never by its text.
 */
export function readTokens(list: string): string[] {
  if (list === '') return [];
  const tokens = splitList(list);
  const hint = 'Make one with `openssl rand -hex 32`.';
  // Set but empty: whoever did this thinks that the server is closed.
  if (tokens.length === 0) throw new VerseError('bad-input', 'VERSE_TOKENS holds no token.', hint);
  for (const [index, token] of tokens.entries()) {
    const name = `VERSE_TOKENS: token ${index + 1}`;
    if (!tokenPattern.test(token)) {
      const message = `${name} holds something else than letters, digits and . _ ~ + / - =.`;
      throw new VerseError('bad-input', message, hint);
    }
    if (token.length < shortestToken) {
      throw new VerseError('bad-input', `${name} has fewer than ${shortestToken} characters.`, hint);
    }
  }
  return tokens;
}
