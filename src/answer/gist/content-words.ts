/** The words of a text that name something. Pure. */
import type { Language } from '../../core/language.ts';
import { splitWords } from '../../search/normalize-words.ts';

type Reading = Pick<Language, 'questions' | 'words'>;

/** The stems of a text's words. */
export function stemsOf(text: string, { words }: Reading): Set<string> {
  return new Set(splitWords(text).map((word) => words?.stem(word) ?? word));
}

/** The stems of a text's words without those that a question for the gist may have for whatever document. */
export function contentStems(text: string, { questions, words }: Reading): Set<string> {
  const named = splitWords(text).filter(
    (word) => words?.functionWords.has(word) !== true && questions?.emptyWord.test(word) !== true,
  );
  const stems = named.map((word) => words?.stem(word) ?? word);
  return new Set(stems.filter((stem) => questions?.gist.emptyStems.has(stem) !== true));
}
