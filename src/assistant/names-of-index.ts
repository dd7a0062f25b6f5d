/** The names by which what is in the index can be asked for, without its networks. */
import { type IndexPlace, withHome } from '../store/choose-home.ts';
import { expectedIndex } from './expected-index.ts';

/** A name, and what it names. */
export interface IndexName {
  word: string;
  about: string;
}

/** Each once, in alphabetical order. */
function sortNames(names: readonly IndexName[]): IndexName[] {
  const byWord = new Map(names.map((name) => [name.word, name]));
  return [...byWord.values()].sort((left, right) => (left.word < right.word ? -1 : 1));
}

/**
 * Ids and tags, known without opening the index; chapters, for which it is opened.
 * @throws VerseError as the index is opened.
 */
export async function namesOfIndex(
  config: IndexPlace & { modelsDir: string },
  kind: 'documents' | 'tags' | 'chapters',
): Promise<IndexName[]> {
  return withHome(config, async (home) => {
    if (kind !== 'chapters') {
      const known = await home.list();
      if (kind === 'tags')
        return sortNames(known.flatMap(({ tags = [] }) => tags.map((word) => ({ word, about: 'tag' }))));
      return sortNames(
        known.map(({ id, title = '', year }) => ({ word: id, about: title || String(year ?? '') })),
      );
    }
    const index = await home.open(await expectedIndex(config.modelsDir));
    try {
      const documents = await index.documents();
      return sortNames(
        documents.flatMap(({ title, chapters }) =>
          chapters.map(({ name }) => ({ word: name, about: title })),
        ),
      );
    } finally {
      await index.close();
    }
  });
}
