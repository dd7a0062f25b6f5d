/** What a number counts: "178 employees in 29,000 companies" is not "29,000 people in 178 companies". Pure. */
import { wordLikeness } from '../../language/en/word-families.ts';
import type { Comparison } from '../comparison.ts';
import { findQuantities, type Quantity } from '../reading/read-quantities.ts';
import { isPlainWord, type Word } from '../reading/read-words.ts';
import type { Finding } from '../verification.ts';
import { isNumberSaid } from './check-numbers.ts';

/** What is counted has so many words at most: "new Chinese car brands". */
const longestRun = 3;
/** From this likeness on two words are forms of one. */
const sameWord = 0.85;
/** Small numbers count much that goes by other names. */
const smallest = 12;

const between = /^(?:of|the|its|their|such|these|those|other|more|new|different|so|called)$/;
const goesOn = /^(?:and|or|[-–,/])$/;

interface Counted {
  /** The words behind the number. */
  run: readonly Word[];
  /** The last of them is the noun: the run is not cut off, and no list goes on. */
  isWhole: boolean;
}

function readCounted({ end }: Quantity, words: readonly Word[]): Counted {
  let at = words.findIndex(({ start }) => start >= end);
  while (at >= 0 && between.test(words[at]?.lower ?? '')) at++;
  const run: Word[] = [];
  for (; at >= 0 && run.length < longestRun; at++) {
    const word = words[at];
    if (!isPlainWord(word) || /(?:ed|ly)$/.test(word.lower)) break;
    run.push(word);
  }
  const next = words[at];
  const isList = goesOn.test(next?.lower ?? '');
  return { run, isWhole: run.length > 0 && !isList && !isPlainWord(next) };
}

const areAlike = (one: readonly Word[], other: readonly Word[]) =>
  one.some((word) => other.some((there) => wordLikeness(word, there) > 0));

/** A number of the source with what it counts. */
interface Given extends Counted {
  number: Quantity;
}

const isCount = ({ unit }: Quantity) => unit === 'plain';

/** Numbers that count other things in the source, which counts these by another number. */
export function checkCounted({ sentence, words, source, sourceWords }: Comparison): Finding[] {
  const all = findQuantities(sentence);
  const large = all.filter((one) => isCount(one) && (one.values[0] ?? 0) > smallest);
  if (large.length === 0) return [];
  const given = source.flatMap((text, at): Given[] => {
    const own = sourceWords.filter((word) => word.sentence === at);
    return findQuantities(text)
      .filter(isCount)
      .map((number) => ({ number, ...readCounted(number, own) }));
  });
  return large.flatMap((said): Finding[] => {
    const { run, isWhole } = readCounted(said, words);
    const head = run.at(-1);
    const same = given.filter(({ number }) => isNumberSaid(said, all, [number]));
    const isOther = (one: Given) => one.run.length > 0 && !areAlike(run, one.run);
    if (head === undefined || same.length === 0 || !same.every(isOther)) return [];
    const rival = given.find((one) => {
      const noun = one.run.at(-1);
      return !same.includes(one) && noun !== undefined && wordLikeness(head, noun) >= sameWord;
    });
    if (rival === undefined) return [];
    return [
      {
        kind: 'number',
        text: `${said.text} ${head.text}`,
        reason: `the passage says “${rival.number.text} ${rival.run.at(-1)?.text}”`,
        rule: 'counted',
        isCertain: isWhole && rival.isWhole && same.every((one) => one.isWhole),
        strength: 1,
      },
    ];
  });
}
