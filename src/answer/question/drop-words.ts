/** Removes words from an encoded question. Pure. */
import type { Language } from '../../core/language.ts';
import type { Encoding } from '../../core/types.ts';
import { withoutArticle } from '../../language/without-article.ts';

/** As the encoder's uncased vocabulary spells it: "Élysée" is "elysee". */
function fold(word: string): string {
  return word.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
}

/** A word of the question and the places of its tokens. */
interface Word {
  text: string;
  places: number[];
}

/** The words that still have tokens, in order. */
function placeWords({ words, tokenWords }: Encoding): Word[] {
  const placed = words.map((text): Word => ({ text: fold(text), places: [] }));
  tokenWords.forEach((word, place) => {
    placed[word]?.places.push(place);
  });
  return placed.filter(({ places }) => places.length > 0);
}

/**
 * The encoding without some words. The other tokens keep the vectors they have in the whole question, and so does the
 * question itself.
 * @param names in any case; of several words where they stand side by side ("Czech Republic").
 * @param language of the question.
 */
export function dropWords(encoding: Encoding, names: readonly string[], language: Language): Encoding {
  const words = placeWords(encoding);
  const dropped = new Set<number>();
  for (const name of names) {
    // Articles and points are no tokens: "The Hague", "U.K."
    const parts = withoutArticle(fold(name), language)
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
    words: encoding.words,
    tokenWords: kept.map((place) => encoding.tokenWords[place] ?? 0),
    tokenVectors,
    tokenParts: kept.map((place) => encoding.tokenParts[place] ?? 0),
  };
}
