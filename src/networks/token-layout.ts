/** Which tokens a text becomes, and which of them are kept: the encoder without its network. */

/** One text, in parts, as the model reads it. */
export interface TokenLayout {
  /** Vocabulary pieces from [CLS] to [SEP]. */
  pieces: string[];
  /** For each piece the index of its part; -1 for [CLS] and [SEP]. */
  parts: number[];
}

/** Puts the pieces of all parts between [CLS] and [SEP], cut to `window` pieces with these two. */
export function layOutTokens(partPieces: readonly (readonly string[])[], window: number): TokenLayout {
  const inner = partPieces
    .flatMap((pieces, part) => pieces.map((piece) => ({ piece, part })))
    .slice(0, window - 2);
  return {
    pieces: ['[CLS]', ...inner.map(({ piece }) => piece), '[SEP]'],
    parts: [-1, ...inner.map(({ part }) => part), -1],
  };
}

/** How WordPiece marks a piece that goes on with the word before it: "infra" is "in", "##fra". */
const goesOn = '##';

/** The first piece of a longer word ("in", "##fra") is not the function word it looks like. */
function isLeftOut(piece: string, next: string | undefined, leftOut: ReadonlySet<string>): boolean {
  return leftOut.has(piece) && !next?.startsWith(goesOn);
}

/**
 * Places of the tokens whose vectors are kept: those with a letter or a digit that are neither [CLS], [SEP] or
 * [UNK] nor a word to leave out, and stand in `firstPart` or after it.
 * @param leftOut words in lower case: those that carry grammar and no meaning.
 */
export function contentPlaces(
  { pieces, parts }: TokenLayout,
  firstPart: number,
  leftOut: ReadonlySet<string>,
): number[] {
  return pieces.flatMap((piece, place) => {
    const part = parts[place] ?? -1;
    const isContent =
      part >= firstPart &&
      /[\p{L}\p{N}]/u.test(piece) &&
      !/^\[[A-Z]+\]$/.test(piece) &&
      !isLeftOut(piece, pieces[place + 1], leftOut);
    return isContent ? [place] : [];
  });
}

/** The words that pieces are of, and for each piece the index of its word. */
export function joinWords(pieces: readonly string[]): { words: string[]; tokenWords: number[] } {
  const words: string[] = [];
  const tokenWords = pieces.map((piece) => {
    const last = words.length - 1;
    if (piece.startsWith(goesOn) && last >= 0) words[last] += piece.slice(goesOn.length);
    else words.push(piece);
    return words.length - 1;
  });
  return { words, tokenWords };
}
