/**
 * The page's address: `/?q=…&document=…&chapter=…&mode=generate` asks again, `/?library` shows the
 * library, `/?reading=…` how well a document was read.
 */
import type { EarlierTurn, Mode, Scope } from './nouns.ts';

export interface Asked {
  question: string;
  scope: Scope;
  mode: Mode;
  /** The turns before it; never in an address, which asks in full. */
  history?: readonly EarlierTurn[];
}

export const libraryAddress = '/?library';

export function isLibraryAddress(search: string): boolean {
  return new URLSearchParams(search).has('library');
}

/** The address of the report on a document's reading. */
export function readingAddress(document: string): string {
  return `/?${new URLSearchParams({ reading: document })}`;
}

/** The document whose reading an address asks for; null for another address. */
export function readReadingAddress(search: string): string | null {
  return new URLSearchParams(search).get('reading') || null;
}

/** Each of these may be there more than once. */
function readScope(parameters: URLSearchParams): Scope {
  const [documents, tags, chapters] = ['document', 'tag', 'chapter'].map((name) =>
    parameters.getAll(name).filter((one) => one !== ''),
  );
  const years = parameters.getAll('year').map(Number).filter(Number.isInteger);
  return {
    ...(documents?.length && { documents }),
    ...(tags?.length && { tags }),
    ...(years.length > 0 && { years }),
    ...(chapters?.length && { chapters }),
  };
}

/** The question in an address; null if it is blank. */
export function readAddress(search: string): Asked | null {
  const parameters = new URLSearchParams(search);
  const question = parameters.get('q')?.trim() ?? '';
  if (question === '') return null;
  return {
    question,
    scope: readScope(parameters),
    mode: parameters.get('mode') === 'generate' ? 'generate' : 'extract',
  };
}

/** The address that asks this question. */
export function writeAddress({ question, scope, mode }: Asked): string {
  const parameters = new URLSearchParams({ q: question });
  const { chapters = [], documents = [], tags = [], years = [] } = scope;
  for (const chapter of chapters) parameters.append('chapter', chapter);
  for (const document of documents) parameters.append('document', document);
  for (const tag of tags) parameters.append('tag', tag);
  for (const year of years) parameters.append('year', String(year));
  if (mode === 'generate') parameters.set('mode', mode);
  return `/?${parameters}`;
}
