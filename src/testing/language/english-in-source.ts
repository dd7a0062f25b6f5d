/**
 * Finds English in a source file that it reads texts by: words in its patterns and word lists, not its messages to
 * people.
 */
import { isEnglishWord } from '../../language/en/dictionary.ts';

/** Matched in one pass, so that none is found inside another: comments, imports, strings, patterns. */
const literal = new RegExp(
  [
    /\/\*[\s\S]*?\*\/|\/\/.*/,
    /\bfrom '[^']*'/,
    /(?<quote>['"`])(?<text>(?:\\[\s\S]|(?!\k<quote>)[^\\])*)\k<quote>(?<split>\s*\)?\s*\.(?:split|trim)\()?/,
    /(?<=[=(,:[!&|?;{}>]\s*|\breturn\s+)\/(?<pattern>(?:\\.|\[(?:\\.|[^\]\\\n])*\]|[^/\\\n[*])(?:\\.|\[(?:\\.|[^\]\\\n])*\]|[^/\\\n[])*)\//,
  ]
    .map(({ source }) => source)
    .join('|'),
  'gu',
);

/** Signs of a pattern, which messages to people do not have. */
const looksLikePattern = /\\\\?b|\(\?|\p{L}\|\p{L}|\\\\?[pP]\{/u;
/** A list of single words, over several lines or with commas. */
const looksLikeList = /^[\p{Ll}\s,;:|.'’-]+$/u;
const isListed = /\n|(?:\p{L}+, ){3}/u;
/** A list has at least this many words; a shorter string is a name, a unit or part of a message. */
const leastInList = 4;

/** The words of a pattern, without its escapes and character classes. */
function wordsOfPattern(pattern: string): string[] {
  const plain = pattern
    .replace(/\\{1,2}(?:[pP]\{[^}]*\}|u[\da-f]{4}|[a-zA-Z])|\(\?<\w+>/gu, ' ')
    .replace(/\[(?:\\.|[^\]])*\]/gu, ' ');
  return plain.match(/\p{L}{2,}/gu) ?? [];
}

function wordsOfText(text: string, isTakenApart: boolean): string[] {
  if (looksLikePattern.test(text)) return wordsOfPattern(text.replace(/\$\{(?:[^{}]|\{[^{}]*\})*\}/g, ' '));
  const words = text.match(/\p{L}{2,}/gu) ?? [];
  return (isTakenApart || (looksLikeList.test(text) && isListed.test(text))) && words.length >= leastInList
    ? words
    : [];
}

/** The English words of a file's patterns and lists, each once, in lower case. */
export function findEnglish(source: string): string[] {
  const words = [...source.matchAll(literal)].flatMap(({ groups = {} }) => {
    if (groups.pattern !== undefined) return wordsOfPattern(groups.pattern);
    return groups.text === undefined ? [] : wordsOfText(groups.text, groups.split !== undefined);
  });
  return [...new Set(words.map((word) => word.toLowerCase()))].filter(isEnglishWord).sort();
}
