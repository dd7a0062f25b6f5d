/** "Annex II" where the source has Annex I: a part of a work, told by a Roman numeral. Pure. */
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

export function checkNumerals({ words, sourceWords }: Comparison): Finding[] {
  const given = findNumerals(sourceWords);
  return findNumerals(words).flatMap((said): Finding[] => {
    const others = given.filter(({ of }) => of === said.of);
    const [other] = others;
    if (other === undefined || others.some(({ numeral }) => numeral === said.numeral)) return [];
    return [
      {
        kind: 'number',
        text: said.text,
        reason: `the passage says ${other.text}`,
        rule: 'numeral',
        isCertain: true,
        strength: 1,
      },
    ];
  });
}
