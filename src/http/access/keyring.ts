/** The tokens that hold now: those of the environment, and those of the file as it is at each request. */
import { readTokenFile, stampTokenFile } from '../../config/token-file.ts';
import { createTokens, nameTokens, type Tokens } from './tokens.ts';

export interface Keyring {
  /**
   * The tokens, of which a request must have one; undefined where none is asked for. Once one was, one is asked for as long as
   * the server runs: a file that is gone, or has no token left, lets nobody in.
   * @throws VerseError `cannot-read` where the file cannot be used: nobody is let in then.
   */
  current(): Promise<Tokens | undefined>;
}

/**
 * @param given those of the environment.
 * @param file where the named ones are; it need not be there.
 */
export function openKeyring(given: readonly string[], file?: string): Keyring {
  const ofEnvironment = nameTokens(given);
  let tokens = ofEnvironment.length === 0 ? undefined : createTokens(ofEnvironment);
  if (file === undefined) return { current: async () => tokens };
  let stamp: string | undefined;
  return {
    current: async () => {
      const now = await stampTokenFile(file);
      if (now === stamp) return tokens;
      const named = await readTokenFile(file);
      if (named !== undefined || tokens !== undefined)
        tokens = createTokens([...ofEnvironment, ...(named ?? [])]);
      stamp = now;
      return tokens;
    },
  };
}
