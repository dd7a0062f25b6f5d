/**
 * The named tokens, in a file of the index's folder that only its owner may read. It holds digests of the tokens and of their
 * cookies: neither can be told from it.
 */
import { createHash, randomBytes, randomUUID } from 'node:crypto';
import { chmod, mkdir, open, readFile, rename, rm, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { z } from 'zod';
import { VerseError } from '../core/errors.ts';
import { type Grant, quotaSeconds, rights } from './grants.ts';

export const tokenFile = (indexDir: string): string => join(indexDir, 'tokens.json');

const digestSchema = z.string().regex(/^[0-9a-f]{64}$/);

const tokenSchema = z.strictObject({
  name: z.string().min(1),
  rights: z.array(z.enum(rights)).min(1),
  collections: z.array(z.string()).min(1).exactOptional(),
  quota: z
    .strictObject({
      count: z.int().positive(),
      per: z.enum(Object.keys(quotaSeconds) as (keyof typeof quotaSeconds)[]),
    })
    .exactOptional(),
  expires: z.iso.date().exactOptional(),
  /** ISO 8601, UTC. */
  added: z.string(),
  /** `digestToken` of the token, and of its seal. */
  token: digestSchema,
  seal: digestSchema,
}) satisfies z.ZodType<Grant>;

const fileSchema = z.strictObject({ tokens: z.array(tokenSchema) });

/** A grant with what its token is known by. */
export type NamedToken = z.infer<typeof tokenSchema>;

/** SHA-256 in hexadecimal. A token has 256 random bits, which no search of digests finds. */
export function digestToken(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}

/** The cookie value for a token: a digest, so that the cookie does not reveal the token. */
export function sealToken(token: string): string {
  return createHash('sha256').update(`sealed ${token}`).digest('base64url');
}

/** A new token, and what the file keeps of it. */
export function makeToken(grant: Grant, now: Date): { token: string; kept: NamedToken } {
  const token = `verse_${randomBytes(32).toString('base64url')}`;
  const digests = { token: digestToken(token), seal: digestToken(sealToken(token)) };
  const { collections, ...others } = grant;
  const kept = {
    ...others,
    rights: [...grant.rights],
    ...(collections && { collections: [...collections] }),
    added: now.toISOString(),
    ...digests,
  };
  return { token, kept };
}

const isMissing = (error: unknown) => error instanceof Error && 'code' in error && error.code === 'ENOENT';

function unusable(path: string, problem: string, hint: string, cause?: unknown): VerseError {
  return new VerseError('cannot-read', `${path}: ${problem}.`, hint, { cause });
}

/** What changes with the file; undefined where there is none. @throws VerseError `cannot-read` where others may read it. */
export async function stampTokenFile(path: string): Promise<string | undefined> {
  const found = await stat(path).catch((cause: unknown) => {
    if (isMissing(cause)) return undefined;
    throw unusable(path, 'it cannot be read', 'Check who may read it.', cause);
  });
  if (found === undefined) return undefined;
  // Windows has no such bits.
  if (process.platform !== 'win32' && (found.mode & 0o077) !== 0)
    throw unusable(path, 'others on this machine may read or write it', `Run chmod 600 ${path}.`);
  return `${found.ino} ${found.size} ${found.mtimeMs}`;
}

/** The named tokens; undefined where there is no file. @throws VerseError `cannot-read`. */
export async function readTokenFile(path: string): Promise<NamedToken[] | undefined> {
  if ((await stampTokenFile(path)) === undefined) return undefined;
  try {
    return fileSchema.parse(JSON.parse(await readFile(path, 'utf8'))).tokens;
  } catch (cause) {
    throw unusable(
      path,
      'not a list of tokens',
      'Put a copy of it back, or delete it and add the tokens anew.',
      cause,
    );
  }
}

/** Replaces the file as a whole, with the permissions of its owner alone. @throws VerseError `cannot-write`. */
export async function writeTokenFile(path: string, tokens: readonly NamedToken[]): Promise<void> {
  const fresh = join(dirname(path), `.${randomUUID()}.tokens`);
  try {
    await mkdir(dirname(path), { recursive: true });
    const file = await open(fresh, 'wx', 0o600);
    try {
      await file.writeFile(`${JSON.stringify({ tokens }, null, 2)}\n`);
      await file.sync();
    } finally {
      await file.close();
    }
    await chmod(fresh, 0o600);
    await rename(fresh, path);
  } catch (cause) {
    throw new VerseError('cannot-write', `${path} cannot be written.`, 'Check who may write its folder.', {
      cause,
    });
  } finally {
    await rm(fresh, { force: true });
  }
}
