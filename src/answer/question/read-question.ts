/**
 * How a question is read before it is looked for: put into English words where it is in another language, typos mended,
 * and what was read otherwise than written said. Pure.
 */
import type { Warning } from '../../core/types.ts';
import { detectLanguage } from '../../language/detect-language.ts';
import { english } from '../../language/en/english.ts';
import { type ForeignLanguage, foldLetters, foreignLanguages } from '../../language/grammar-words.ts';
import { countries } from '../../subjects/countries.ts';
import { lowerWords } from '../../subjects/subject.ts';
import { respell, type Spelling } from './spelling.ts';

export interface ReadQuestion {
  /** What is analysed, encoded and searched. */
  text: string;
  /** For the asker: what was read otherwise than written. */
  warnings: Warning[];
}

let englishNames: ReadonlySet<string> | undefined;
/** @param folded by `foldLetters`. */
export function isEnglishName(folded: string): boolean {
  englishNames ??= new Set([...countries().flatMap(lowerWords).map(foldLetters), 'european', 'europe']);
  return englishNames.has(folded);
}

function warnOf(language: ForeignLanguage): Warning {
  return {
    code: 'language',
    message: `The question looks ${foreignLanguages[language]}; the report is in English. Answered best effort by names, numbers and common words: asked in English, it may find more.`,
  };
}

/** Reads a question. @param spelling the documents' words; without them nothing is mended. */
export function readQuestion(text: string, spelling?: Spelling): ReadQuestion {
  const language = detectLanguage(text, isEnglishName);
  // Words of other languages are no typos.
  if (language !== null)
    return { text: english.gloss?.(text, language) ?? text, warnings: [warnOf(language)] };
  return spelling === undefined ? { text, warnings: [] } : respell(text, spelling);
}
