/** Which passages of one document have which terms, in bytes that every store keeps as they are. Pure. */
import type { Passage } from '../../core/types.ts';
import { splitWords } from '../../search/normalize-words.ts';
import { keywordFields, toKeyword } from './keyword-terms.ts';
import { type VarintReader, writeVarints } from './varints.ts';

/** Headings and text are separate fields. */
export const fieldCount = 2;

/** For each field, the passages that have a term with its frequency, ascending; a passage is its place in the document. */
export type Postings = Map<number, number>[];

export interface CountedTerms {
  postings: Map<string, Postings>;
  /** The number of distinct words of each passage: passages x fields. */
  lengths: Uint32Array;
}

/** The terms of a text. */
export function termsOf(text: string): string[] {
  return splitWords(text).flatMap((word) => toKeyword(word) ?? []);
}

function fieldsOf(passage: Passage): string[] {
  const { heading, text } = keywordFields(passage);
  return [heading, text];
}

/** The terms of a document's passages, which are in reading order. */
export function countTerms(passages: readonly Passage[]): CountedTerms {
  const postings = new Map<string, Postings>();
  const lengths = new Uint32Array(passages.length * fieldCount);
  passages.forEach((passage, place) => {
    fieldsOf(passage).forEach((text, field) => {
      lengths[place * fieldCount + field] = new Set(splitWords(text)).size;
      for (const term of termsOf(text)) {
        const own = postings.get(term) ?? Array.from({ length: fieldCount }, () => new Map());
        postings.set(term, own);
        own[field]?.set(place, (own[field].get(place) ?? 0) + 1);
      }
    });
  });
  return { postings, lengths };
}

/** How many passages there are in each field, then gaps between passages and frequencies. */
export function packPostings(postings: Postings): Uint8Array {
  const numbers = postings.map(({ size }) => size);
  for (const frequencies of postings) {
    let before = 0;
    for (const [place, frequency] of frequencies) {
      numbers.push(place - before, frequency);
      before = place;
    }
  }
  return writeVarints(numbers);
}

/** How many passages have the term, by field: what packed postings begin with. */
export function readHolders(reader: VarintReader): number[] {
  return Array.from({ length: fieldCount }, () => reader.next());
}

/** Called with a passage by its place, a field and how often the term is in it. */
export type VisitPosting = (place: number, field: number, frequency: number) => void;

/** Reads packed postings from their beginning to their end. */
export function visitPostings(reader: VarintReader, visit: VisitPosting): void {
  for (const [field, count] of readHolders(reader).entries()) {
    let place = 0;
    for (let nth = 0; nth < count; nth += 1) {
      place += reader.next();
      visit(place, field, reader.next());
    }
  }
}
