/** Who did what to whom, and what because of what. Pure. */

import type { Comparison } from './comparison.ts';
import { findItems, type Item } from './items.ts';
import type { Word } from './read-words.ts';
import { cuesOf, markScope } from './scope.ts';
import type { Finding } from './verification.ts';

const beForms = new Set('is are was were been being be got get'.split(' '));

/** Whether a word stands in the passive: a form of "be" shortly before it, or "by" right after it. */
function isPassive(words: readonly Word[], at: number): boolean {
  const word = words[at];
  if (word === undefined || !/(?:ed|en|wn|ght|ld|de|ut|un|id|nt)$/.test(word.lower)) return false;
  const before = words.slice(Math.max(0, at - 3), at).filter((one) => one.sentence === word.sentence);
  const after = words.slice(at + 1, at + 3);
  return before.some(({ lower }) => beForms.has(lower)) || after.some(({ lower }) => lower === 'by');
}

interface Roles {
  before: readonly string[] | null;
  after: readonly string[] | null;
}

/** The nearest names before and after a word within its sentence, in the order of an active sentence. */
function rolesAround(words: readonly Word[], at: number, names: readonly Item[]): Roles {
  const sentence = words[at]?.sentence;
  const own = names.filter(({ from }) => words[from]?.sentence === sentence);
  const before = own.filter(({ to }) => to < at).at(-1)?.keys ?? null;
  const after = own.find(({ from }) => from > at)?.keys ?? null;
  return isPassive(words, at) ? { before: after, after: before } : { before, after };
}

const same = (one: readonly string[] | null, other: readonly string[] | null) =>
  one !== null && other !== null && one.some((key) => other.includes(key));

function checkRoles({ words, sourceWords, matches }: Comparison): Finding[] {
  const names = findItems(words, sourceWords).filter(({ kind }) => kind === 'name');
  const sourceNames = findItems(sourceWords, sourceWords).filter(({ kind }) => kind === 'name');
  let flips = 0;
  let kept = 0;
  let text = '';
  matches.forEach((match, at) => {
    const word = words[at];
    if (match === null || word === undefined || word.isCapital || word.kind !== 'word') return;
    const said = rolesAround(words, at, names);
    const given = rolesAround(sourceWords, match.at, sourceNames);
    if (same(said.before, given.before) && same(said.after, given.after)) kept++;
    if (
      same(said.before, given.after) &&
      same(said.after, given.before) &&
      !same(said.before, given.before)
    ) {
      flips++;
      text ||= word.text;
    }
  });
  if (flips === 0) return [];
  return [makeFinding('roles', text, 'the passage has it the other way round', flips / (flips + kept))];
}

const causes = cuesOf(
  `because, because of, due to, owing to, as a result, as a result of, thanks to, therefore, thus, hence, led to, leads to,
  caused, causing, in response to, prompted, so that, driven by, consequently, on account of, triggered, resulted in,
  in retaliation, as a consequence`,
  [],
);
const looseCauses = cuesOf(
  `after, following, since, given, amid, as, so, for, with, in order, to avoid, to reduce, in light of, against, citing, despite,
  resulting, by, allow, lead, contribute, reason, reflects, reflecting, attributed, explained, through, which`,
  'cause result prompt trigger lead drive motivate force respond response consequence reaction effect reason explain justify'.split(
    ' ',
  ),
);

/** The source sentence that most of the given words were matched in, and how many were. */
function homeOf(
  indices: readonly number[],
  { sourceWords, matches }: Comparison,
): { sentence: number; count: number } | null {
  const counts = new Map<number, number>();
  for (const at of indices) {
    const match = matches[at];
    const sentence = match === null || match === undefined ? undefined : sourceWords[match.at]?.sentence;
    if (sentence !== undefined) counts.set(sentence, (counts.get(sentence) ?? 0) + 1);
  }
  const [best] = [...counts].sort((a, b) => b[1] - a[1]);
  return best === undefined ? null : { sentence: best[0], count: best[1] };
}

/** A cause that the sentence names and the source does not, or that stands in another sentence than its effect. */
function checkCauses(comparison: Comparison): Finding[] {
  const { words, sourceWords } = comparison;
  const { cues } = markScope(words, causes);
  const given = markScope(sourceWords, causes).cues;
  const loose = markScope(sourceWords, looseCauses).cues;
  return cues.flatMap((cue): Finding[] => {
    const range = (from: number, to: number) =>
      Array.from({ length: Math.max(0, to - from) }, (_, step) => from + step);
    const before = homeOf(range(0, cue), comparison);
    const after = homeOf(range(cue + 1, words.length), comparison);
    const homes = new Set([before?.sentence, after?.sentence].filter((home) => home !== undefined));
    const isIn = (at: number) => homes.has(sourceWords[at]?.sentence ?? -1);
    const text = words[cue]?.text ?? '';
    if (given.some(isIn) && homes.size < 2) return [];
    const strength = homes.size > 1 ? 1 : loose.some(isIn) ? 0.4 : 1;
    return [makeFinding('cause', text, 'the passage names no such cause', strength)];
  });
}

function makeFinding(rule: string, text: string, reason: string, strength: number): Finding {
  return { kind: 'content', text, reason, rule, isCertain: false, strength };
}

export function checkRelations(comparison: Comparison): Finding[] {
  return [...checkRoles(comparison), ...checkCauses(comparison)];
}
