/** What a database refuses, as sentences. They name its host and never its password. */
import { type ErrorCode, VerseError } from '../../core/errors.ts';

interface Refusal {
  problem: string;
  hint: string;
  /** Whether the same may succeed a little later. */
  isPassing?: boolean;
}

const away: Refusal = {
  problem: 'cannot be reached',
  hint: 'Check that it runs, and VERSE_STORE.',
  isPassing: true,
};
const denied: Refusal = {
  problem: 'does not let this user in',
  hint: 'Check the user and password in VERSE_STORE, or PGPASSWORD.',
};

const noRights: Refusal = {
  problem: 'does not give this user the rights that are needed',
  hint: 'docs/guides/scale.md lists the rights of who asks and of who ingests.',
};

/** By the codes of Node and OpenSSL, and of PostgreSQL (appendix A of its manual). */
const refusals: Record<string, Refusal> = {
  ECONNREFUSED: away,
  ECONNRESET: away,
  EHOSTUNREACH: away,
  ENETUNREACH: away,
  ENOENT: away,
  ENOTFOUND: { problem: 'cannot be found: no such host', hint: 'Check the host in VERSE_STORE.' },
  EAI_AGAIN: { problem: 'cannot be found: the host name is not resolved', hint: 'Check the network.' },
  ETIMEDOUT: away,
  '28000': denied,
  '28P01': denied,
  '3D000': { problem: 'does not exist', hint: 'Create it, or name another in VERSE_STORE.' },
  '42501': noRights,
  '53100': { problem: 'has no space left on its disk', hint: 'Free some.' },
  '53300': {
    problem: 'takes no more connections',
    hint: 'Lower VERSE_STORE_CONNECTIONS, or raise its max_connections.',
    isPassing: true,
  },
  '57014': {
    problem: 'took too long',
    hint: 'Raise VERSE_STORE_TIMEOUT_MS, or look for what keeps it busy.',
    isPassing: true,
  },
  '57P01': { problem: 'was shut down', hint: 'Try again.', isPassing: true },
  '57P03': { problem: 'is starting up', hint: 'Try again.', isPassing: true },
};

function codeOf(error: unknown): string {
  if (!(error instanceof Error)) return '';
  // Of several addresses of a host, each has an error of its own.
  if (error instanceof AggregateError) return codeOf(error.errors[0]);
  return 'code' in error && typeof error.code === 'string' ? error.code : '';
}

/** An address whose options cannot be used, such as a certificate that is not there. @param setting where the address is from. */
export function badAddress(setting: string, name: string, cause: unknown): VerseError {
  const problem = cause instanceof Error ? cause.message : String(cause);
  return new VerseError('bad-input', `${setting}, ${name}: ${problem}.`, 'Mend its options.', { cause });
}

/** Whether a connection was lost, so that the same statement may succeed on another. */
export function isLostConnection(cause: unknown): boolean {
  const message = cause instanceof Error ? cause.message : '';
  return (
    ['57P01', 'ECONNRESET', 'EPIPE'].includes(codeOf(cause)) ||
    /^Connection terminated(?! due to)|not queryable/.test(message)
  );
}

/** Whether a lock was waited for as long as was allowed. */
export function isLockTimeout(error: unknown): boolean {
  return error instanceof VerseError && codeOf(error.cause) === '55P03';
}

const isOf = (error: unknown, ...codes: string[]) =>
  error instanceof VerseError && codes.includes(codeOf(error.cause));

/** Whether a table or a column is not there yet. */
export const isOfEarlierTables = (error: unknown): boolean => isOf(error, '42P01', '42703');

/** Whether a table is not there yet, or is not this user's or this server's to write. */
export const isNotToBeWritten = (error: unknown): boolean => isOf(error, '42P01', '42501', '25006');

/** What pg says without a code of its own. */
function refusalByMessage(message: string): Refusal | undefined {
  if (/does not support SSL/.test(message)) {
    return { problem: 'does not speak TLS', hint: 'Set it up there, or leave sslmode out of VERSE_STORE.' };
  }
  if (/extension "vector" is not available/.test(message)) {
    return { problem: 'is of a server without pgvector', hint: 'Install it there: docs/guides/scale.md.' };
  }
  if (/password must be/.test(message)) {
    return { problem: 'asks for a password', hint: 'Put it into VERSE_STORE or PGPASSWORD.' };
  }
  if (/timeout/i.test(message)) return { ...away, problem: 'does not answer in time' };
  if (/terminated|ended|Connection|not queryable/.test(message)) return { ...away, hint: 'Try again.' };
  return undefined;
}

/** An error of a database, whose name and host stay with who runs this. @param told what follows its name. */
function ofDatabase(code: ErrorCode, name: string, told: string, hint: string, cause?: unknown): VerseError {
  return new VerseError(code, `The database ${name}${told}`, hint, { cause, afar: `The database${told}` });
}

/**
 * An error of the database as a VerseError; what already is one stays. Its own message is told only where nothing else says
 * what happened: it may repeat values.
 * @param code of what is no outage; of an outage it is `database-away`.
 */
export function refusedByDatabase(
  name: string,
  cause: unknown,
  code: 'cannot-read' | 'cannot-write' = 'cannot-read',
): VerseError {
  if (cause instanceof VerseError) return cause;
  const message = cause instanceof Error ? cause.message : String(cause);
  const sql = codeOf(cause);
  const tls = /CERT|VERIFY|TLS|SSL|ALTNAME/.test(sql);
  const { problem, hint, isPassing }: Refusal = refusals[sql] ??
    (tls
      ? {
          problem: `has a certificate that is not trusted (${sql})`,
          hint: 'Name its authority: sslrootcert=FILE in VERSE_STORE.',
        }
      : refusalByMessage(message)) ?? { problem: `fails (${sql || message})`, hint: 'See its log.' };
  const told = isPassing === true ? 'database-away' : code;
  return ofDatabase(told, name, ` ${problem}.`, hint, cause);
}

/** `bad-installation`: pgvector is too old; `found` is its version. */
export function oldVectors(name: string, found: string): VerseError {
  return ofDatabase(
    'bad-installation',
    name,
    ` has pgvector ${found}; 0.8 is the least.`,
    'Install a later one there, and run `alter extension vector update`.',
  );
}

export function mayNotWrite(name: string): VerseError {
  return ofDatabase('cannot-write', name, ` ${noRights.problem}.`, noRights.hint);
}

export function noDatabaseIndex(name: string): VerseError {
  return ofDatabase('no-index', name, ' has no index yet.', 'Run `verse ingest`.');
}

export function staleDatabaseIndex(
  name: string,
  what: string,
  found: string,
  expected: string,
  hint = 'Run `verse ingest` to build it again.',
): VerseError {
  const built = `was built with ${what} ${found}; this program uses ${expected}.`;
  return new VerseError('stale-index', `The index in the database ${name} ${built}`, hint, {
    afar: `The index ${built}`,
  });
}

/** `damaged-index`: a passage or note that is not as it was written. */
export function changedInDatabase(name: string, id: string): VerseError {
  return ofDatabase(
    'damaged-index',
    name,
    `: ${id} is not as it was ingested (its SHA-256 is another).`,
    'Remove its document and ingest it again, or restore the database.',
  );
}

export function databaseLocked(name: string): VerseError {
  return ofDatabase('index-locked', name, ': another ingest is running.', 'Wait for it to end.');
}
