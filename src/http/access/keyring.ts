/** The tokens that hold now: those of the environment, and those of the file as it is at each request. */
import { readTokenFile, stampTokenFile } from '../../config/token-file.ts';
import { VerseError } from '../../core/errors.ts';
import { createTokens, nameTokens, type Tokens } from './tokens.ts';

export interface Keyring {
  /**
   * The tokens, of which a request must have one; undefined where none is asked for. Once one was, one is asked for as long as
   * the server runs: a file that is gone, or has no token left, lets nobody in.
   * @throws VerseError `cannot-read` where the file cannot be used: nobody is let in then.
   */
  current(): Promise<Tokens | undefined>;
}

/** Where the named tokens are, which need not be there. */
export interface NamedTokens {
  path: string;
  /** Whether they were there when the server was started: one is asked for from then on, also of the first request. */
  wereThere: boolean;
}

/**
 * @param given those of the environment.
 * @param onProblem hears once of a file that is gone or cannot be used, until that changes.
 */
export function openKeyring(
  given: readonly string[],
  file?: NamedTokens,
  onProblem: (problem: string) => void = () => {},
): Keyring {
  const ofEnvironment = nameTokens(given);
  const isClosed = ofEnvironment.length > 0 || file?.wereThere === true;
  let tokens = isClosed ? createTokens(ofEnvironment) : undefined;
  if (file === undefined) return { current: async () => tokens };
  const { path } = file;
  let wasThere = file.wereThere;
  let stamp: string | undefined;
  let told: string | undefined;
  const tell = (problem: string | undefined) => {
    if (problem !== undefined && problem !== told) onProblem(problem);
    told = problem;
  };

  async function readAgain(): Promise<void> {
    const now = await stampTokenFile(path);
    if (now !== stamp) {
      const named = await readTokenFile(path);
      if (named !== undefined || tokens !== undefined)
        tokens = createTokens([...ofEnvironment, ...(named ?? [])]);
      stamp = now;
    }
    wasThere ||= now !== undefined;
    tell(
      wasThere && now === undefined
        ? `${path} is gone, and nobody is let in by a named token. Put a copy of it back, or add the tokens anew: verse token add NAME`
        : undefined,
    );
  }

  return {
    current: async () => {
      try {
        await readAgain();
      } catch (error) {
        tell(`${error instanceof VerseError ? error.sentence : String(error)} Nobody is let in.`);
        throw error;
      }
      return tokens;
    },
  };
}
