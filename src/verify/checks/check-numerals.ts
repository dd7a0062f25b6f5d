/** Numbers that are part of a name: "Annex II" where the source has Annex I, "17+1" where it has 16+1. Pure. */
import type { Comparison } from '../comparison.ts';
import type { Word } from '../reading/read-words.ts';
import type { Finding } from '../verification.ts';

const roman = /^[IVX]+$/;

interface Numeral {
  /** The stem of what is numbered: "annex". */
  of: string;
  numeral: string;
  text: string;
}

function findNumerals(words: readonly Word[]): Numeral[] {
  return words.flatMap((word, at) => {
    const before = words[at - 1];
    const isNumbered = before?.kind === 'word' && before.sentence === word.sentence && before.isCapital;
    if (!isNumbered || !roman.test(word.text)) return [];
    return [{ of: before.stem, numeral: word.text, text: `${before.text} ${word.text}` }];
  });
}

/** The sums by which formats of talks go, without blanks. */
const findSums = (text: string) =>
  [...text.matchAll(/(?<![\d+])\d{1,2} ?\+ ?\d{1,2}(?![\d+])/g)].map(([sum]) => sum.replaceAll(' ', ''));

function checkSums({ sentence, source }: Comparison): Finding[] {
  const given = findSums(source.join(' '));
  const [other] = given;
  if (other === undefined) return [];
  return findSums(sentence)
    .filter((sum) => !given.includes(sum))
    .map((sum) => makeFinding(sum, other));
}

function makeFinding(text: string, given: string): Finding {
  return {
    kind: 'number',
    text,
    reason: `the passage says ${given}`,
    rule: 'numeral',
    isCertain: true,
    strength: 1,
  };
}

export function checkNumerals(comparison: Comparison): Finding[] {
  return [...checkRoman(comparison), ...checkSums(comparison)];
}

function checkRoman({ words, sourceWords }: Comparison): Finding[] {
  const given = findNumerals(sourceWords);
  return findNumerals(words).flatMap((said): Finding[] => {
    const others = given.filter(({ of }) => of === said.of);
    const [other] = others;
    if (other === undefined || others.some(({ numeral }) => numeral === said.numeral)) return [];
    return [makeFinding(said.text, other.text)];
  });
}
