/** Which words of a sentence changed. Pure. */
import { diffArrays } from 'diff';
import { sentenceKey } from './sentence-key.ts';

/** A piece of a changed sentence, with its blanks: in both editions, in the old one alone or in the new one alone. */
export interface WordChange {
  text: string;
  in: 'both' | 'before' | 'after';
}

/** More steps than this are of two texts that have nothing in common; the time grows with their square. */
const mostSteps = 2000;

interface Token {
  /** As printed, with the blanks behind it. */
  text: string;
  key: string;
}

/** Words, and the signs around them; "1,335.5" and "de-risking" are one. */
function tokensOf(text: string): Token[] {
  return (text.match(/(?:[\p{L}\p{N}](?:\S*[\p{L}\p{N}%])?|\S)\s*/gu) ?? []).map((token) => ({
    text: token,
    key: sentenceKey(token),
  }));
}

const joinTexts = (tokens: readonly Token[]) => tokens.map(({ text }) => text).join('');

/** The pieces in order; those of both editions as the new one prints them. */
export function findWordChanges(before: string, after: string): WordChange[] {
  const [old, fresh] = [tokensOf(before), tokensOf(after)];
  const parts = diffArrays(old, fresh, {
    comparator: (one, other) => one.key === other.key,
    maxEditLength: mostSteps,
  });
  if (parts === undefined) {
    return [
      { text: before, in: 'before' },
      { text: after, in: 'after' },
    ];
  }
  return parts.map(({ value, added, removed }) => ({
    text: joinTexts(value),
    in: added ? 'after' : removed ? 'before' : 'both',
  }));
}
