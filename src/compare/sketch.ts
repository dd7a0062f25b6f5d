/** Tells from a few numbers about how many sentences two documents have in common. Pure. */
import type { Passage, TextSketch } from '../core/types.ts';
import { sentenceKey, wordsOfKey } from './sentence-key.ts';

/** A share that is estimated from so many is wrong by .04 (one standard deviation at a half). */
const mostHashes = 128;
/** Shorter ones ("See Annex B.") are in documents that have nothing to do with each other. */
const fewestWords = 5;

/** A text as 32 bits: FNV-1a over its UTF-16 units, mixed as MurmurHash3 ends, so that the smallest are a fair sample. */
function hashText(text: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < text.length; at++) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) >>> 0;
}

/** The keys of a document's sentences, rows and notes, each once. */
export function sentenceKeys(passages: readonly Pick<Passage, 'sentences'>[]): Set<string> {
  const keys = passages.flatMap(({ sentences }) => sentences.map(({ text }) => sentenceKey(text)));
  return new Set(keys.filter((key) => wordsOfKey(key).length >= fewestWords));
}

/** Raised with every change to what is hashed: sketches of other rules are made anew. */
export const sketchRules = 1;

/** The smallest hashes of the keys (Broder 1997, a "bottom-k sketch"). */
export function makeSketch(keys: ReadonlySet<string>): TextSketch {
  const hashes = Uint32Array.from(new Set([...keys].map(hashText))).sort();
  return { rules: sketchRules, sentences: keys.size, hashes: [...hashes.subarray(0, mostHashes)] };
}

/**
 * About which share of the first document's sentences the second one has, 0..1. It is taken of the hashes up to where both
 * sketches have all of theirs.
 */
export function estimateShare(one: TextSketch, other: TextSketch): number {
  const ends = [one, other].map(({ sentences, hashes }) =>
    sentences > mostHashes ? (hashes.at(-1) ?? 0) : Number.POSITIVE_INFINITY,
  );
  const sample = one.hashes.filter((hash) => ends.every((end) => hash <= end));
  const others = new Set(other.hashes);
  return sample.length === 0 ? 0 : sample.filter((hash) => others.has(hash)).length / sample.length;
}

/** Which share of the first document's sentences the second one has, 0..1; 0 if the first has none. */
export function measureShare(one: ReadonlySet<string>, other: ReadonlySet<string>): number {
  let common = 0;
  for (const key of one) if (other.has(key)) common += 1;
  return one.size === 0 ? 0 : common / one.size;
}
