/**
 * Prepares a question for the search: puts it into words of the documents' language where it is in another, mends typos,
 * and reports what it changed. Pure.
 */
import type { Language } from '../../core/language.ts';
import type { Warning } from '../../core/types.ts';
import { languageCalled } from '../../language/choose-language.ts';
import { detectLanguage, looksEnglish } from '../../language/detect-language.ts';
import { english } from '../../language/en/english.ts';
import { foldLetters } from '../../language/grammar-words.ts';
import { countries } from '../../subjects/countries.ts';
import { regionWords } from '../../subjects/kinds.ts';
import { lowerWords } from '../../subjects/subject.ts';
import { respell, type Spelling } from './spelling.ts';

export interface ReadQuestion {
  /** What is analysed, encoded and searched. */
  text: string;
  /** The language of `text`. */
  language: Language;
  /** Tell the asker what was changed. */
  warnings: Warning[];
}

let englishNames: ReadonlySet<string> | undefined;
/** @param folded by `foldLetters`. */
export function isEnglishName(folded: string): boolean {
  englishNames ??= new Set(
    [...countries().flatMap(lowerWords), ...Object.values(regionWords).flat()].map(foldLetters),
  );
  return englishNames.has(folded);
}

function warnOf(asked: Language, printed: Language): Warning {
  const effort =
    printed.gloss === undefined ? 'Asked' : 'Answered best effort by names, numbers and common words: asked';
  const hint = printed.tag === 'und' ? '' : ` ${effort} in ${printed.name}, it may find more.`;
  return {
    code: 'language',
    message: `The question looks ${asked.name}; the report is in ${printed.name}.${hint}`,
  };
}

/** The language a question is asked in; null where it may be any that the documents are in. */
function languageOf(text: string): Language | null {
  const detected = detectLanguage(text, isEnglishName);
  if (detected !== null) return languageCalled(detected);
  return looksEnglish(text) ? english : null;
}

/**
 * Reads a question.
 * @param languages those of the documents that are searched.
 * @param spelling the documents' words; without them nothing is mended.
 */
export function readQuestion(
  text: string,
  languages: readonly Language[],
  spelling?: Spelling,
): ReadQuestion {
  const asked = languageOf(text);
  // A question that may be in any of several languages is read in the one of which most is known.
  const best = languages.find(({ gloss }) => gloss !== undefined) ?? languages[0] ?? english;
  const printed = asked === null ? best : languages.find(({ tag }) => tag === asked.tag);
  if (asked !== null && printed === undefined) {
    const warnings = [warnOf(asked, best)];
    if (best.gloss === undefined) return { text, language: asked, warnings };
    return { text: best.gloss(text, asked.tag), language: best, warnings };
  }
  const language = printed ?? best;
  // In an unknown language every word would look like a typo.
  if (spelling === undefined || language.isWord === undefined) return { text, language, warnings: [] };
  return { language, ...respell(text, spelling, language) };
}
