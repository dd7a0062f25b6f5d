/** Which passages of one document have which words, in arrays that are written and read as they are. */
import type { Passage } from '../../core/types.ts';
import { countTerms, packPostings } from '../keywords/postings.ts';
import { readVarints, type VarintReader } from '../keywords/varints.ts';
import { editDistance } from './edit-distance.ts';

/** The terms are ordered by their hash; everything that is kept of a term stands at its place in this order. */
export interface KeywordTable {
  hashes: Uint32Array;
  /** For each term, a bit for each kind of letter that is in it. */
  letters: Uint32Array;
  /** Lengths of the terms in UTF-16 units, 255 at most. */
  sizes: Uint8Array;
  /** Where each term ends in `terms`, which is UTF-8. */
  termEnds: Uint32Array;
  terms: Uint8Array;
  /** Where the postings of each term end: as they are packed. */
  postingEnds: Uint32Array;
  postings: Uint8Array;
  /** The number of distinct words of each passage: passages x fields. */
  lengths: Uint32Array;
}

/** FNV-1a over UTF-16 units (Fowler, Noll and Vo). */
export function hashTerm(term: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < term.length; at += 1) {
    hash = Math.imul(hash ^ term.charCodeAt(at), 0x01000193);
  }
  return hash >>> 0;
}

function lettersOf(term: string): number {
  let letters = 0;
  for (let at = 0; at < term.length; at += 1) letters |= 1 << (term.charCodeAt(at) & 31);
  return letters >>> 0;
}

/** Parts end to end, and where each of them ends. */
function joinParts(parts: readonly Uint8Array[]): { bytes: Uint8Array; ends: Uint32Array } {
  const ends = new Uint32Array(parts.length);
  parts.forEach((part, at) => {
    ends[at] = (ends[at - 1] ?? 0) + part.byteLength;
  });
  return { bytes: new Uint8Array(Buffer.concat(parts)), ends };
}

/** Indexes the passages of a document by their place in the list. */
export function buildKeywords(passages: readonly Passage[]): KeywordTable {
  const { postings: counted, lengths } = countTerms(passages);
  const found = [...counted].map(([term, postings]) => ({
    term,
    hash: hashTerm(term),
    postings: packPostings(postings),
  }));
  found.sort((left, right) => left.hash - right.hash);
  const terms = joinParts(found.map(({ term }) => Buffer.from(term)));
  const postings = joinParts(found.map((one) => one.postings));
  return {
    hashes: Uint32Array.from(found, ({ hash }) => hash),
    letters: Uint32Array.from(found, ({ term }) => lettersOf(term)),
    sizes: Uint8Array.from(found, ({ term }) => Math.min(255, term.length)),
    termEnds: terms.ends,
    terms: terms.bytes,
    postingEnds: postings.ends,
    postings: postings.bytes,
    lengths,
  };
}

const decoder = new TextDecoder();

function termAt({ terms, termEnds }: KeywordTable, place: number): string {
  return decoder.decode(terms.subarray(termEnds[place - 1] ?? 0, termEnds[place]));
}

/** The place of a term, or -1. */
export function findTerm(table: KeywordTable, term: string, hash: number): number {
  const { hashes } = table;
  let low = 0;
  let high = hashes.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((hashes[middle] ?? 0) < hash) low = middle + 1;
    else high = middle;
  }
  for (let place = low; hashes[place] === hash; place += 1) {
    if (termAt(table, place) === term) return place;
  }
  return -1;
}

function countBits(bits: number): number {
  let rest = bits - ((bits >>> 1) & 0x55555555);
  rest = (rest & 0x33333333) + ((rest >>> 2) & 0x33333333);
  return Math.imul((rest + (rest >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
}

/**
 * The terms at most `most` letters from another, with their distances: 10 ms for the terms of 400 reports.
 * @param seen hashes of the terms that other documents had; those of this one are added, and none is compared twice.
 */
export function findSimilar(
  table: KeywordTable,
  term: string,
  most: number,
  seen: Set<number> = new Set(),
): { term: string; distance: number }[] {
  const { hashes, letters, sizes } = table;
  const own = lettersOf(term);
  const size = term.length;
  const found: { term: string; distance: number }[] = [];
  for (let place = 0; place < sizes.length; place += 1) {
    const longer = (sizes[place] ?? 0) - size;
    if (longer > most || -longer > most) continue;
    // Each letter that only one of them has takes a change.
    const other = letters[place] ?? 0;
    if (countBits(own & ~other) > most || countBits(other & ~own) > most) continue;
    const hash = hashes[place] ?? 0;
    if (seen.has(hash)) continue;
    seen.add(hash);
    const similar = termAt(table, place);
    const distance = editDistance(term, similar, most);
    if (distance !== undefined) found.push({ term: similar, distance });
  }
  return found;
}

/** The postings of the term at a place. */
export function readPostings({ postings, postingEnds }: KeywordTable, place: number): VarintReader {
  return readVarints(postings, place === 0 ? 0 : (postingEnds[place - 1] ?? 0));
}
