/** What a token lets its holder do: its rights, the collections that it sees, and how much. Pure. */
import { VerseError } from '../core/errors.ts';
import { splitList } from './split-list.ts';

/** ask: read and ask. add: send documents. administer: remove, rename, tag and move them, and see the figures. */
export const rights = ['ask', 'add', 'administer'] as const;
export type Right = (typeof rights)[number];

/** The seconds of what a quota may be of. */
export const quotaSeconds = { minute: 60, hour: 3600, day: 86_400 } as const;
type QuotaPeriod = keyof typeof quotaSeconds;

/** So many questions in a time. */
export interface Quota {
  count: number;
  per: QuotaPeriod;
}

export interface Grant {
  /** Of the token, never any part of the token itself. */
  name: string;
  rights: readonly Right[];
  /** The documents of which collections it sees; absent where it sees all documents, also those of none. */
  collections?: readonly string[];
  quota?: Quota;
  /** The last day on which it is valid, UTC: "2027-06-30". */
  expires?: string;
}

/** What whoever asks may do where the server asks for no token. */
export const everybody: Grant = { name: 'everybody', rights };

/** Whether the holder sees what is in a collection, or in none. */
export function seesCollection({ collections }: Grant, collection: string | undefined): boolean {
  return collections === undefined || (collection !== undefined && collections.includes(collection));
}

const namePattern = /^[\p{L}\p{N}][\p{L}\p{N}._@-]{0,63}$/u;

/** @throws VerseError `bad-input`. */
export function checkTokenName(name: string): string {
  if (namePattern.test(name)) return name;
  throw new VerseError(
    'bad-input',
    `“${name.slice(0, 64)}” is no name for a token.`,
    'Use letters, digits and . _ @ -, at most 64.',
  );
}

/** No dot: it ends the collection at the beginning of a document's id. */
const collectionPattern = /^[\p{L}\p{N}][\p{L}\p{N}_-]{0,39}$/u;

/** The name of a collection, in lower case, as it is kept and compared. @throws VerseError `bad-input`. */
export function checkCollection(name: string): string {
  const plain = name.normalize('NFC').trim().toLowerCase();
  if (collectionPattern.test(plain)) return plain;
  throw new VerseError(
    'bad-input',
    `“${name.slice(0, 40)}” is no name for a collection.`,
    'Use letters, digits and _ -, at most 40.',
  );
}

/** "ask,add", each once. @throws VerseError `bad-input`. */
export function readRights(text: string): Right[] {
  const wanted = splitList(text);
  const unknown = wanted.find((one) => !rights.some((right) => right === one));
  if (unknown === undefined && wanted.length > 0) return rights.filter((right) => wanted.includes(right));
  const message = unknown === undefined ? 'No right is given.' : `There is no right “${unknown}”.`;
  throw new VerseError('bad-input', message, `There are: ${rights.join(', ')}.`);
}

/** "500/day". @throws VerseError `bad-input`. */
export function readQuota(text: string): Quota {
  const [, count = '', per = ''] = /^([1-9]\d{0,8})\/(minute|hour|day)$/.exec(text.trim()) ?? [];
  if (per === 'minute' || per === 'hour' || per === 'day') return { count: Number(count), per };
  throw new VerseError('bad-input', `“${text}” is no quota.`, 'Write it like 500/day, 60/hour or 5/minute.');
}

export const showQuota = ({ count, per }: Quota): string => `${count}/${per}`;

/** "2027-06-30". @throws VerseError `bad-input` for another form, and for a day that does not exist. */
export function readDay(text: string): string {
  const at = new Date(`${text}T00:00:00Z`);
  const isDay = /^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(at.getTime());
  if (isDay && at.toISOString().startsWith(text)) return text;
  throw new VerseError('bad-input', `“${text}” is no day.`, 'Write it like 2027-06-30.');
}

/** Whether the last day of a grant is over. */
export function hasExpired({ expires }: Pick<Grant, 'expires'>, now: Date): boolean {
  return expires !== undefined && now.toISOString().slice(0, 10) > expires;
}
