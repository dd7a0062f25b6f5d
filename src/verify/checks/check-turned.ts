/** "From caution to promotion" where the source has it from promotion to caution. Pure. */
import type { Comparison } from '../comparison.ts';
import type { Word } from '../reading/read-words.ts';
import type { Finding } from '../verification.ts';

/** So many words on either side tell from what to what. */
const reach = 6;
const into = /^(?:to|toward|towards|into)$/;

interface Turn {
  /** The content words of where it starts, and of where it leads. */
  from: readonly Word[];
  to: readonly Word[];
  opening: Word;
}

function findTurns(words: readonly Word[]): Turn[] {
  return words.flatMap((opening, at): Turn[] => {
    if (opening.lower !== 'from') return [];
    const after = words.slice(at + 1, at + 1 + reach);
    const link = after.findIndex(({ lower }) => into.test(lower));
    if (link < 1) return [];
    const content = (list: readonly Word[]) => {
      const end = list.findIndex(({ clause }) => clause !== opening.clause);
      return list
        .slice(0, end < 0 ? list.length : end)
        .filter(({ isContent, kind }) => isContent && kind === 'word');
    };
    const from = content(after.slice(0, link));
    const to = content(words.slice(at + 2 + link, at + 2 + link + reach));
    return from.length > 0 && to.length > 0 ? [{ from, to, opening }] : [];
  });
}

const meets = (some: readonly Word[], others: readonly Word[]) =>
  some.some(({ key, stem }) => others.some((other) => other.key === key || other.stem === stem));

export function checkTurned({ words, sourceWords }: Comparison): Finding[] {
  const given = findTurns(sourceWords);
  return findTurns(words)
    .filter(
      (said) =>
        given.some((other) => meets(said.from, other.to) && meets(said.to, other.from)) &&
        !given.some((other) => meets(said.from, other.from) || meets(said.to, other.to)),
    )
    .map(({ opening }) => ({
      kind: 'direction',
      text: opening.text,
      reason: 'the passage has it the other way round',
      rule: 'turned-round',
      isCertain: true,
      strength: 1,
    }));
}
