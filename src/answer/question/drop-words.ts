/** Takes words out of an encoded question, the rest staying as it was read with them. Pure. */
import type { Encoding } from '../../core/types.ts';

/** As an uncased vocabulary has it: "Élysée" is "elysee". */
function fold(word: string): string {
  return word.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
}

/** A word of the question and the places of its pieces: "slov", "##ak". */
interface Word {
  text: string;
  places: number[];
}

function joinPieces(tokens: readonly string[]): Word[] {
  const words: Word[] = [];
  tokens.forEach((token, place) => {
    const last = words.at(-1);
    if (token.startsWith('##') && last !== undefined) {
      last.text += token.slice(2);
      last.places.push(place);
    } else {
      words.push({ text: token, places: [place] });
    }
  });
  return words.map(({ text, places }) => ({ text: fold(text), places }));
}

/**
 * The encoding without some words. The other tokens keep the vectors they have in the whole question, and so does the
 * question itself.
 * @param names in any case; of several words where they stand side by side ("Czech Republic").
 */
export function dropWords(encoding: Encoding, names: readonly string[]): Encoding {
  const words = joinPieces(encoding.tokens);
  const dropped = new Set<number>();
  for (const name of names) {
    // Articles and points are no tokens: "The Hague", "U.K."
    const parts = fold(name)
      .replace(/^the /, '')
      .split(/[^\p{L}\p{N}]+/u)
      .filter((part) => part !== '');
    words.forEach((_, start) => {
      const run = words.slice(start, start + parts.length);
      if (parts.some((part, at) => run[at]?.text !== part)) return;
      for (const place of run.flatMap((word) => word.places)) dropped.add(place);
    });
  }
  const kept = encoding.tokens.map((_, place) => place).filter((place) => !dropped.has(place));
  const dimensions = encoding.vector.length;
  const tokenVectors = new Float32Array(kept.length * dimensions);
  kept.forEach((place, at) => {
    const start = place * dimensions;
    tokenVectors.set(encoding.tokenVectors.subarray(start, start + dimensions), at * dimensions);
  });
  return {
    vector: encoding.vector,
    tokens: kept.map((place) => encoding.tokens[place] ?? ''),
    tokenVectors,
    tokenParts: kept.map((place) => encoding.tokenParts[place] ?? 0),
  };
}
