/** The part of a document that a question names: a chapter, a section, an appendix. Pure. */
import type { Language } from '../../core/language.ts';
import type { Passage } from '../../core/types.ts';
import { contentStems } from './content-words.ts';

export interface Part {
  /** The titles on the way to it. */
  path: readonly string[];
  passages: readonly Passage[];
}

/** Shares of the question's words, and of the title's, that are both's. */
const leastShareOfQuestion = 0.5;
const leastShareOfTitle = 0.3;

/** The way to each part that passages stand in, outermost first. */
function pathsOf(passages: readonly Passage[]): string[][] {
  const paths = new Map<string, string[]>();
  for (const { path = [] } of passages) {
    for (const at of path.keys()) {
      const way = path.slice(0, at + 1);
      paths.set(JSON.stringify(way), way);
    }
  }
  return [...paths.values()].sort((a, b) => a.length - b.length);
}

/** Whether a title begins with a number, which may stand behind its noun: "Appendix B", "3 Methods", "2.1. Scope". */
function isNumbered(title: string, noun: string, number: string): boolean {
  const [first = '', second = ''] = title.toLowerCase().split(/[\s:—–]+/);
  const bare = (word: string) => word.replace(/[.)]$/, '');
  return bare(first) === number || (first === noun && bare(second) === number);
}

function findNumbered(text: string, paths: readonly string[][], { questions }: Pick<Language, 'questions'>) {
  const [, noun, number] = questions?.gist.partNumber.exec(text.toLowerCase()) ?? [];
  if (noun === undefined || number === undefined) return undefined;
  return paths.find((path) => isNumbered(path.at(-1) ?? '', noun, number));
}

function findTitled(
  text: string,
  paths: readonly string[][],
  language: Pick<Language, 'questions' | 'words'>,
) {
  const asked = contentStems(text, language);
  const rated = paths.flatMap((path) => {
    const own = contentStems(path.at(-1) ?? '', language);
    const shared = [...asked].filter((stem) => own.has(stem)).length;
    const [ofQuestion, ofTitle] = [shared / asked.size, shared / own.size];
    const isLike = ofQuestion >= leastShareOfQuestion && ofTitle >= leastShareOfTitle;
    return isLike ? [{ path, likeness: ofQuestion + ofTitle / 2 }] : [];
  });
  return rated.sort((a, b) => b.likeness - a.likeness)[0]?.path;
}

/**
 * The part that a question names, by its number or by the words of its title.
 * @param passages of a document, in reading order.
 * @param named short names of the chapters that the question names.
 * @returns undefined where it names none.
 */
export function findPart(
  text: string,
  passages: readonly Passage[],
  named: readonly string[],
  language: Pick<Language, 'questions' | 'words'>,
): Part | undefined {
  const isNamed = language.questions?.gist.partNoun.test(text) === true;
  const paths = isNamed ? pathsOf(passages) : [];
  const numbered = findNumbered(text, paths, language);
  const [chapter, other] = named;
  if (numbered === undefined && chapter !== undefined && other === undefined) {
    const own = passages.filter((passage) => passage.chapter === chapter);
    return own.length === 0 ? undefined : { path: [chapter, own[0]?.path?.[0] ?? ''], passages: own };
  }
  const path = numbered ?? findTitled(text, paths, language);
  if (path === undefined) return undefined;
  const isBelow = (passage: Passage) => path.every((title, at) => passage.path?.[at] === title);
  return { path, passages: passages.filter(isBelow) };
}
