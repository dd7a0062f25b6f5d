/** Whether passages contain a question's evidence, comparable between ways of splitting a document. Pure. */
import { containsSnippet } from '../evaluate/score/normalize.ts';

/** How many passages are scored. */
export const evidenceDepth = 5;

/** Letters alone, in lower case. */
function lettersOf(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}]/gu, '');
}

function shareHeld(snippets: readonly string[], holds: (snippet: string) => boolean): number {
  return snippets.length === 0 ? 0 : snippets.filter(holds).length / snippets.length;
}

/** Share of the snippets that a text contains literally. */
export function shareQuotable(texts: readonly string[], snippets: readonly string[]): number {
  return shareHeld(snippets, (snippet) => texts.some((text) => containsSnippet(text, snippet)));
}

/**
 * Share of the snippets whose letters a text contains. It forgives what a plain PDF reader leaves in, such as hyphens,
 * note markers and broken columns, which hardly affect a vector.
 */
export function shareFound(texts: readonly string[], snippets: readonly string[]): number {
  const letters = texts.map(lettersOf);
  return shareHeld(snippets, (snippet) => letters.some((text) => text.includes(lettersOf(snippet))));
}
