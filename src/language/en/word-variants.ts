/** Other forms of an English word, for a list that may have another than is asked for. Pure. */
const endings = ['', 'e', 'y', 's', 'es', 'ed', 'd', 'ing', 'ying', 'er', 'ly', 'n'];

/** Forms that a list may have instead: "revised" for "revising", "training" for "retraining". */
export function wordVariants(word: string): string[] {
  const stem = word.replace(/(?:ying|ing|ied|ies|ed|es|er|ly|[esyrn])$/u, '');
  const plain = word.replace(/^(?:re|un|non|over|under|pre|co|de|mis|out)(?=.{5})/u, '');
  const stemmed =
    stem.length < 3
      ? []
      : endings.flatMap((ending) => [stem + ending, stem.replace(/(.)\1$/u, '$1') + ending]);
  return plain === word ? stemmed : [plain, ...stemmed];
}
