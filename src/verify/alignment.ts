/** A written sentence and its source, read and laid side by side: what every check works on. Pure. */
import type { Language } from '../core/language.ts';
import { usualLanguage } from '../language/choose-language.ts';
import { splitSentences } from '../language/split-sentences.ts';
import { unknownLanguage } from '../language/unknown.ts';
import { alignWords, likeWords, type Match } from './align-words.ts';
import { readWords, type Word } from './reading/read-words.ts';
import type { SourceText } from './verification.ts';

export interface Alignment {
  /** What both are read by. */
  language: Language;
  sentence: string;
  words: readonly Word[];
  source: readonly string[];
  /** The same sentences as they stand, for quotations. */
  asWritten: readonly string[];
  sourceWords: readonly Word[];
  /** Words of the chapter, the section and the document's subjects: known, though the passage need not say them. */
  headingWords: readonly Word[];
  /** For each word of the sentence all words of the source that may say it; none for what carries no content. */
  like: readonly Match[][];
  /** For each word of the sentence the source's word that says it, or null; null too for what carries no content. */
  matches: readonly (Match | null)[];
}

/** The sentences of a text, in order; the rows of a table are one each at least. */
export function sentencesOf({ text, sentences, language = usualLanguage }: SourceText): readonly string[] {
  if (sentences !== undefined) return sentences;
  return text
    .split('\n')
    .flatMap((line) => splitSentences(line, language).map(({ start, end }) => line.slice(start, end)));
}

/** The language of texts that are read together: no rule holds where they are in several. */
export function languageOf(sources: readonly Pick<SourceText, 'language'>[]): Language {
  const [first = usualLanguage, ...others] = sources.map(({ language = usualLanguage }) => language);
  return others.every(({ tag }) => tag === first.tag) ? first : unknownLanguage();
}

export function align(sentence: string, sources: readonly SourceText[]): Alignment {
  const source = sources.flatMap(sentencesOf);
  const language = languageOf(sources);
  const words = readWords([sentence], language);
  const sourceWords = readWords(source, language);
  const like = likeWords(words, sourceWords, language);
  const headings = sources.flatMap(({ chapter, section, subjects }) => [
    chapter ?? '',
    section ?? '',
    ...(subjects ?? []),
  ]);
  return {
    language,
    sentence,
    words,
    source,
    asWritten: sources.flatMap((one) => one.asWritten ?? sentencesOf(one)),
    sourceWords,
    headingWords: readWords(headings, language),
    like,
    matches: alignWords(words, sourceWords, like),
  };
}
