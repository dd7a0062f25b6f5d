/** Whether passages hold a question's evidence, so that two ways of cutting a document can be compared. Pure. */
import { containsSnippet } from '../evaluate/normalize.ts';

/** How many passages are looked at. */
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

/** Share of the snippets that stand in a text as the report prints them. */
export function shareQuotable(texts: readonly string[], snippets: readonly string[]): number {
  return shareHeld(snippets, (snippet) => texts.some((text) => containsSnippet(text, snippet)));
}

/**
 * Share of the snippets whose letters stand in a text. Forgives what a plain PDF reader leaves in: words broken at
 * a line's end, note markers, running on at a column's end; a vector hardly minds these, so search is not blamed.
 */
export function shareFound(texts: readonly string[], snippets: readonly string[]): number {
  const letters = texts.map(lettersOf);
  return shareHeld(snippets, (snippet) => letters.some((text) => text.includes(lettersOf(snippet))));
}
