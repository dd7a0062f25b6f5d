/** What the check of a written sentence found, as text. Pure. */

import { pageName } from '../../cite/place-names.ts';
import type { AnswerSentence, Citation } from '../nouns.ts';

type FoundItem = NonNullable<AnswerSentence['found']>[number];

const wordsOf = ({ kind, text }: FoundItem) => (kind === 'quotation' ? `“${text}”` : text);

/** The pages cited, each once, with what was found on them. */
function findByPage(found: readonly FoundItem[], citations: readonly Citation[]): Map<string, string[]> {
  const pages = new Map<string, string[]>();
  for (const citation of citations) {
    const own = found.filter(
      ({ document, page }) => document === citation.document && page === citation.page,
    );
    const name = pageName(citation);
    pages.set(name, [...new Set([...(pages.get(name) ?? []), ...own.map(wordsOf)])]);
  }
  return pages;
}

/** "Found on p. 88: Merz, fall 2025; on p. 90: Germany", or "Checked against p. 88" if nothing in it can be looked up. */
export function checkLine({ found = [] }: AnswerSentence, citations: readonly Citation[]): string {
  const pages = [...findByPage(found, citations)];
  const named = pages.filter(([, words]) => words.length > 0);
  const others = pages.filter(([, words]) => words.length === 0).map(([name]) => name);
  if (named.length === 0) return `Checked against ${others.join(', ')}`;
  const line = `Found ${named.map(([name, words]) => `on ${name}: ${words.join(', ')}`).join('; ')}`;
  return others.length === 0 ? line : `${line}. Checked against ${others.join(', ')} too`;
}
