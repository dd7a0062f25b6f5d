/** Keeps what was read of editions, which never change: each is asked for once. */

/** Values by edition; an edition that is gone has none. */
export type ByEdition<Value> = ReadonlyMap<number, Value>;

/** Reads the values of some editions; those that it gave before are not read again. */
export function rememberEditions<Value>(
  read: (editions: readonly number[]) => Promise<ByEdition<Value>>,
): (editions: readonly number[]) => Promise<ByEdition<Value>> {
  const known = new Map<number, Value>();
  return async (editions) => {
    const missing = [...new Set(editions)].filter((edition) => !known.has(edition));
    if (missing.length > 0) for (const [edition, value] of await read(missing)) known.set(edition, value);
    return known;
  };
}
