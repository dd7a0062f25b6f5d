/** Numbers of headings that go on from one to the next over a document. Pure. */
import type { Heading } from './collect-headings.ts';
import { numberKey, numbersBefore } from './number-order.ts';

/**
 * How many numbers all of some numbered headings begin with alike: one in a chapter by itself, whose sections are "2.1", "2.2"
 * and so on; none in a document of several.
 */
function sharedNumbers(headings: readonly Heading[]): number {
  const paths = headings.flatMap(({ number }) => (number === null ? [] : [number.path]));
  return paths.length >= shortest &&
    paths.every(([first, ...rest]) => first === paths[0]?.[0] && rest.length > 0)
    ? 1
    : 0;
}

/** Whether a heading has a number as chapters and the sections of a paper do: "3", "IV.", "Chapter 3", not "3.1" or "Part 3". */
function isOutermost({ number }: Heading, shared: number): boolean {
  return (
    number !== null &&
    number.path.length === 1 + shared &&
    number.label !== 'part' &&
    number.label !== 'annex' &&
    number.style !== 'letter'
  );
}

/** How many numbers between two of a chain may be missing. */
const mostMissing = 1;
/** The fewest headings that make a chain. */
const shortest = 3;
/** The share of the numbered headings that must be in it: lists begin anew again and again. */
const leastShare = 0.6;

/**
 * The longest run of headings that count on by one, from 0, 1 or 2, where most of the numbered ones are in it; one number
 * between two of them may be missing. Empty for none.
 */
export function chainOf(headings: readonly Heading[]): Heading[] {
  const labelled = headings.filter(({ number }) => number?.label === 'chapter');
  // "Item 1" and "1. Basis of preparation" are not of one kind.
  const shared = labelled.length >= shortest ? 0 : sharedNumbers(headings);
  const numbered =
    labelled.length >= shortest ? labelled : headings.filter((heading) => isOutermost(heading, shared));
  /** By its last number: how the longest chain ends. */
  const chains = new Map<string, Heading[]>();
  for (const heading of numbered) {
    const value = heading.number?.path[shared] ?? 0;
    const before = numbersBefore([value], mostMissing)
      .flatMap((key) => [chains.get(key) ?? []])
      .reduce((longer, chain) => (chain.length > longer.length ? chain : longer), []);
    if (before.length === 0 && value > 2) continue;
    const chain = [...before, heading];
    if (chain.length > (chains.get(numberKey([value]))?.length ?? 0)) chains.set(numberKey([value]), chain);
  }
  const [longest = []] = [...chains.values()].sort((a, b) => b.length - a.length);
  return longest.length >= shortest && longest.length >= numbered.length * leastShare ? longest : [];
}
