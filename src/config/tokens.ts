/** The tokens the server accepts, read from a list. */
import { VerseError } from '../core/errors.ts';
import { splitList } from './split-list.ts';

/** The characters of a bearer token (RFC 6750, section 2.1). */
const tokenPattern = /^[A-Za-z0-9._~+/-]+=*$/;
/** 16 characters of base64 are 96 bits, which cannot be guessed; a word can. */
const shortestToken = 16;

/**
 * Reads the value of VERSE_TOKENS, separated by commas.
 * @throws VerseError `bad-input` that names the token by its place in the list, never by its text.
 */
export function readTokens(list: string): string[] {
  if (list === '') return [];
  const tokens = splitList(list);
  const hint = 'Make one with `openssl rand -hex 32`.';
  // Set but empty: the user believes that the server is protected.
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
