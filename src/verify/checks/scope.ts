/** Words that colour the words after them: "not", "plans to". Pure. */
import type { Word } from '../reading/read-words.ts';

/** A cue of one or more words, in lower case; `colours` says how. */
export interface Cues {
  /** Words, or phrases of several, that open a scope. */
  phrases: ReadonlySet<string>;
  /** Stems that open one. */
  stems: ReadonlySet<string>;
  /** What only looks like a cue: "not only". */
  except?: RegExp;
}

export interface Scope {
  /** For each word how strongly it is coloured, 0..1: 1 right after the cue, less farther on. */
  strength: number[];
  /** Indices of the cues. */
  cues: number[];
}

/** A scope ends with its clause, and fades over this many places. */
const fading = 6;
const longestPhrase = 3;

/** How many words from `at` on are a cue; 0 where none is. */
export function cueAt(words: readonly Word[], at: number, cues: Cues): number {
  const next = words.slice(at, at + longestPhrase + 1).map(({ lower }) => lower);
  if (cues.except?.test(next.join(' ')) === true) return 0;
  for (let length = longestPhrase; length > 0; length--) {
    if (next.length >= length && cues.phrases.has(next.slice(0, length).join(' '))) return length;
  }
  return cues.stems.has(words[at]?.stem ?? '') ? 1 : 0;
}

/** Which words stand in the scope of a cue. The cue itself is in it. */
export function markScope(words: readonly Word[], cues: Cues): Scope {
  const strength = new Array<number>(words.length).fill(0);
  const found: number[] = [];
  for (let at = 0; at < words.length; at++) {
    const length = cueAt(words, at, cues);
    const cue = words[at];
    if (length === 0 || cue === undefined) continue;
    found.push(at);
    for (let next = at; next < words.length; next++) {
      const word = words[next];
      if (word === undefined || word.sentence !== cue.sentence || word.clause > cue.clause + 1) break;
      if (word.clause > cue.clause && next > at + 1) break;
      const distance = word.place - cue.place;
      strength[next] = Math.max(strength[next] ?? 0, 1 / (1 + Math.max(0, distance - 2) / fading));
    }
    at += length - 1;
  }
  return { strength, cues: found };
}

export function cuesOf(text: string, stems: Iterable<string> = [], except?: RegExp): Cues {
  return {
    phrases: new Set(
      text
        .split(/[,\n]/)
        .map((phrase) => phrase.trim())
        .filter((phrase) => phrase !== ''),
    ),
    stems: new Set(stems),
    ...(except === undefined ? {} : { except }),
  };
}
