/** Which tokens a text becomes, and which are kept: the encoder without its network. */

/** The tokens of a text that is given in parts. */
export interface TokenLayout {
  /** Vocabulary pieces from [CLS] to [SEP]. */
  pieces: string[];
  /** For each piece the index of its part; -1 for [CLS] and [SEP]. */
  parts: number[];
}

/** Puts the pieces of all parts between [CLS] and [SEP], cut to `window` pieces including these. */
export function layOutTokens(partPieces: readonly (readonly string[])[], window: number): TokenLayout {
  const inner = partPieces
    .flatMap((pieces, part) => pieces.map((piece) => ({ piece, part })))
    .slice(0, window - 2);
  return {
    pieces: ['[CLS]', ...inner.map(({ piece }) => piece), '[SEP]'],
    parts: [-1, ...inner.map(({ part }) => part), -1],
  };
}

/** How WordPiece marks a piece that continues a word: "infra" is "in", "##fra". */
const goesOn = '##';

/** The first piece of a longer word ("in", "##fra") is not the function word it looks like. */
function isLeftOut(piece: string, next: string | undefined, leftOut: ReadonlySet<string>): boolean {
  return leftOut.has(piece) && !next?.startsWith(goesOn);
}

/**
 * Positions of the tokens whose vectors are kept: those with a letter or digit, except [CLS], [SEP], [UNK] and the words
 * of `leftOut`, from `firstPart` on.
 * @param leftOut function words in lower case.
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

/** The words that the pieces form, and for each piece the index of its word. */
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
