/** `verse token`: adds, lists and removes the named tokens of a server. */
import { dirname } from 'node:path';
import {
  checkCollection,
  checkTokenName,
  type Grant,
  hasExpired,
  readDay,
  readQuota,
  readRights,
  showQuota,
} from '../../config/grants.ts';
import {
  makeToken,
  type NamedToken,
  readTokenFile,
  tokenFile,
  writeTokenFile,
} from '../../config/token-file.ts';
import { VerseError } from '../../core/errors.ts';
import { withTokensLock } from '../../store/disk/lock.ts';
import { toPlainJson } from '../../text/control-signs.ts';
import { wrapText } from '../../text/wrap-text.ts';
import type { Session } from '../chat/session.ts';
import { showTable } from '../show/show-table.ts';

export interface AddTokenOptions {
  rights: string;
  collection?: string[];
  quota?: string;
  expires?: string;
  json?: true;
}

/** Without what recognises the token. */
function toListing({ token: _, seal: __, ...listing }: NamedToken): Omit<NamedToken, 'token' | 'seal'> {
  return listing;
}

const isNamed = (name: string) => (token: NamedToken) => token.name.toLowerCase() === name.toLowerCase();

/** @throws VerseError `bad-input`. */
function toGrant(name: string, { rights, collection, quota, expires }: AddTokenOptions): Grant {
  const collections = [...new Set(collection?.map(checkCollection))];
  return {
    name: checkTokenName(name),
    rights: readRights(rights),
    ...(collections.length > 0 && { collections }),
    ...(quota !== undefined && { quota: readQuota(quota) }),
    ...(expires !== undefined && { expires: readDay(expires) }),
  };
}

function showTokens(tokens: readonly NamedToken[], now: Date): string {
  const rows = tokens.map(({ name, rights, collections, quota, expires, added }) => [
    name,
    rights.join(','),
    collections?.join(',') ?? 'all documents',
    quota === undefined ? 'no limit' : showQuota(quota),
    expires === undefined ? 'never' : `${expires}${hasExpired({ expires }, now) ? ' (over)' : ''}`,
    added.slice(0, 10),
  ]);
  return showTable(['NAME', 'RIGHTS', 'SEES', 'QUOTA', 'EXPIRES', 'ADDED'], rows);
}

/**
 * Changes the tokens from what they are by then, one change after the other; gives what they were.
 * @throws VerseError as `withTokensLock` does, `cannot-read`, `cannot-write`; what `change` throws.
 */
async function changeTokens(
  path: string,
  change: (known: readonly NamedToken[]) => readonly NamedToken[],
): Promise<readonly NamedToken[]> {
  return withTokensLock(dirname(path), async ({ assertHeld }) => {
    const known = (await readTokenFile(path)) ?? [];
    const changed = change(known);
    assertHeld();
    await writeTokenFile(path, changed);
    return known;
  });
}

/** @throws VerseError `bad-input`, `index-locked`, `cannot-read`, `cannot-write`. */
export async function addToken(
  { terminal, config }: Session,
  name: string,
  options: AddTokenOptions,
): Promise<void> {
  const { token, kept } = makeToken(toGrant(name, options), new Date());
  const before = await changeTokens(tokenFile(config().indexDir), (known) => {
    if (!known.some(isNamed(name))) return [...known, kept];
    const hint = 'Remove it first, or choose another name.';
    throw new VerseError('bad-input', `There is a token called ${name} already.`, hint);
  });
  if (options.json) {
    terminal.out(`${toPlainJson({ ...toListing(kept), token }, 2)}\n`);
    return;
  }
  terminal.out(`${token}\n`);
  const say = (text: string) => terminal.err(`${wrapText(text, terminal.width)}\n`);
  say(`This is the token of ${name}, shown only now. A running server knows it already.`);
  if (before.length === 0) say('From now on the server asks everybody for a token, on its page too.');
}

/** @throws VerseError `cannot-read`. */
export async function listTokens({ terminal, config }: Session, { json }: { json?: true }): Promise<void> {
  const tokens = (await readTokenFile(tokenFile(config().indexDir))) ?? [];
  if (json) terminal.out(`${toPlainJson(tokens.map(toListing), 2)}\n`);
  else if (tokens.length > 0) terminal.out(showTokens(tokens, new Date()));
  else terminal.err('There is no named token. Make one: verse token add NAME\n');
}

/** @throws VerseError `bad-input`, `index-locked`, `cannot-read`, `cannot-write`. */
export async function removeToken({ terminal, config }: Session, name: string): Promise<void> {
  const path = tokenFile(config().indexDir);
  const before = await changeTokens(path, (known) => {
    const others = known.filter((token) => !isNamed(name)(token));
    if (others.length < known.length) return others;
    const names = known.map((token) => token.name).join(', ');
    const hint = names === '' ? 'There is none.' : `There are: ${names}.`;
    throw new VerseError('bad-input', `No token is called “${name}”.`, hint);
  });
  terminal.err(`${name} is let in no more.\n`);
  if (before.length > 1) return;
  const text = `No named token is left, and the server asks for one still. To let everybody in again, delete ${path} and start the server anew.`;
  terminal.err(`${wrapText(text, terminal.width)}\n`);
}
